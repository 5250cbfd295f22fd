namespace OpenSocialMap.Data.Figures;

/// <summary>The columns of a release file: UTF-8, line feeds, RFC 4180, sorted (<see cref="ReleaseRow.Compare"/>), no line breaks in cells.</summary>
public static class ReleaseFile
{
    public static IReadOnlyList<string> Columns { get; } =
    [
        "indicator", "area", "area_year", "time_period", "breakdown", "value", "obs_status", "conf_status", "note", "source", "locator", "stated_on",
    ];

    /// <summary>Where the seed keeps it.</summary>
    public static string Name(string dataset, int number) => $"releases/{dataset}-{number}.csv";
}
