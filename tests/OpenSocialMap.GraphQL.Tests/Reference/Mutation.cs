using System.Text.RegularExpressions;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Tests.RandomDocuments;

namespace OpenSocialMap.GraphQL.Tests.Reference;

/// <summary>Small accidents to a valid document or to its variables: words lost, doubled, swapped or taken for others, and stray signs.</summary>
internal sealed partial class Mutation(Schema schema, Dice dice)
{
    private static readonly string[] Strays =
    [
        "{", "}", "(", ")", "[", "]", ":", "!", "$", "@", "...", "|", "&", "=", "\"", "\"\"\"", "\\", "#", ",", "?", "\0", "\uFEFF", "é", "😀", "\r",
        "query", "fragment", "on", "mutation", "subscription", "type", "null", "true", "__typename", "__schema { types { name } }", "@skip(if: true)",
        "@include(if: $v0)", "@deprecated", "$v0", "$nope", "...F0", "... on Wijk { name }", "\"\\u00e9\"", "\"\\u{1F600}\"", "\"\\uD83D\"", "\"\"\"\n  block\n   text\n\"\"\"",
    ];

    private static readonly string[] Literals =
        ["0", "-1", "1.5", "1e3", "2147483648", "true", "null", "\"text\"", "ASC", "LANGUAGE", "[]", "[1, \"two\"]", "{}", "{ eq: 1 }", "{ slug: \"a\" }", "$v0", "$v1", "007", "1.", "-", "\"\"\"x\"\"\""];

    private static readonly string[] Json =
        ["0", "-1", "1.5", "1e3", "2147483648", "-0", "5.0", "true", "null", "\"text\"", "\"\"", "\"ASC\"", "[]", "[null]", "[[1]]", "{}", "{\"eq\":1}", "{\"slug\":\"a\"}", "{\"slug\":null}", "{\"slug\":\"a\",\"id\":\"b\"}"];

    private readonly string[] _names = Names(schema);

    private static string[] Names(Schema schema) =>
    [
        .. schema.Types.Select(t => t.Name),
        .. schema.Types.OfType<FieldsType>().SelectMany(t => t.Fields).SelectMany(f => f.Arguments.Select(a => a.Name).Append(f.Name)).Distinct(),
        .. schema.Types.OfType<InputObjectType>().SelectMany(t => t.Fields).Select(f => f.Name).Distinct(),
        .. schema.Types.OfType<EnumType>().SelectMany(t => t.Values).Select(v => v.Name).Distinct(),
    ];

    /// <summary>The document after one to three accidents.</summary>
    public string OfDocument(string document)
    {
        var tokens = Token().Matches(document).Select(m => m.Value).ToList();
        for (var accidents = 1 + dice.Below(3); accidents > 0; accidents--)
            Hurt(tokens, dice.Below(tokens.Count));
        return string.Concat(tokens);
    }

    private void Hurt(List<string> tokens, int at)
    {
        switch (dice.Below(9))
        {
            case 0:
                tokens[at] = "";
                break;
            case 1:
                tokens.Insert(at, $"{tokens[at]} ");
                break;
            case 2:
                var other = dice.Below(tokens.Count);
                (tokens[at], tokens[other]) = (tokens[other], tokens[at]);
                break;
            case 3:
                tokens.Insert(at, $" {dice.Pick(Strays)} ");
                break;
            case 4:
                Replace(tokens, at, Value(), () => dice.Pick(Literals));
                break;
            case 5:
                Replace(tokens, at, Name(), () => dice.Pick(tokens.Where(t => Name().IsMatch(t)).DefaultIfEmpty("x").ToList()));
                break;
            case 6 when tokens[at].Length > 1:
                tokens[at] = tokens[at].Remove(dice.Below(tokens[at].Length), 1);
                break;
            default:
                Replace(tokens, at, Name(), () => dice.Pick(_names));
                break;
        }
    }

    /// <summary>Replaces the first token of a kind from here on.</summary>
    private static void Replace(List<string> tokens, int from, Regex kind, Func<string> by)
    {
        var at = tokens.FindIndex(from, kind.IsMatch);
        if (at >= 0)
            tokens[at] = by();
    }

    /// <summary>The JSON after an accident to one of its values, or to the name of one.</summary>
    public string OfVariables(string variables)
    {
        var values = JsonValue().Matches(variables).Where(v => v.Index > 0).ToList();
        if (values.Count == 0)
            return variables;
        var hurt = dice.Pick(values);
        // A name that comes twice is another matter: JavaScript forgets the first of both, so the reference can't quote it.
        var by = hurt.Value.EndsWith(':') ? $"\"{dice.Pick(_names.Where(name => !variables.Contains($"\"{name}\":", StringComparison.Ordinal)).ToList())}\":" : dice.Pick(Json);
        return $"{variables[..hurt.Index]}{by}{variables[(hurt.Index + hurt.Length)..]}";
    }

    [GeneratedRegex("""
        "{3}(?:\\"{3}|[^"]|"(?!""))*"{3}|"(?:\\.|[^"\\])*"|\.{3}|[_A-Za-z]\w*|-?\d[\d.eE+-]*|\s+|.
        """, RegexOptions.Singleline)]
    private static partial Regex Token();

    [GeneratedRegex(@"^[_A-Za-z]\w*$")]
    private static partial Regex Name();

    [GeneratedRegex("""^["\d-]|^(true|false|null|[A-Z_]{2,})$""")]
    private static partial Regex Value();

    [GeneratedRegex("""
        "(?:\\.|[^"\\])*":?|-?\d[\d.eE+-]*|true|false|null|\[\]|\{\}
        """)]
    private static partial Regex JsonValue();
}
