using System.Globalization;
using System.Text.Json;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.GraphQL.Validation;

namespace OpenSocialMap.GraphQL.Tests.Validation;

/// <summary>A scalar of the schema's own says what is wrong; the engine says where, and what was expected.</summary>
public sealed class ScalarLiteralTests
{
    private static readonly Schema Schema = SchemaBuilder.Build(
        [Parser.Parse(new Source("scalar Date scalar Tags type Query { on(date: [Date!], tags: Tags): Int }"))],
        new Dictionary<string, ScalarCoercion> { ["Date"] = new Date(), ["Tags"] = new Tags() });

    private static IEnumerable<string> Errors(string document) =>
        Validator.Validate(Schema, Parser.Parse(new Source(document))).Select(e => e.Message);

    [Fact]
    public void A_literal_is_read_by_its_scalar()
    {
        Assert.Empty(Errors("""{ on(date: "2026-09-21") }"""));
        Assert.Equal(["""Expected value of type "[Date!]", found "soon"; "soon" is no date."""], Errors("""{ on(date: "soon") }"""));
        Assert.Equal(["""Expected value of type "Date!", found {day: 21}; {"day":21} is no date."""], Errors("""{ on(date: [{day: 21}]) }"""));
    }

    [Fact]
    public void A_variable_is_read_by_its_scalar()
    {
        var document = Parser.Parse(new Source("query ($date: Date!) { on(date: [$date]) }"));
        var operation = (OperationDefinition)document.Definitions[0];

        var read = VariableCoercion.Coerce(Schema, document, operation, JsonDocument.Parse("""{"date": "2026-09-21"}""").RootElement, VariableLimits.Default);
        Assert.True(read.TryGet("date", out var date));
        Assert.Equal(new DateOnly(2026, 9, 21), date);

        var error = Assert.Throws<GraphQLException>(
            () => VariableCoercion.Coerce(Schema, document, operation, JsonDocument.Parse("""{"date": "soon"}""").RootElement, VariableLimits.Default)).Errors[0];
        Assert.Equal("""Variable "$date" got invalid value "soon"; Expected type "Date". "soon" is no date.""", error.Message);
    }

    [Fact]
    public void A_literal_with_variables_in_it_is_left_to_the_scalar_at_execution() =>
        Assert.Empty(Errors("query ($tag: Int) { on(tags: {any: [$tag]}) }"));

    private sealed class Date : ScalarCoercion
    {
        public override string? FromJson(JsonElement json, out object? value)
        {
            var valid = DateOnly.TryParseExact(json.ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
            value = valid ? date : null;
            return valid ? null : $"{json.GetRawText()} is no date.";
        }
    }

    private sealed class Tags : ScalarCoercion
    {
        public override string? FromJson(JsonElement json, out object? value)
        {
            value = null;
            return "No literal is good enough.";
        }
    }
}
