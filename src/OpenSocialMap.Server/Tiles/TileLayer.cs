using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;

namespace OpenSocialMap.Server.Tiles;

/// <summary>What a vector tile can hold; the database's function <c>api.tile</c> makes the same.</summary>
/// <param name="MinZoom">Farther away it would be too much for one tile, and tiles are empty.</param>
/// <param name="Fields">What each feature tells of itself.</param>
internal sealed record TileLayer(string Id, int MinZoom, string Attribution, IReadOnlyList<(string Name, string Description)> Fields)
{
    private const string Outlines = "© CBS, © Kadaster (CC BY 4.0)";
    private const string Ours = "OpenSocialMap (CC BY 4.0)";

    private static readonly (string, string)[] Areas = [("id", "Opaque id of the record"), ("slug", "Readable name for addresses"), ("name", "Name"), ("code", "CBS code")];

    private static readonly (string, string) Stale = ("is_stale", "Whether it is so long ago that anybody said it is so that it should be asked again; from zoom 10");

    public static readonly IReadOnlyList<TileLayer> All =
    [
        new("wijken", 6, Outlines, Areas),
        new("buurten", 9, Outlines, Areas),
        new("places", 8, Ours,
            [("id", "Opaque id of the record"), ("slug", "Readable name for addresses"), ("name", "Name"), ("kind", "Sort of place"), ("location_precision", "EXACT, NEARBY or AREA"), Stale]),
        new("activities", 8, Ours,
            [
                ("id", "Opaque id of the record"), ("slug", "Readable name for addresses"), ("name", "Name"), ("themes", "Themes, with commas between them"),
                ("place", "Name of the place"), ("location_precision", "EXACT, NEARBY or AREA"), Stale,
            ]),
    ];

    /// <exception cref="RequestRefusedException">There is no such layer.</exception>
    public static TileLayer Find(string id) => All.FirstOrDefault(layer => layer.Id == id) ?? throw new RequestRefusedException(404, new GraphQLError(
        $"There is no layer \"{id}\". There are {string.Join(", ", All.Select(layer => layer.Id))}.", ErrorCodes.NotFound));
}
