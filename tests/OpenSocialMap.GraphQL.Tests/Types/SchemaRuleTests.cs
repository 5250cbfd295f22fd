using System.Runtime.CompilerServices;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Tests.Types;

/// <summary>
/// Every rule on schemas, accepted and refused. The cases are in the folder Rules: a title after ###, the schema, and on lines that
/// start with #! the errors that it must give, with their places counted from the line after the title.
/// </summary>
public sealed class SchemaRuleTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var path in Directory.EnumerateFiles(Folder()).Order())
        {
            foreach (var (title, _) in CasesIn(path)) cases.Add(Path.GetFileName(path), title);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_schema_gives_exactly_the_errors_that_its_case_names(string file, string title)
    {
        var lines = CasesIn(Path.Combine(Folder(), file)).Single(c => c.Title == title).Lines;
        var expected = lines.Where(l => l.StartsWith("#! ", StringComparison.Ordinal)).Select(l => l[3..]);

        var errors = Sdl.Errors(string.Join('\n', lines.Where(l => !l.StartsWith("#!", StringComparison.Ordinal))));

        Assert.Equal(expected, errors);
    }

    [Fact]
    public void A_scalar_needs_a_coercion()
    {
        var documents = Sdl.Parse("type Query { a: Date }\nscalar Date");

        var broken = Assert.Throws<GraphQLException>(() => SchemaBuilder.Build(documents, new Dictionary<string, ScalarCoercion>()));

        var error = Assert.Single(broken.Errors);
        Assert.Equal("Scalar type Date has no coercion: nothing says how its input is read.", error.Message);
        Assert.Equal(new Location(2, 1), Assert.Single(error.Locations));
    }

    private static IEnumerable<(string Title, string[] Lines)> CasesIn(string path) =>
        File.ReadAllText(path).Split("### ", StringSplitOptions.RemoveEmptyEntries)
            .Select(text => text.TrimEnd().Split('\n')).Select(lines => (lines[0], lines[1..]));

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Rules");
}
