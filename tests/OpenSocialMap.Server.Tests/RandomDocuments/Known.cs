using System.Text.Json;

namespace OpenSocialMap.Server.Tests.RandomDocuments;

/// <summary>Values that the database really has, collected from answers, so that many random conditions hold for something.</summary>
internal sealed class Known
{
    private const int Enough = 500;
    private readonly List<string> _ids = ["wijk_0000000000000000", "nothing", ""];
    private readonly List<string> _cursors = ["", "x", "W10"];
    private readonly List<string> _texts =
    [
        "WK050509", "GM0505", "BU05050100", "sterrenburg", "krispijn", "dordt-west", "crabbehof", "Sterrenburg", "buurtwerk-dordrecht", "inhabitants",
        "Kasperspad", "soep", "taalles", "huiskamer", "café", "", " ", "%", "_", "'", "\"", "\\", "\\\\'; --", "a\u0000b", "😀", "é", "\n", "-1",
    ];

    public IReadOnlyList<string> Ids => _ids;
    public IReadOnlyList<string> Cursors => _cursors;
    public IReadOnlyList<string> Texts => _texts;

    public void Learn(JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                    Learn(item);
                break;
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                {
                    if (property.Value.ValueKind == JsonValueKind.String)
                        Learn(property.Name, property.Value.GetString()!);
                    else
                        Learn(property.Value);
                }
                break;
        }
    }

    private void Learn(string key, string text)
    {
        var list = key switch { "id" => _ids, "cursor" or "startCursor" or "endCursor" => _cursors, _ => _texts };
        if (list.Count < Enough && text.Length < 200 && !list.Contains(text))
            list.Add(text);
    }
}
