namespace OpenSocialMap.Server.Catalogue;

/// <summary>A table of figures with its dimensions, its indicators and the releases in which it came out.</summary>
/// <param name="Publisher">The name of the organisation that it comes from; null when no source says.</param>
/// <param name="Licence">As SPDX names it; null when it is unknown.</param>
/// <param name="Method">How people in it are protected: SUPPRESSION, ROUNDING or NONE.</param>
/// <param name="Releases">The latest first.</param>
internal sealed record Dataset(
    string Slug,
    string Name,
    string? NameEnglish,
    string? Description,
    string? DescriptionEnglish,
    string? Programme,
    string? Publisher,
    string? Licence,
    string? Attribution,
    string Method,
    string? MethodReason,
    int? MinimumCount,
    int? RoundingBase,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<Release> Releases)
{
    /// <summary>The latest release that holds; null when all are withdrawn or none has come out. Releases of other periods may hold beside it.</summary>
    public Release? Current => Releases.FirstOrDefault(release => release.IsCurrent);

    public string NameIn(bool isEnglish) => (isEnglish ? NameEnglish : null) ?? Name;

    public string? DescriptionIn(bool isEnglish) => (isEnglish ? DescriptionEnglish : null) ?? Description;

    public Indicator? Find(string code) => Indicators.FirstOrDefault(indicator => indicator.Code == code);
}

/// <summary>A way in which figures are split up, such as by age.</summary>
internal sealed record Dimension(string Code, string Name, string? NameEnglish, IReadOnlyList<Category> Categories)
{
    /// <summary>Its name as a column: names in CSV on the Web have no hyphen.</summary>
    public string Column => Code.Replace('-', '_');

    public string NameIn(bool isEnglish) => (isEnglish ? NameEnglish : null) ?? Name;
}

/// <summary>One of the parts that a dimension splits figures into.</summary>
internal sealed record Category(string Code, string Name, string? NameEnglish)
{
    public string NameIn(bool isEnglish) => (isEnglish ? NameEnglish : null) ?? Name;
}

/// <summary>What is measured, and exactly how.</summary>
/// <param name="CountingUnit">What is counted once: UNIQUE_PERSONS, CONTACTS and the like; null when no source says.</param>
/// <param name="Numerator">Of a share: the code of what is divided.</param>
/// <param name="Denominator">Of a share or a mean: the code of what it is of.</param>
/// <param name="CbsEquivalent">The name of the same figure in the key figures of Statistics Netherlands.</param>
internal sealed record Indicator(
    string Code,
    string Slug,
    string Name,
    string? NameEnglish,
    string? Description,
    string? DescriptionEnglish,
    string Unit,
    int Decimals,
    string? CountingUnit,
    string? Numerator,
    string? Denominator,
    string? CbsEquivalent,
    int? MinimumCount)
{
    public string NameIn(bool isEnglish) => (isEnglish ? NameEnglish : null) ?? Name;

    public string? DescriptionIn(bool isEnglish) => (isEnglish ? DescriptionEnglish : null) ?? Description;
}

/// <summary>One numbered issue of a dataset. What it says never changes; it can only be followed by another, or be withdrawn.</summary>
/// <param name="Checksum">The SHA-256 of its file, in hexadecimal digits.</param>
/// <param name="FirstKey">Its figures have the keys from this one on, in the order of its file.</param>
internal sealed record Release(
    int Key,
    int Number,
    DateOnly PublishedOn,
    string Notes,
    string Checksum,
    IReadOnlyList<string> TimePeriods,
    int FirstKey,
    int ObservationCount,
    string Status,
    DateOnly? WithdrawnOn,
    string? WithdrawnReason)
{
    public bool IsCurrent => Status == "CURRENT";

    public bool IsWithdrawn => Status == "WITHDRAWN";
}
