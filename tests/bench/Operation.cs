using System.Text.Json.Nodes;

namespace OpenSocialMap.Bench;

/// <summary>A GraphQL operation to measure, with the variables that clients send in turn.</summary>
/// <param name="Name">Its file in <c>operations</c> here or in <c>schema/operations</c>.</param>
/// <param name="Bodies">The body of each request.</param>
/// <param name="PeerBodies">The same questions as PostGraphile understands them; empty where it isn't asked.</param>
internal sealed record Operation(string Name, IReadOnlyList<string> Bodies, IReadOnlyList<string> PeerBodies)
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "operations");
    private static string PeerFolder { get; } = Path.Combine(AppContext.BaseDirectory, "Peer", "operations");

    private const string SomeWijken = "select json_build_object('wijk', slug)::text from core.area where slug like 'bench-wijk-%' order by md5(slug) limit 500";

    private const string From = "(select day::timestamp at time zone 'Europe/Amsterdam' from core.agenda_day)";

    private const string SomePoints = """
        select json_build_object('latitude', st_y(point), 'longitude', st_x(point))::text
        from generate_series(1, 500) n
        cross join lateral st_transform(st_setsrid(st_makepoint(155100 + n * 7919 % 4800, 463100 + n * 104729 % 3800), 28992), 4326) point
        """;

    // The goals are about the first five. Each has queries that yield the variables: ours, and PostGraphile's where it is asked too.
    private static readonly (string Name, string Variables, string? PeerVariables)[] All =
    [
        ("trivial", "select '{}'", "select '{}'"),
        ("nested", SomeWijken,
            "select json_build_object('wijk', key)::text from core.area where slug like 'bench-wijk-%' order by md5(slug) limit 500"),
        ("agenda", SomeWijken,
            $"select json_build_object('wijk', key, 'from', {From})::text from core.area where slug like 'bench-wijk-%' order by md5(slug) limit 500"),
        ("single", "select json_build_object('id', id)::text from core.meeting_place where slug like 'bench-place-%' order by md5(slug) limit 500",
            $"select json_build_object('id', key, 'from', {From})::text from core.meeting_place where slug like 'bench-place-%' order by md5(slug) limit 500"),
        ("nearby", SomePoints, SomePoints),
        ("everything", "select json_build_object('id', id)::text from core.meeting_place where slug like 'bench-place-%' order by md5(slug) limit 500", null),
        ("01-what-is-there-in-a-wijk", SomeWijken, null),
        ("activities", """
            select json_build_object('wijk', lower(code), 'themes', array[theme, 'LEARNING'], 'first', 50)::text
            from core.area
            cross join unnest(array['LANGUAGE', 'EXERCISE', 'ADVICE']) theme
            where slug like 'bench-wijk-%'
            order by md5(theme || slug)
            limit 500
            """, null),
        ("13-language-lessons-with-a-filter", "select '{}'", null),
        ("04-search", """
            select json_build_object('text', text)::text
            from unnest(array[
              'soepmiddag', 'taalcursus', 'Buurtkamer De Wilg', 'computer spreekuur', 'wandelgroep ouderen', 'koffieochtend 12',
              'huiswerkclub kinderen', 'Stichting De Brug', 'yoga avnd', 'schaakcub', 'bibliotheek zwaluw', 'westerwijk', 'naaicafé', 'tuin'
            ]) text
            """, null),
    ];

    public static async Task<IReadOnlyList<Operation>> LoadAsync(BenchDatabase database, string? only, CancellationToken cancellation)
    {
        var operations = new List<Operation>();
        foreach (var (name, variables, peerVariables) in only is null ? All[..5] : All.Where(o => o.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            operations.Add(new Operation(name,
                await BodiesAsync(database, Document(name), variables, cancellation),
                peerVariables is null ? [] : await BodiesAsync(database, File.ReadAllText(Path.Combine(PeerFolder, name + ".graphql")), peerVariables, cancellation)));
        }
        return operations.Count > 0 ? operations : throw new BenchException($"No operation has \"{only}\" in its name.");
    }

    public static string Document(string name) => File.ReadAllText(Path.Combine(Folder, name + ".graphql"));

    private static async Task<IReadOnlyList<string>> BodiesAsync(BenchDatabase database, string document, string variables, CancellationToken cancellation) =>
        [.. (await database.ReadAsync(variables, cancellation)).Select(json => Body(document, json))];

    // One line, as wrk's script reads it.
    private static string Body(string document, string variables) =>
        new JsonObject { ["query"] = document, ["variables"] = JsonNode.Parse(variables) }.ToJsonString();
}
