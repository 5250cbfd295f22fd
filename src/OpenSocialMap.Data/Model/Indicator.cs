namespace OpenSocialMap.Data.Model;

/// <summary>What a figure is about, such as the number of inhabitants. Its description is its definition.</summary>
public sealed class Indicator : NamedRecord
{
    /// <summary>Never changes, for releases name it: INHABITANTS.</summary>
    public string? Code { get; set; }

    public string? NameEnglish { get; set; }
    public string? DescriptionEnglish { get; set; }

    /// <summary>Such as "persons" or "percent".</summary>
    public string Unit { get; set; } = null!;

    public int Decimals { get; set; }
    public Measure Measure { get; set; }

    /// <summary>What one count is; null when no source says.</summary>
    public CountingUnit? CountingUnit { get; set; }

    public int? NumeratorKey { get; set; }
    public Indicator? Numerator { get; set; }
    public int? DenominatorKey { get; set; }
    public Indicator? Denominator { get; set; }
    public int? DatasetKey { get; set; }
    public Dataset? Dataset { get; set; }
    public int? ProgrammeKey { get; set; }
    public Programme? Programme { get; set; }

    /// <summary>What CBS calls the same thing.</summary>
    public string? CbsEquivalent { get; set; }

    /// <summary>Where it differs from the dataset's.</summary>
    public string? Licence { get; set; }

    /// <summary>Where it differs from the dataset's.</summary>
    public int? MinimumCount { get; set; }

    /// <summary>Where it differs from the dataset's.</summary>
    public int? MinimumDenominator { get; set; }

    public List<Observation> Observations { get; } = [];
}
