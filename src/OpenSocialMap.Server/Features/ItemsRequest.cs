using System.Globalization;
using System.Text.Json.Nodes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;

namespace OpenSocialMap.Server.Features;

/// <summary>What somebody asks of a collection: how many of which items. https://docs.ogc.org/is/17-069r4/17-069r4.html#_items_</summary>
/// <param name="Limit">At most this many items in one answer.</param>
/// <param name="Offset">How many to skip: not in the standard, but some programs count instead of following the link "next".</param>
/// <param name="Variables">The rest, as the variables of the layer's operation.</param>
internal sealed record ItemsRequest(int Limit, int Offset, JsonObject Variables)
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 1000;
    public const int MaxOffset = 10_000;

    private const double East = 180;
    private const double North = 90;

    private static readonly string[] Standard = ["limit", "offset", "bbox", "datetime", "cursor", "f"];

    /// <exception cref="RequestRefusedException">A parameter is unknown or can't be read.</exception>
    public static ItemsRequest Read(Layer layer, IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(key => !Standard.Contains(key) && layer.Filters.All(filter => filter.Name != key)) is { } unknown)
            throw Refused($"There is no parameter \"{unknown}\". Known are {string.Join(", ", Standard.Concat(layer.Filters.Select(filter => filter.Name)))}.");
        ReadFormat(query["f"]);
        Instants.RequireInterval(query["datetime"]);
        var variables = new JsonObject();
        foreach (var filter in layer.Filters)
        {
            if (query[filter.Name].LastOrDefault() is { Length: > 0 } text)
                variables[filter.Name] = Value(filter, text);
        }
        if (query["cursor"].LastOrDefault() is { Length: > 0 } cursor)
            variables["after"] = cursor;
        if (query["bbox"].LastOrDefault() is { Length: > 0 } box)
            variables["where"] = new JsonObject { [layer.Geometry] = new JsonObject { ["intersects"] = new JsonObject { ["geometry"] = Shape(box) } } };
        return new ItemsRequest(ReadLimit(query["limit"]), ReadOffset(query["offset"]), variables);
    }

    // Beyond the maximum the standard has the server answer with its maximum.
    private static int ReadLimit(string? text) =>
        string.IsNullOrEmpty(text) ? DefaultLimit
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit >= 1 ? Math.Min(limit, MaxLimit)
        : throw Refused($"limit is \"{text}\"; it has to be a whole number from 1 to {MaxLimit}.");

    private static int ReadOffset(string? text) =>
        string.IsNullOrEmpty(text) ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) && offset <= MaxOffset ? offset
        : throw Refused($"offset is \"{text}\"; it has to be a whole number from 0 to {MaxOffset}. Better follow the links \"next\".");

    private static void ReadFormat(string? format)
    {
        if (format is not (null or "" or "json"))
            throw Refused($"f is \"{format}\"; the only format here is json.");
    }

    private static JsonNode Value(LayerFilter filter, string text) => filter switch
    {
        { IsList: true } => new JsonArray([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(item => JsonValue.Create(item))]),
        { Type: "Boolean" } => text switch
        {
            "true" => true,
            "false" => false,
            _ => throw Refused($"{filter.Name} is \"{text}\"; it has to be true or false."),
        },
        _ => JsonValue.Create(text),
    };

    /// <summary>A box of four numbers, or six with heights, which nothing here has; one whose west lies east of its east spans the 180th meridian.</summary>
    private static JsonObject Shape(string text)
    {
        var sides = text.Split(',').Select(side => double.TryParse(side, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) ? degrees : double.NaN).ToArray();
        var (west, south, east, north) = sides switch
        {
            [var w, var s, var e, var n] => (w, s, e, n),
            [var w, var s, _, var e, var n, _] => (w, s, e, n),
            _ => throw BadBox(text),
        };
        if (!(Math.Abs(west) <= East && Math.Abs(east) <= East && Math.Abs(south) <= North && Math.Abs(north) <= North && south <= north))
            throw BadBox(text);
        return new JsonObject
        {
            ["type"] = "MultiPolygon",
            ["coordinates"] = west <= east ? new JsonArray(Box(west, south, east, north)) : new JsonArray(Box(west, south, East, north), Box(-East, south, east, north)),
        };
    }

    // A box without width or height is a point or a line to the eye, and no valid polygon: it gets a hair's breadth.
    private static JsonArray Box(double west, double south, double east, double north)
    {
        const double Hair = 1e-9;
        (east, north) = (Math.Max(east, west + Hair), Math.Max(north, south + Hair));
        return [new JsonArray(new JsonArray(west, south), new JsonArray(east, south), new JsonArray(east, north), new JsonArray(west, north), new JsonArray(west, south))];
    }

    private static RequestRefusedException BadBox(string text) =>
        Refused($"bbox is \"{text}\"; it has to be west,south,east,north in degrees (WGS84), such as 4.6,51.7,4.8,51.9.");

    private static RequestRefusedException Refused(string message) => new(400, new GraphQLError(message, ErrorCodes.BadInput));
}
