using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;

namespace OpenSocialMap.Server.GraphQL.Scalars;

/// <summary>
/// How much the lines of a geometry are in one another's way. PostGIS works out every meeting of two lines in one piece of work that can't be
/// interrupted, and their number may grow with the square of the positions: a scribble of 1,500 took it seconds and gigabytes.
/// </summary>
internal sealed class Tangle : ISegmentIntersector
{
    /// <summary>Lines that touch or cross elsewhere than where one goes on in the next.</summary>
    private const int MaxCrossings = 200;

    /// <summary>Lines whose boxes overlap, crossing or not. Real outlines have one for every two positions, or at most two for each.</summary>
    private const int MaxPairs = 20_000;

    private readonly RobustLineIntersector _lines = new();
    private int _crossings;
    private int _pairs;

    private Tangle() { }

    public bool IsDone => _crossings > MaxCrossings || _pairs > MaxPairs;

    /// <summary>What is wrong with the geometry, or null when nothing is.</summary>
    public static string? Problem(Geometry geometry)
    {
        var tangle = new Tangle();
        new MCIndexNoder(tangle).ComputeNodes(SegmentStringUtil.ExtractSegmentStrings(geometry));
        return tangle.IsDone
            ? $"Geometry is too tangled: its lines may cross {MaxCrossings} times, and few may run side by side. Simplify it, or ask in parts."
            : null;
    }

    public void ProcessIntersections(ISegmentString one, int segment, ISegmentString other, int otherSegment)
    {
        if (one == other && segment == otherSegment)
            return;
        _pairs++;
        _lines.ComputeIntersection(one.Coordinates[segment], one.Coordinates[segment + 1], other.Coordinates[otherSegment], other.Coordinates[otherSegment + 1]);
        if (_lines.HasIntersection && _lines.IsInteriorIntersection())
            _crossings++;
    }
}
