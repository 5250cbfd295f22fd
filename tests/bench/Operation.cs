using System.Text;
using System.Text.Json.Nodes;

namespace OpenSocialMap.Bench;

/// <summary>A GraphQL operation to measure, with the variables that clients send in turn.</summary>
/// <param name="Name">Its file in <c>operations</c> here or in <c>schema/operations</c>.</param>
/// <param name="Requests">The body of each request.</param>
internal sealed record Operation(string Name, IReadOnlyList<byte[]> Requests)
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "operations");

    // What is measured, and a query that yields the variables.
    private static readonly (string Name, string Variables)[] All =
    [
        ("typename", "select '{}'"),
        ("01-what-is-there-in-a-wijk", "select json_build_object('wijk', slug)::text from core.area where slug like 'bench-wijk-%' order by key"),
        ("places", "select json_build_object('wijk', slug)::text from core.area where slug like 'bench-wijk-%' order by key"),
        ("place", "select json_build_object('id', id)::text from core.meeting_place where slug like 'bench-place-%' order by key"),
        ("nearby", """
            select json_build_object('latitude', st_y(point), 'longitude', st_x(point))::text
            from generate_series(1, 500) n
            cross join lateral st_transform(st_setsrid(st_makepoint(155100 + n * 7919 % 4800, 463100 + n * 104729 % 3800), 28992), 4326) point
            """),
        ("activities", """
            select json_build_object('wijk', lower(code), 'themes', array[theme, 'LEARNING'], 'first', 50)::text
            from core.area
            cross join unnest(array['LANGUAGE', 'EXERCISE', 'ADVICE']) theme
            where slug like 'bench-wijk-%'
            order by theme, key
            """),
        ("13-language-lessons-with-a-filter", "select '{}'"),
        ("04-search", """
            select json_build_object('text', text)::text
            from unnest(array[
              'soepmiddag', 'taalcursus', 'Buurtkamer De Wilg', 'computer spreekuur', 'wandelgroep ouderen', 'koffieochtend 12',
              'huiswerkclub kinderen', 'Stichting De Brug', 'yoga avnd', 'schaakcub', 'bibliotheek zwaluw', 'westerwijk', 'naaicafé', 'tuin'
            ]) text
            """),
    ];

    public static async Task<IReadOnlyList<Operation>> LoadAsync(BenchDatabase database, string? only, CancellationToken cancellation)
    {
        var operations = new List<Operation>();
        foreach (var (name, variables) in All.Where(o => only is null || o.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            var document = Document(name);
            operations.Add(new Operation(name, [.. (await database.ReadAsync(variables, cancellation)).Select(json => Body(document, json))]));
        }
        return operations.Count > 0 ? operations : throw new BenchException($"No operation has \"{only}\" in its name.");
    }

    public static string Document(string name) => File.ReadAllText(Path.Combine(Folder, name + ".graphql"));

    private static byte[] Body(string document, string variables) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["query"] = document, ["variables"] = JsonNode.Parse(variables) }.ToJsonString());
}
