using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Figures;

/// <summary>The letters of SDMX's code lists CL_OBS_STATUS and CL_CONF_STATUS, for the values that figures here can have.</summary>
public static class SdmxCode
{
    public static char Of(ObservationStatus status) => status switch
    {
        ObservationStatus.Normal => 'A',
        ObservationStatus.Provisional => 'P',
        ObservationStatus.Estimated => 'E',
        ObservationStatus.Break => 'B',
        ObservationStatus.Missing => 'L',
        ObservationStatus.NotExisting => 'M',
        ObservationStatus.Suppressed => 'Q',
        _ => 'O',
    };

    public static char Of(Confidentiality confidentiality) => confidentiality == Confidentiality.Free ? 'F' : 'C';

    /// <summary>The status behind a letter; a withdrawn figure is in no file.</summary>
    public static bool TryReadStatus(string text, out ObservationStatus status)
    {
        foreach (var known in Enum.GetValues<ObservationStatus>())
        {
            status = known;
            if (known != ObservationStatus.Withdrawn && text.Length == 1 && text[0] == Of(known))
                return true;
        }
        status = default;
        return false;
    }

    public static bool TryReadConfidentiality(string text, out Confidentiality confidentiality)
    {
        confidentiality = text == "C" ? Confidentiality.Confidential : Confidentiality.Free;
        return text is "C" or "F";
    }

    /// <summary>Whether a figure with this status has no value.</summary>
    public static bool HasNoValue(ObservationStatus status) =>
        status is ObservationStatus.Missing or ObservationStatus.NotExisting or ObservationStatus.Suppressed or ObservationStatus.Withdrawn;
}
