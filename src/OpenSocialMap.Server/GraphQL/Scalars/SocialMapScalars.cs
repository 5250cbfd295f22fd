using System.Globalization;
using System.Text.RegularExpressions;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.GraphQL.Scalars;

/// <summary>The scalars of the public schema beside the five of GraphQL.</summary>
public static partial class SocialMapScalars
{
    public static IReadOnlyDictionary<string, ScalarCoercion> All { get; } = new Dictionary<string, ScalarCoercion>
    {
        ["Date"] = new TextScalar("Date", "2024-03-01", text => Exact<DateOnly>(text, DateOnly.TryParseExact, "yyyy-MM-dd")),
        ["LocalTime"] = new TextScalar("LocalTime", "10:00:00", text => Exact<TimeOnly>(text, TimeOnly.TryParseExact, "HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFF")),
        ["DateTime"] = new TextScalar("DateTime", "2024-03-01T10:00:00+01:00", text => Instant(text)),
        ["Duration"] = new TextScalar("Duration", "P1W", text => DurationPattern().IsMatch(text) ? text : null),
        ["URL"] = new TextScalar("URL", "https://example.org/", text => Uri.TryCreate(text, UriKind.Absolute, out _) ? text : null),
        ["Geometry"] = new GeometryScalar(),
        ["Position"] = new OutputScalar("Position"),
        ["Coordinates"] = new OutputScalar("Coordinates"),
    };

    private delegate bool TryParse<T>(string text, string[] formats, IFormatProvider culture, DateTimeStyles styles, out T value);

    private static T? Exact<T>(string text, TryParse<T> parse, params string[] formats) where T : struct =>
        parse(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value : null;

    /// <summary>An instant needs an offset: without one nobody knows which it is.</summary>
    private static DateTime? Instant(string text) =>
        InstantPattern().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant.UtcDateTime : null;

    [GeneratedRegex(@"^P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?\z")]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,7})?)?(Z|[+-]\d\d:\d\d)\z")]
    private static partial Regex InstantPattern();
}
