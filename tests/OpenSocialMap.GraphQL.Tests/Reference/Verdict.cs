using System.Text.Json;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.GraphQL.Validation;

namespace OpenSocialMap.GraphQL.Tests.Reference;

/// <summary>What an implementation says of a document: that it is none, or its printed form, what is wrong with it, and its variables' values.</summary>
/// <param name="Syntax">The syntax error; then there is nothing else.</param>
/// <param name="Printed">The document in the customary layout.</param>
/// <param name="Errors">What validation finds, in order, each as "message @ line:column, line:column".</param>
/// <param name="VariableErrors">What is wrong with the variables; empty too when nobody asked.</param>
/// <param name="Coerced">The variables' values as JSON in one spelling; null when there are none.</param>
/// <param name="RuleErrors">How many errors the one rule finds that was asked for; null when there is no such rule, and always of ours.</param>
internal sealed record Verdict(
    string? Syntax, string? Printed, IReadOnlyList<string> Errors, IReadOnlyList<string> VariableErrors, string? Coerced, int? RuleErrors)
{
    private const string Source = "the document";

    public static Verdict Ours(Schema schema, Question question)
    {
        try
        {
            var document = Parser.Parse(new Source(question.Document, Source), ParserLimits.Trusted);
            var errors = question.Validate ? Validator.Validate(schema, document) : [];
            var verdict = new Verdict(null, Printer.Print(document), [.. errors.Select(Text)], [], null, null);
            return question.Variables is { } variables && errors.Count == 0 && document.Definitions.OfType<OperationDefinition>().FirstOrDefault() is { } operation
                ? Coerce(schema, document, operation, variables, verdict)
                : verdict;
        }
        catch (GraphQLException broken)
        {
            return new Verdict(Text(broken.Errors[0]), null, [], [], null, null);
        }
    }

    private static Verdict Coerce(Schema schema, Document document, OperationDefinition operation, string variables, Verdict verdict)
    {
        try
        {
            var coerced = VariableCoercion.Coerce(schema, document, operation, JsonElement.Parse(variables), new VariableLimits());
            return verdict with { Coerced = OneSpelling.Of(operation, coerced) };
        }
        catch (GraphQLException broken)
        {
            return verdict with { VariableErrors = [.. broken.Errors.Select(Text)] };
        }
    }

    // Below the message our syntax errors show the line; the reference's errors leave that to whoever prints them.
    private static string Text(GraphQLError error) =>
        $"{error.Message.Split($"\n{Source}:")[0]} @ {string.Join(", ", error.Locations.Select(l => $"{l.Line}:{l.Column}"))}";

    /// <param name="answer">A line of reference.mjs.</param>
    public static Verdict Theirs(string answer)
    {
        var json = JsonElement.Parse(answer);
        return new Verdict(String("syntax"), String("printed"), Strings("errors"), Strings("variableErrors"),
            String("coerced") is { } coerced ? OneSpelling.Of(JsonElement.Parse(coerced)) : null,
            json.TryGetProperty("ruleErrors", out var count) && count.ValueKind == JsonValueKind.Number ? count.GetInt32() : null);

        string? String(string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
        string[] Strings(string name) => json.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : [];
    }

    /// <summary>One line for each thing said, so that two verdicts are compared as texts.</summary>
    public override string ToString() => string.Join('\n',
        [.. Line("syntax", Syntax), .. Line("printed", Printed), .. Errors.Select(e => $"error: {e}"), .. VariableErrors.Select(e => $"variable: {e}"), .. Line("coerced", Coerced)]);

    private static IEnumerable<string> Line(string name, string? value) => value is null ? [] : [$"{name}: {value}"];
}

/// <summary>A document to judge, and perhaps a JSON object of variables for its first operation.</summary>
/// <param name="Schema">One of <see cref="Schemas"/> by name.</param>
/// <param name="Document">The text.</param>
/// <param name="Variables">A JSON object.</param>
/// <param name="Rule">A rule of which the reference tells what it finds alone.</param>
/// <param name="Validate">Whether the document is held against the rules at all.</param>
internal sealed record Question(string Schema, string Document, string? Variables = null, string? Rule = null, bool Validate = true);
