using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Tests.Validation;

public sealed class LocationTests
{
    [Fact]
    public void Locations_count_lines_and_utf16_columns_as_the_source_does()
    {
        var line = string.Concat(Enumerable.Range(0, 400).Select(i => i % 3 == 0 ? $"a{i}: search(text: \"café 🏘 é\") {{ __typename }} x " : "wrong "));
        var text = $"{{\r\n{line}\n# 🏘\r{line}\r\n\n{line}}}";
        var source = new Source(text);

        var errors = GraphQL.Validation.Validator.Validate(Map.Schema, Map.Parse(text), 5000);

        var places = FieldPlaces(Map.Parse(text)).Select(source.LocationOf).ToHashSet();
        Assert.True(errors.Count > 500);
        Assert.All(errors, e => Assert.Contains(Assert.Single(e.Locations), places));
        Assert.Equal(errors.Count, errors.Select(e => e.Locations[0]).Distinct().Count());
        Assert.Equal(new(6, line.LastIndexOf('x') + 1), errors[^1].Locations[0]);
    }

    private static IEnumerable<int> FieldPlaces(Document document) =>
        ((OperationDefinition)document.Definitions[0]).Selections.Items.Select(item => item.Span.Start);
}
