using OpenSocialMap.Disclosure;

namespace OpenSocialMap.Cli.Tests.Published;

/// <summary>
/// Figures of the made-up town with many small counts in them, and every way in which they hang together, as somebody knows it who has a map and can add:
/// not as the command finds it out.
/// </summary>
internal sealed class MadeUpCounts
{
    static readonly ProtectionPolicy _visits = new() { MinimumCount = 5, Zeros = ZeroPolicy.Protect, MinimumDenominator = 25, MinimumMeanCount = 100 };
    static readonly ProtectionPolicy _helped = _visits with { MinimumCount = 8 };

    static readonly string[] _leaves = ["BU00010101", "BU00010102", "WK000102", "WK000103", "WK000104"];
    static readonly string[] _wijken = ["WK000101", "WK000102", "WK000103", "WK000104"];
    static readonly string[] _ages = ["OLD", "YOUNG"];

    // Each area by those that it consists of, and again by others where there is a second way.
    static readonly (string Area, string[] Parts)[] _areas =
    [
        ("WK000101", ["BU00010101", "BU00010102"]), ("GM0001", _wijken), ("north", ["WK000101", "WK000102"]), ("big", ["WK000101", "WK000102", "WK000103"]),
        ("big", ["north", "WK000103"]), ("GM0001", ["big", "WK000104"]),
    ];

    readonly Dictionary<string, int> _numbers = [];
    readonly List<Cell> _cells = [];
    readonly List<Relation> _relations = [];
    readonly List<string> _rows = [];

    public const string Header = "indicator,area,time_period,breakdown,value,denominator,source,stated_on";

    /// <summary>The rows of a raw file.</summary>
    public IReadOnlyList<string> Rows => _rows;

    /// <summary>What is to be protected; the keys of its cells are those of <see cref="Figure.Cell"/>.</summary>
    public CellTable Table => new(_cells, _relations);

    /// <param name="corrected">A leaf in which two more old people were counted in the second quarter than at first.</param>
    public MadeUpCounts(int seed, string year, string? corrected = null)
    {
        var random = new Random(seed);
        string[] quarters = [.. Enumerable.Range(1, 4).Select(quarter => $"{year}-Q{quarter}")];
        var leaves = new Dictionary<(string Area, string Age, string Quarter), int>();
        foreach (var area in _leaves)
            foreach (var age in _ages)
                foreach (var quarter in quarters)
                    leaves[(area, age, quarter)] = random.Next(4) == 0 ? random.Next(0, 5) : random.Next(5, 40);
        if (corrected is not null)
            leaves[(corrected, "OLD", quarters[1])] += 2;
        int Visits(string area, string? age, string? quarter) => leaves
            .Where(leaf => LeavesOf(area).Contains(leaf.Key.Area) && (age is null || leaf.Key.Age == age) && (quarter is null || leaf.Key.Quarter == quarter))
            .Sum(leaf => leaf.Value);
        foreach (var area in _areas.Select(it => it.Area).Concat(_leaves).Distinct())
        {
            foreach (var age in _ages.Prepend(null))
                Add("VISITS", area, year, age, Visits(area, age, null), _visits);
            Relate("VISITS", area, year, null, _ages.Select(age => Name("VISITS", area, year, age)));
            if (area is not ("north" or "big"))
            {
                foreach (var quarter in quarters)
                    Add("VISITS", area, quarter, null, Visits(area, null, quarter), _visits);
                Relate("VISITS", area, year, null, quarters.Select(quarter => Name("VISITS", area, quarter, null)));
            }
        }
        foreach (var (area, parts) in _areas)
        {
            foreach (var age in _ages.Prepend(null))
                Relate("VISITS", area, year, age, parts.Select(part => Name("VISITS", part, year, age)));
            if (parts.Append(area).All(it => it is not ("north" or "big")))
                foreach (var quarter in quarters)
                    Relate("VISITS", area, quarter, null, parts.Select(part => Name("VISITS", part, quarter, null)));
        }
        AddHelped(random, year);
        AddShares(random, year);
    }

    void AddHelped(Random random, string year)
    {
        var helped = _wijken.ToDictionary(wijk => wijk, _ => random.Next(3) == 0 ? random.Next(0, 8) : random.Next(8, 60));
        foreach (var wijk in _wijken)
            Add("HELPED", wijk, year, null, helped[wijk], _helped);
        Add("HELPED", "GM0001", year, null, helped.Values.Sum(), _helped);
        Relate("HELPED", "GM0001", year, null, _wijken.Select(wijk => Name("HELPED", wijk, year, null)));
    }

    // Of those who were asked, how many were content; what the rest said is nobody's to know when they are few.
    void AddShares(Random random, string year)
    {
        foreach (var wijk in _wijken)
        {
            var asked = random.Next(20, 60);
            var content = random.Next(2) == 0 ? asked - random.Next(0, 5) : random.Next(0, asked);
            var share = Math.Round(100m * content / asked, 1, MidpointRounding.AwayFromZero);
            var name = Name("CONTENT", wijk, year, null);
            _cells.Add(new() { Key = $"{name} (content)", Role = CellRole.Internal, Value = content, Policy = _visits });
            _cells.Add(new() { Key = $"{name} (asked)", Role = CellRole.Internal, Value = asked, Policy = _visits });
            _numbers[name] = _cells.Count;
            _cells.Add(new() { Key = name, Kind = CellKind.Percentage, Numerator = _cells.Count - 2, Denominator = _cells.Count - 1, Decimals = 1, Policy = _visits });
            _rows.Add(FormattableString.Invariant($"CONTENT,{wijk},{year},,{share},{asked},report,2022"));
        }
    }

    void Add(string indicator, string area, string period, string? age, int count, ProtectionPolicy policy)
    {
        var name = Name(indicator, area, period, age);
        _numbers[name] = _cells.Count;
        _cells.Add(new() { Key = name, Value = count, Policy = policy });
        _rows.Add(FormattableString.Invariant($"{indicator},{area},{period},{(age is null ? "" : $"age={age}")},{count},,report,2022"));
    }

    void Relate(string indicator, string area, string period, string? age, IEnumerable<string> parts) =>
        _relations.Add(Relation.Sum(_numbers[Name(indicator, area, period, age)], [.. parts.Select(part => _numbers[part])]));

    static IEnumerable<string> LeavesOf(string area) =>
        _areas.FirstOrDefault(it => it.Area == area).Parts is { } parts ? parts.SelectMany(LeavesOf) : [area];

    static string Name(string indicator, string area, string period, string? age) => Figure.Name(indicator, area, period, age is null ? "" : $"age={age}");
}
