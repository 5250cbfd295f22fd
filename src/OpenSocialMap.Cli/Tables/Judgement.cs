namespace OpenSocialMap.Cli.Tables;

/// <summary>What holds between a total and its parts, seen from their values.</summary>
internal enum Judgement
{
    /// <summary>The parts add up to the total.</summary>
    AddsUp,

    /// <summary>Parts are left out: there is a rest.</summary>
    HasRest,

    /// <summary>All parts are there and less than the total, though they should be the whole.</summary>
    FallsShort,

    /// <summary>The parts are more than the total, though nobody is in two of them.</summary>
    Exceeds,

    /// <summary>Somebody may be in two of the parts, and all of them are there: together they cover the total.</summary>
    Covers,

    /// <summary>Each part is within the total, and nothing more is known.</summary>
    Within,

    /// <summary>A part is more than the total that it is a part of.</summary>
    PartExceeds,

    /// <summary>Nothing: the numbers of persons at one moment tell nothing of those at another.</summary>
    Unrelated,
}
