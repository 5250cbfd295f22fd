using System.Text.Json;

namespace OpenSocialMap.Server.Ide;

/// <summary>A ready-made operation in the IDE's list of examples: one file of <c>schema/operations</c>, whose README gives the format.</summary>
public sealed record Example(string Name, string Title, string Explanation, string Query, string Variables)
{
    const string VariablesMark = "variables:";

    static readonly JsonSerializerOptions Indented = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>Reads the comment lines at the top of an operation's text. A missing title or broken variables is a <see cref="FormatException"/>.</summary>
    public static Example Parse(string name, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var header = lines.TakeWhile(line => line.StartsWith('#')).Select(line => line[1..].Trim()).ToList();
        var variables = header.FirstOrDefault(IsVariables);
        var words = header.Where(line => line.Length > 0 && !IsVariables(line)).ToList();
        if (words.Count == 0)
        {
            throw new FormatException("its first line is not a comment with a title.");
        }

        var title = words[0].TrimEnd('.');
        var operation = string.Join('\n', lines.Skip(header.Count)).Trim();
        return new Example(name, title, string.Join(' ', words.Skip(1)), $"# {title}\n{operation}\n", variables is null ? "" : Format(variables));
    }

    static bool IsVariables(string line) => line.StartsWith(VariablesMark, StringComparison.OrdinalIgnoreCase);

    static string Format(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line.AsMemory(VariablesMark.Length));
            return JsonSerializer.Serialize(json, Indented);
        }
        catch (JsonException e)
        {
            throw new FormatException($"its variables are not JSON on one line: {e.Message}", e);
        }
    }
}
