namespace OpenSocialMap.Data.Model;

/// <summary>One published figure: an indicator for an area and a period.</summary>
public sealed class Observation : Record
{
    public int IndicatorKey { get; set; }
    public Indicator Indicator { get; set; } = null!;
    public int AreaKey { get; set; }
    public Area Area { get; set; } = null!;

    /// <summary>As SDMX writes it: 2023, 2023-Q1.</summary>
    public string TimePeriod { get; set; } = null!;

    /// <summary>Null exactly when the status says that there is none.</summary>
    public decimal? Value { get; set; }

    public ObservationStatus Status { get; set; }
    public bool Visible { get; private set; }
}
