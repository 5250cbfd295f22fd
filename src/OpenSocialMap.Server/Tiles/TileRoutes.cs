using System.Globalization;
using System.Text.Json.Nodes;
using NpgsqlTypes;
using OpenSocialMap.Data;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Representations;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Tiles;

/// <summary>
/// The map's data as vector tiles, in the usual numbering of the web, for maps that draw thousands of points. PostGIS makes them; each is kept as long as
/// the data is of the version that it was made of. https://github.com/mapbox/vector-tile-spec/tree/master/2.1
/// </summary>
internal sealed class TileRoutes(StatementRunner runner, Validators validators, RateLimits rates, TrafficSettings traffic, SocialMapDatabase database, PublicAddress address)
{
    private const string ContentType = "application/vnd.mapbox-vector-tile";
    private const long CacheBytes = 16 * 1024 * 1024;
    private const int Overhead = 200;
    private const int PointsForTile = 20;

    private static readonly RootField Whole = new(default, null);

    private readonly RecentCache<TileAddress, Tile> _tiles = new(CacheBytes, (_, tile) => tile.Bytes.Length + Overhead);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var tiles = ActivatorUtilities.CreateInstance<TileRoutes>(routes.ServiceProvider);
        var group = routes.MapGroup("/tiles").AddEndpointFilter<Refusals>();
        group.MapMethods("/{layer}.json", Reading.Methods, tiles.Describe);
        group.MapMethods("/{layer}/{z}/{x}/{y}.mvt", Reading.Methods, tiles.Write);
    }

    /// <summary>https://github.com/mapbox/tilejson-spec/tree/master/3.0.0</summary>
    private Task Describe(HttpContext http, string layer)
    {
        var found = TileLayer.Find(layer);
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(new JsonObject
        {
            ["tilejson"] = "3.0.0",
            ["name"] = $"OpenSocialMap: {found.Id}",
            ["attribution"] = found.Attribution,
            ["tiles"] = new JsonArray($"{address.Of(http.Request)}/tiles/{found.Id}/{{z}}/{{x}}/{{y}}.mvt"),
            ["minzoom"] = found.MinZoom,
            ["maxzoom"] = TileAddress.MaxZoom,
            ["vector_layers"] = new JsonArray(new JsonObject
            {
                ["id"] = found.Id,
                ["fields"] = new JsonObject(found.Fields.Select(field => KeyValuePair.Create<string, JsonNode?>(field.Name, field.Description))),
            }),
        }.ToJsonString(), http.RequestAborted);
    }

    private async Task Write(HttpContext http, string layer, string z, string x, string y)
    {
        var tileAddress = TileAddress.Read(TileLayer.Find(layer), z, x, y);
        if (validators.WriteNotModified(http, ContentType))
            return;
        var tile = _tiles.Find(tileAddress) is { } kept && kept.Version == database.Signals.Version.Current ? kept : await Make(http, tileAddress);
        validators.Begin(http, ContentType, tile.Version);
        http.Response.ContentLength = tile.Bytes.Length;
        await http.Response.BodyWriter.WriteAsync(tile.Bytes, http.RequestAborted);
    }

    private async Task<Tile> Make(HttpContext http, TileAddress tile)
    {
        var client = Client.Of(http, traffic);
        rates.Charge(http, client, PointsForTile);
        var statement = new Statement(
            "select api.tile($1, $2, $3, $4), (select version from api.data_version)",
            [
                new(NpgsqlDbType.Text, _ => tile.Layer.Id),
                new(NpgsqlDbType.Integer, _ => tile.Z),
                new(NpgsqlDbType.Integer, _ => tile.X),
                new(NpgsqlDbType.Integer, _ => tile.Y),
            ],
            [Whole], []);
        var result = await runner.Run(statement, default, client, http.RequestAborted);
        var made = new Tile(result.Values[0], result.Version);
        _tiles.Set(tile, made);
        return made;
    }

    private sealed record Tile(ReadOnlyMemory<byte> Bytes, long Version);
}

/// <summary>Which tile: how far the world is divided (z), the column from the west (x) and the row from the north (y).</summary>
internal sealed record TileAddress(TileLayer Layer, int Z, int X, int Y)
{
    public const int MaxZoom = 22;

    /// <exception cref="RequestRefusedException">There is no such tile.</exception>
    public static TileAddress Read(TileLayer layer, string z, string x, string y) =>
        Number(z) is { } zoom and <= MaxZoom && Number(x) is { } column && Number(y) is { } row && column < 1 << zoom && row < 1 << zoom
            ? new TileAddress(layer, zoom, column, row)
            : throw new RequestRefusedException(404, new GraphQLError(
                $"There is no tile {z}/{x}/{y}: z goes from 0 to {MaxZoom}, x and y from 0 to 2^z - 1.", ErrorCodes.NotFound));

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
