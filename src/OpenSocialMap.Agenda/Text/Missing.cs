namespace OpenSocialMap.Agenda.Text;

/// <summary>What a schedule leaves open about its days.</summary>
internal enum Missing
{
    Nothing,
    Days,
    HowOften,
    Year,
}
