using OpenSocialMap.Agenda.Opening;

namespace OpenSocialMap.Agenda.Text;

/// <summary>
/// Tells when a place is open, as plain text: days with the same hours together, "maandag t/m donderdag 9:00–17:00, vrijdag 9:00–12:00". The short sizes
/// tell the usual hours of the open door, the medium one whatever is usual, the large ones closures and campaigns too.
/// </summary>
public static class OpeningHoursText
{
    public static string Of(OpeningHours hours, Language language, TextSize size)
    {
        ArgumentNullException.ThrowIfNull(hours);
        var words = Words.Of(language);
        var statements = Periods(hours, size).SelectMany(period => PeriodText.Statements(period, words, size)).Where(text => text.Length > 0);
        return size is TextSize.ExtraLarge
            ? string.Join('\n', statements.Select(ScheduleText.Capitalised))
            : string.Join("; ", statements);
    }

    /// <summary>Those that the size tells; when there are none it is all that there is, rather than nothing.</summary>
    private static IEnumerable<OpeningPeriod> Periods(OpeningHours hours, TextSize size)
    {
        IEnumerable<OpeningPeriod> all = hours.Periods.OrderBy(period => period.Kind).ThenBy(period => period.ValidFrom);
        if (size is TextSize.Large or TextSize.ExtraLarge)
            return all;
        List<OpeningPeriod> usual = [.. all.Where(period => period.Kind is OpeningPeriodKind.Base && period.Spans.Count > 0)];
        List<OpeningPeriod> open = [.. usual.Select(OpenDoor).Where(period => period.Spans.Count > 0)];
        return size is not TextSize.Medium && open.Count > 0 ? open : usual.Count > 0 ? usual : all;
    }

    private static OpeningPeriod OpenDoor(OpeningPeriod period) =>
        period with { Spans = [.. period.Spans.Where(span => span.State is OpeningState.Open)] };
}
