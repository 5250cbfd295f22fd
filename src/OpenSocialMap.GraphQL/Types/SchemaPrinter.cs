using System.Diagnostics;
using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types;

/// <summary>
/// Writes a schema as SDL, in order of definition, with its descriptions and the directives that stand on its elements, so that a
/// client can read everything we say about it; what every schema has by itself is left out.
/// </summary>
public static class SchemaPrinter
{
    public static string Print(Schema schema)
    {
        var parts = new List<string>();
        if (!GoesWithoutSaying(schema)) parts.Add(SchemaDefinition(schema));
        parts.AddRange(schema.Directives.Where(d => !d.IsBuiltIn).Select(Directive));
        parts.AddRange(schema.Types.Where(t => !t.IsBuiltIn).Select(Type));
        return string.Join("\n\n", parts) + "\n";
    }

    private static bool GoesWithoutSaying(Schema schema) =>
        schema.Description is null
        && schema.AppliedDirectives.Count == 0
        && schema.Query.Name == "Query"
        && schema.Mutation?.Name is null or "Mutation"
        && schema.Subscription?.Name is null or "Subscription"
        // A type of the customary name that is not the root would become one when the text is read again.
        && (schema.Mutation is not null || schema.FindType("Mutation") is null)
        && (schema.Subscription is not null || schema.FindType("Subscription") is null);

    private static string SchemaDefinition(Schema schema)
    {
        var roots = new List<string> { $"  query: {schema.Query.Name}" };
        if (schema.Mutation is { } mutation) roots.Add($"  mutation: {mutation.Name}");
        if (schema.Subscription is { } subscription) roots.Add($"  subscription: {subscription.Name}");
        return $"{Description(schema.Description)}schema{Applied(schema.AppliedDirectives)}{Block(roots)}";
    }

    private static string Directive(DirectiveType directive) =>
        $"{Description(directive.Description)}directive @{directive.Name}{Arguments(directive.Arguments, "")}" +
        $"{(directive.Repeatable ? " repeatable" : "")} on {string.Join(" | ", directive.Locations)}";

    private static string Type(NamedType type)
    {
        var directives = Applied(type.Directives);
        return Description(type.Description) + type switch
        {
            ScalarType => $"scalar {type.Name}{directives}",
            ObjectType o => $"type {type.Name}{Interfaces(o)}{directives}{Block(Fields(o.Fields))}",
            InterfaceType i => $"interface {type.Name}{Interfaces(i)}{directives}{Block(Fields(i.Fields))}",
            UnionType u => $"union {type.Name}{directives} = {string.Join(" | ", u.Members)}",
            EnumType e => $"enum {type.Name}{directives}{Block(Values(e.Values))}",
            InputObjectType i => $"input {type.Name}{directives}{Block(InputFields(i.Fields, "  "))}",
            _ => throw new UnreachableException(),
        };
    }

    private static string Interfaces(FieldsType type) =>
        type.Interfaces.Count == 0 ? "" : $" implements {string.Join(" & ", type.Interfaces)}";

    private static IEnumerable<string> Fields(IEnumerable<OutputField> fields) => fields.Select((field, i) =>
        $"{Description(field.Description, "  ", i == 0)}  {field.Name}{Arguments(field.Arguments, "  ")}: {field.Type}" +
        Applied(field.Directives));

    private static IEnumerable<string> Values(IEnumerable<EnumMember> values) => values.Select((value, i) =>
        $"{Description(value.Description, "  ", i == 0)}  {value.Name}{Applied(value.Directives)}");

    private static IEnumerable<string> InputFields(IEnumerable<InputField> fields, string indent) => fields.Select((input, i) =>
        $"{Description(input.Description, indent, i == 0)}{indent}{Input(input)}");

    /// <summary>On one line, or each on its own when one of them has something to say.</summary>
    private static string Arguments(IReadOnlyList<InputField> arguments, string indent)
    {
        if (arguments.Count == 0) return "";
        return arguments.All(a => a.Description is null)
            ? $"({string.Join(", ", arguments.Select(Input))})"
            : $"(\n{string.Join('\n', InputFields(arguments, indent + "  "))}\n{indent})";
    }

    private static string Input(InputField input)
    {
        var value = input.Default is null ? "" : $" = {Printer.Print(input.Default)}";
        return $"{input.Name}: {input.Type}{value}{Applied(input.Directives)}";
    }

    private static string Applied(IEnumerable<DirectiveNode> directives) => string.Concat(directives.Select(d => $" {Printer.Print(d)}"));

    private static string Block(IEnumerable<string> lines) => $" {{\n{string.Join('\n', lines)}\n}}";

    private static string Description(string? text, string indent = "", bool first = true)
    {
        if (text is null) return "";
        var literal = Printer.Print(new StringValue(default, text, Block: FitsBlockString(text)));
        var gap = first || indent.Length == 0 ? "" : "\n";
        var lines = literal.Split('\n').Select(line => line.Length == 0 ? line : indent + line);
        return $"{gap}{string.Join('\n', lines)}\n";
    }

    /// <summary>A block string loses indentation and empty edges and has no escapes; a text that needs these stands in plain quotes.</summary>
    private static bool FitsBlockString(string text)
    {
        if (text.Any(c => char.IsControl(c) && c is not ('\t' or '\n'))) return false;
        var oneLine = !text.Contains('\n') && !string.IsNullOrWhiteSpace(text);
        return oneLine || BlockString.Dedent($"\n{text}") == text;
    }
}
