using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;

namespace OpenSocialMap.Generator;

/// <summary>
/// A city's ground: an island in the North Sea, cut into buurten that touch and don't overlap, and these joined to wijken. The lots of a lattice that
/// is fine in the middle and coarse outside; two neighbours have every point of their border in common.
/// </summary>
internal sealed class Ground
{
    private const int Columns = 12;
    private const double Pitch = 8;
    private const double West = 2.55, North = 54.4, KilometresPerLatitude = 111.3, KilometresPerLongitude = 67;

    private static readonly GeometryFactory Geometries = new(new PrecisionModel(), 4326);

    private readonly Dice _dice;
    private readonly int _side;
    private readonly double _west, _north, _reach;
    private readonly Coordinate[,] _corners;
    private readonly Coordinate[,][] _across, _down;

    private Ground(ulong seed, int city, int inhabitants, int lots)
    {
        _dice = Dice.For(seed, $"ground {city}");
        _side = (int)Math.Ceiling(Math.Sqrt(lots));
        (_west, _north) = ((city - 1) % Columns * Pitch + Pitch / 2, (city - 1) / Columns * Pitch + Pitch / 2);
        _reach = Math.Clamp(1.2 + Math.Pow(inhabitants / 1000.0, 0.35) * 0.45, 1.4, 3.6);
        _corners = new Coordinate[_side + 1, _side + 1];
        _across = new Coordinate[_side + 1, _side + 1][];
        _down = new Coordinate[_side + 1, _side + 1][];
        for (var row = 0; row <= _side; row++)
            for (var column = 0; column <= _side; column++)
                _corners[row, column] = Corner(row, column);
        for (var row = 0; row <= _side; row++)
        {
            for (var column = 0; column <= _side; column++)
            {
                if (column < _side)
                    _across[row, column] = Winding(_corners[row, column], _corners[row, column + 1]);
                if (row < _side)
                    _down[row, column] = Winding(_corners[row, column], _corners[row + 1, column]);
            }
        }
    }

    /// <summary>The wijken, the first in the middle, each with its buurten.</summary>
    public static IReadOnlyList<Quarter> Divide(ulong seed, int city, int inhabitants, int wijken)
    {
        var ground = new Ground(seed, city, inhabitants, wijken * 9 / 2);
        var lots = ground.Lots(inhabitants);
        return [.. ground.Join(wijken).Select(own => new Quarter(Outline([.. own.Select(at => lots[at].Outline)]), [.. own.Select(at => lots[at])]))];
    }

    public static MultiPolygon Outline(IReadOnlyList<Polygon> parts) => CoverageUnion.Union(Geometries.CreateGeometryCollection([.. parts])) switch
    {
        Polygon one => Geometries.CreateMultiPolygon([one]),
        var more => (MultiPolygon)more,
    };

    private List<Lot> Lots(int inhabitants)
    {
        var weights = Enumerable.Range(0, _side * _side).Select(Weight).ToList();
        var all = weights.Sum();
        // As CBS does, rounded to fives.
        return [.. weights.Select((weight, at) => new Lot(Geometries.CreatePolygon(Ring(at / _side, at % _side)), Corners(at), (int)(inhabitants * weight / all / 5) * 5))];
    }

    // Many people in the middle, few outside, and here and there a business park where nearly nobody lives.
    private double Weight(int lot)
    {
        var (y, x) = ((lot / _side + 0.5) / _side * 2 - 1, (lot % _side + 0.5) / _side * 2 - 1);
        return (Math.Exp(-2 * (x * x + y * y)) * (0.5 + _dice.Share()) + 0.03) * (_dice.Chance(0.1) ? 0.05 : 1);
    }

    /// <summary>Wijken grow from a lot each, the middle one twice as fast, until all lots are theirs.</summary>
    private List<List<int>> Join(int wijken)
    {
        var owner = Enumerable.Repeat(-1, _side * _side).ToArray();
        var grown = new List<List<int>>();
        for (var wijk = 0; wijk < wijken; wijk++)
        {
            var start = wijk == 0 ? _side / 2 * _side + _side / 2 : Free(owner);
            owner[start] = wijk;
            grown.Add([start]);
        }
        while (owner.Contains(-1))
        {
            for (var turn = 0; turn <= wijken; turn++)
            {
                var wijk = turn % wijken;
                var open = grown[wijk].SelectMany(Neighbours).Where(lot => owner[lot] < 0).Distinct().ToList();
                if (open.Count > 0)
                {
                    var next = _dice.One(open);
                    owner[next] = wijk;
                    grown[wijk].Add(next);
                }
            }
        }
        return [.. grown.Select(lots => lots.Order().ToList())];
    }

    private int Free(int[] owner)
    {
        while (true)
        {
            var lot = _dice.Below(owner.Length);
            if (owner[lot] < 0)
                return lot;
        }
    }

    private IEnumerable<int> Neighbours(int lot)
    {
        if (lot >= _side)
            yield return lot - _side;
        if (lot < _side * (_side - 1))
            yield return lot + _side;
        if (lot % _side > 0)
            yield return lot - 1;
        if (lot % _side < _side - 1)
            yield return lot + 1;
    }

    private Coordinate[] Corners(int lot)
    {
        var (row, column) = (lot / _side, lot % _side);
        return [_corners[row, column], _corners[row, column + 1], _corners[row + 1, column], _corners[row + 1, column + 1]];
    }

    private Coordinate[] Ring(int row, int column) =>
    [
        _corners[row, column], .. _across[row, column],
        _corners[row, column + 1], .. _down[row, column + 1],
        _corners[row + 1, column + 1], .. _across[row + 1, column].Reverse(),
        _corners[row + 1, column], .. _down[row, column].Reverse(),
        _corners[row, column],
    ];

    private Coordinate Corner(int row, int column)
    {
        double Place(int at) => at is 0 ? -1 : at == _side ? 1 : (at + (_dice.Share() - 0.5) * 0.4) * 2 / _side - 1;
        var (x, y) = (Spread(Place(column)), Spread(Place(row)));
        // A square with its corners drawn in.
        var (east, south) = (x * Math.Sqrt(1 - 0.35 * y * y), y * Math.Sqrt(1 - 0.35 * x * x));
        return At(_west + east * _reach, _north + south * _reach);

        static double Spread(double from) => Math.Sign(from) * Math.Pow(Math.Abs(from), 1.3);
    }

    private Coordinate[] Winding(Coordinate from, Coordinate to)
    {
        var (x, y) = (to.X - from.X, to.Y - from.Y);
        return [Beside(1 / 3.0), Beside(2 / 3.0)];

        Coordinate Beside(double share)
        {
            var aside = (_dice.Share() - 0.5) * 0.12;
            return Rounded(from.X + x * share - y * aside, from.Y + y * share + x * aside);
        }
    }

    private static Coordinate At(double east, double south) => Rounded(West + east / KilometresPerLongitude, North - south / KilometresPerLatitude);

    // To a centimetre: in text and in binary it is the same point.
    private static Coordinate Rounded(double x, double y) => new(Math.Round(x, 7), Math.Round(y, 7));
}

/// <summary>The ground of a wijk.</summary>
internal sealed record Quarter(MultiPolygon Outline, IReadOnlyList<Lot> Lots)
{
    public int Inhabitants => Lots.Sum(lot => lot.Inhabitants);
}

/// <summary>The ground of a buurt.</summary>
/// <param name="Corners">Northwest, northeast, southwest, southeast.</param>
internal sealed record Lot(Polygon Outline, Coordinate[] Corners, int Inhabitants)
{
    public Point Middle => At(0.5, 0.5);

    /// <summary>Somewhere well within it.</summary>
    public Point Point(Dice dice) => At(0.25 + dice.Share() / 2, 0.25 + dice.Share() / 2);

    private Point At(double east, double south)
    {
        double Between(Func<Coordinate, double> of) =>
            (1 - south) * ((1 - east) * of(Corners[0]) + east * of(Corners[1])) + south * ((1 - east) * of(Corners[2]) + east * of(Corners[3]));
        return Outline.Factory.CreatePoint(new Coordinate(Math.Round(Between(it => it.X), 5), Math.Round(Between(it => it.Y), 5)));
    }
}
