using System.Runtime.CompilerServices;

namespace OpenSocialMap.GraphQL.Tests.Reference;

/// <summary>
/// Documents written by hand for the rule of a file's name. In a file of the folder <c>rules</c>, a line <c>#! valid</c> or
/// <c>#! invalid</c> stands before each document and says what that rule alone makes of it; <c>#! schema small</c> on top chooses another schema.
/// </summary>
internal sealed record RuleCorpus(string Rule, string Schema, IReadOnlyList<(bool IsValid, string Document)> Documents)
{
    public static IReadOnlyList<RuleCorpus> All { get; } = [.. Folder().GetFiles("*.graphql").OrderBy(f => f.Name, StringComparer.Ordinal).Select(Read)];

    private static DirectoryInfo Folder([CallerFilePath] string here = "") => new(Path.Combine(Path.GetDirectoryName(here)!, "rules"));

    private static RuleCorpus Read(FileInfo file)
    {
        var parts = File.ReadAllText(file.FullName).Split("#! ", StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('\n', 2)).Select(part => (Says: part[0].Trim(), Text: part[1])).ToList();
        var schema = parts[0].Says == $"schema {Schemas.Small}" ? Schemas.Small : Schemas.Public;
        return new RuleCorpus(Path.GetFileNameWithoutExtension(file.Name), schema,
            [.. parts.Where(p => p.Says is "valid" or "invalid").Select(p => (p.Says == "valid", p.Text))]);
    }
}
