using System.Runtime.CompilerServices;
using System.Text.Json;
using OpenSocialMap.GraphQL.Tests.Types;
using OpenSocialMap.GraphQL.Tests.Validation;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Tests.Reference;

/// <summary>The schemas that both implementations know: the one that we publish, and a small one that has every kind of thing in it.</summary>
internal static class Schemas
{
    public const string Public = "public";
    public const string Small = "small";

    private static readonly IReadOnlyDictionary<string, string> Texts = new Dictionary<string, string>
    {
        [Public] = PublicText(),
        [Small] = Map.Definitions,
    };

    private static readonly IReadOnlyDictionary<string, Schema> Built = Texts.ToDictionary(s => s.Key, s => Sdl.Build(s.Value));

    public static Schema Get(string name) => Built[name];

    /// <summary>The first line of what reference.mjs reads.</summary>
    public static string Json { get; } = JsonSerializer.Serialize(Texts);

    private static string PublicText([CallerFilePath] string here = "") => string.Join('\n',
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../../schema"), "*.graphql").Order(StringComparer.Ordinal).Select(File.ReadAllText));
}
