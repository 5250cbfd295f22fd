using System.Reflection;
using OpenSocialMap.GraphQL;

namespace OpenSocialMap.Server.Tests.Repository;

/// <summary>House rules that a reader would otherwise have to check by eye.</summary>
public sealed class FilesTests
{
    private const int MaxLines = 500;

    [Fact]
    public void No_code_file_is_longer_than_500_lines() =>
        Assert.DoesNotContain(Clone.Files("src", "*.cs").Concat(Clone.Files("tests", "*.cs")),
            path => File.ReadLines(Path.Combine(Clone.Root, path)).Count() > MaxLines);

    [Fact]
    public void The_README_fits_on_a_few_screens_and_names_both_commands()
    {
        var lines = File.ReadAllLines(Path.Combine(Clone.Root, "README.md"));
        Assert.True(lines.Length < 150);
        Assert.Contains("./start", lines);
        Assert.Contains("./test", lines);
    }

    [Fact]
    public void Error_codes_are_distinct()
    {
        var codes = typeof(ErrorCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).ToList();
        Assert.NotEmpty(codes);
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }
}
