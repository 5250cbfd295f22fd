using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace OpenSocialMap.Server.Tests.Ide;

/// <summary>What we serve of other projects is what their makers published.</summary>
public sealed partial class VendoredFilesTests
{
    [Fact]
    public void Every_script_and_style_sheet_of_GraphiQL_has_the_sum_that_its_README_gives()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "wwwroot", "graphiql");
        var written = Row().Matches(File.ReadAllText(Path.Combine(folder, "README.md")))
            .ToDictionary(row => row.Groups["file"].Value, row => row.Groups["sum"].Value);

        var actual = Directory.GetFiles(folder).Where(file => Path.GetExtension(file) is ".js" or ".css")
            .ToDictionary(file => Path.GetFileName(file), file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))));

        Assert.NotEmpty(actual);
        Assert.Equal(written.OrderBy(pair => pair.Key), actual.OrderBy(pair => pair.Key));
    }

    [GeneratedRegex(@"^\| `(?<file>[^`]+)` .* (?<sum>[0-9a-f]{64}) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
