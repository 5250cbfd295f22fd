using System.Globalization;
using System.Text.Json;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Tests.RandomDocuments;

/// <summary>Values for arguments by type and name: mostly sensible, sometimes extreme, seldom impossible.</summary>
internal sealed class RandomInput(Dice dice, Known known)
{
    private const int MaxDepth = 4;
    private readonly RandomGeometry _geometry = new(dice);

    /// <summary>The arguments of one use of a field; required ones always, others now and then.</summary>
    public List<(string Name, Given Value)> Arguments(OutputField field)
    {
        var given = new List<(string, Given)>();
        var backward = dice.OneIn(4);
        foreach (var argument in field.Arguments)
        {
            var skip = argument.Name switch
            {
                "first" => backward ? !dice.OneIn(50) : dice.OneIn(4),
                "last" => backward ? dice.OneIn(10) : !dice.OneIn(100),
                "after" or "before" => !dice.OneIn(12),
                "where" => !dice.OneIn(3),
                "order" => !dice.OneIn(3),
                _ => !argument.IsRequired && !dice.OneIn(6),
            };
            if (!skip)
                given.Add((argument.Name, Value(argument.Type, argument.Name, 0)));
        }
        return given;
    }

    private Given Value(SchemaType type, string name, int depth)
    {
        if (dice.OneIn(400))
            return GivenLeaf.Of(type, dice.Pick(["1", "-1.5", "true", "\"x\"", "[]", "{\"nope\":1}", "null"]));
        if (!type.IsNonNull && dice.OneIn(15))
            return GivenLeaf.Of(type, "null");
        return type.Nullable switch
        {
            ListType list when dice.OneIn(15) => Value(list.Item, name, depth) with { Type = type },
            ListType list => new GivenList(type, [.. Enumerable.Range(0, dice.Below(depth > 2 ? 2 : 4)).Select(_ => Value(list.Item, name, depth + 1))]),
            InputObjectType input => Object(type, input, depth),
            EnumType members => GivenLeaf.Enum(type, dice.OneIn(300) ? "NOPE" : dice.Pick(members.Values).Name),
            ScalarType scalar => GivenLeaf.Of(type, Scalar(scalar, name)),
            var other => throw new InvalidOperationException($"{other} is no input type."),
        };
    }

    private GivenObject Object(SchemaType type, InputObjectType input, int depth)
    {
        if (input.IsOneOf)
        {
            var chosen = dice.Pick(input.Fields);
            return new GivenObject(type, [(chosen.Name, Value(new NonNullType(chosen.Type.Nullable), chosen.Name, depth + 1))]);
        }
        var optional = input.Fields.Where(f => !f.IsRequired).ToList();
        var simple = depth < MaxDepth ? optional : optional.Where(f => f.Type.Named is not InputObjectType).ToList();
        var count = dice.OneIn(12) || simple.Count == 0 ? 0 : 1 + dice.Below(2);
        var fields = input.Fields.Where(f => f.IsRequired).Concat(Enumerable.Range(0, count).Select(_ => dice.Pick(simple))).Distinct();
        return new GivenObject(type, [.. fields.Select(f => (f.Name, Value(f.Type, f.Name, depth + 1)))]);
    }

    private string Scalar(ScalarType type, string name) => type.Name switch
    {
        "Int" => (name switch
        {
            "first" or "last" => dice.OneIn(40) ? dice.Pick([-1, 0, 100, 101, int.MaxValue]) : dice.Below(5),
            _ => dice.Pick([0, 1, -1, 3, 12, 2022, 5000, 9165, int.MaxValue, int.MinValue]),
        }).ToString(CultureInfo.InvariantCulture),
        "Float" => Number(name),
        "Boolean" => dice.OneIn(2) ? "true" : "false",
        "String" or "ID" => JsonSerializer.Serialize(Text(name)),
        "Date" => dice.Pick(["\"2022-01-01\"", "\"2024-02-29\"", "\"0001-01-01\"", "\"9999-12-31\"", "\"2023-02-29\"", "\"gisteren\""]),
        "LocalTime" => dice.Pick(["\"10:00\"", "\"13:30:00\"", "\"00:00:00.000001\"", "\"23:59:59.999999\"", "\"24:00\""]),
        "DateTime" => dice.Pick(["\"2022-01-01T00:00:00Z\"", "\"0001-01-01T00:00:00Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"2024-01-01\""]),
        "Duration" => dice.Pick(["\"P1W\"", "\"P2M\"", "\"P\"", "\"P1D\""]),
        "URL" => dice.Pick(["\"https://aafje.nl\"", "\"nergens\"", "\"https://example.org/'\""]),
        "Geometry" => _geometry.Json(),
        var other => throw new InvalidOperationException($"No values for {other} are known."),
    };

    private string Number(string name) => (name switch
    {
        "latitude" or "south" or "north" => Near(51.80, 0.05, 90),
        "longitude" or "west" or "east" => Near(4.67, 0.05, 180),
        "within" or "buffer" or "simplify" or "lt" or "lte" or "gt" or "gte" => dice.Pick<double>([1, 50, 400, 800, 2500, 50_000, 0, -1, 1e300, 10_000]),
        _ => dice.Pick<double>([0, 1.5, -2, 4.67, 51.8, 1e300, -1e-300, 1e16]),
    }).ToString("R", CultureInfo.InvariantCulture);

    private double Near(double middle, double spread, double limit) =>
        dice.OneIn(25) ? dice.Pick([limit, -limit, limit + 1, 0, 1e300]) : dice.Between(middle - spread, middle + spread);

    private string Text(string name) => name switch
    {
        "after" or "before" => dice.Pick(known.Cursors),
        "id" or "ids" => dice.Pick(known.Ids),
        "area" => dice.OneIn(10) ? dice.Pick(known.Texts) : dice.Pick(["WK050509", "wk050507", "GM0505", "dordrecht", "sterrenburg", "krispijn", "dordt-west", "crabbehof", "BU05050100", "centrum"]),
        "indicator" => dice.Pick(["inhabitants", "households", "nope"]),
        _ => dice.Pick(dice.OneIn(4) ? known.Ids : known.Texts),
    };
}
