namespace OpenSocialMap.Data.Model;

/// <summary>
/// One published cell, as the view of api shows it. It is only read: releases write them by the thousand, past this model
/// (<see cref="Figures.ReleaseLoader"/>).
/// </summary>
public sealed class Observation
{
    public int Key { get; private set; }
    public string Id { get; private set; } = null!;
    public int ReleaseKey { get; private set; }
    public Release Release { get; private set; } = null!;
    public int DatasetKey { get; private set; }
    public Dataset Dataset { get; private set; } = null!;
    public int IndicatorKey { get; private set; }
    public Indicator Indicator { get; private set; } = null!;
    public int AreaKey { get; private set; }
    public Area Area { get; private set; } = null!;

    /// <summary>As SDMX writes it: 2023, 2023-Q1.</summary>
    public string TimePeriod { get; private set; } = null!;

    public int? BreakdownKey { get; private set; }

    /// <summary>dimension=CATEGORY|dimension=CATEGORY, by dimension; empty for the total over all dimensions.</summary>
    public string Breakdown { get; private set; } = null!;

    /// <summary>Null exactly when the status says that there is none.</summary>
    public decimal? Value { get; private set; }

    public ObservationStatus Status { get; private set; }
    public Confidentiality Confidentiality { get; private set; }
    public string? Note { get; private set; }
    public Provenance Provenance { get; private set; } = null!;
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ModifiedAt { get; private set; }
}
