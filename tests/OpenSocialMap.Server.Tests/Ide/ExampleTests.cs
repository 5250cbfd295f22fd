using OpenSocialMap.Server.Ide;

namespace OpenSocialMap.Server.Tests.Ide;

/// <summary>The files of <c>schema/operations</c> become the IDE's examples.</summary>
public sealed class ExampleTests
{
    [Fact]
    public void The_comments_on_top_give_title_explanation_and_variables()
    {
        var example = Example.Parse("near", "# Places nearby.\n# Within a walk.\n# Nearest first.\n# variables: {\"metres\": 500}\nquery Near($metres: Int) {\n  a # kept\n}\n");

        Assert.Equal("near", example.Name);
        Assert.Equal("Places nearby", example.Title);
        Assert.Equal("Within a walk. Nearest first.", example.Explanation);
        Assert.Equal("# Places nearby\nquery Near($metres: Int) {\n  a # kept\n}\n", example.Query);
        Assert.Equal("{\n  \"metres\": 500\n}", example.Variables);
    }

    [Fact]
    public void An_operation_without_variables_leaves_them_empty() =>
        Assert.Equal("", Example.Parse("all", "# All wijken\nquery All { a }").Variables);

    [Theory]
    [InlineData("query NoTitle { a }", "its first line is not a comment with a title.")]
    [InlineData("# variables: {}\nquery NoTitle { a }", "its first line is not a comment with a title.")]
    [InlineData("# Title\n# variables: {broken\nquery Q { a }", "its variables are not JSON on one line:")]
    public void A_file_in_another_form_says_what_is_wrong(string text, string reason) =>
        Assert.StartsWith(reason, Assert.Throws<FormatException>(() => Example.Parse("wrong", text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_operation_of_the_schema_is_an_example_with_an_explanation()
    {
        var files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "schema", "operations"), "*.graphql");

        var examples = files.Select(file => Example.Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file))).ToList();

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.NotEqual("", example.Explanation));
        Assert.Equal(examples.Count, examples.Select(example => example.Title).Distinct().Count());
    }
}
