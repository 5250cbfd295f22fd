using System.Text;

namespace OpenSocialMap.GraphQL.Language;

/// <summary>Writes a tree as GraphQL text in the customary layout, to the letter that of the reference implementation.</summary>
public static partial class Printer
{
    private const int LongestLine = 80;

    public static string Print(Node node) => node switch
    {
        Document document => Join(document.Definitions, "\n\n"),
        Name name => name.Value,
        ExecutableDefinition or VariableDefinition or SelectionSet or Selection or Argument or DirectiveNode => PrintExecutable(node),
        ValueNode value => PrintValue(value),
        ObjectField field => $"{field.Name.Value}: {Print(field.Value)}",
        TypeNode type => PrintType(type),
        _ => PrintTypeSystem(node),
    };

    private static string PrintExecutable(Node node) => node switch
    {
        OperationDefinition operation => PrintOperation(operation),
        FragmentDefinition fragment => Described(fragment.Description, Words(
            $"fragment {fragment.Name.Value} on {Print(fragment.Condition)}",
            Join(fragment.Directives, " "),
            Print(fragment.Selections))),
        VariableDefinition variable => Described(variable.Description,
            Words($"{Print(variable.Variable)}: {Print(variable.Type)}", Default(variable.Default), Join(variable.Directives, " "))),
        SelectionSet selections => Block(selections.Items),
        Field field => PrintField(field),
        FragmentSpread spread => Words($"...{spread.Name.Value}", Join(spread.Directives, " ")),
        InlineFragment fragment => Words("...", fragment.Condition is null ? "" : $"on {Print(fragment.Condition)}",
            Join(fragment.Directives, " "), Print(fragment.Selections)),
        Argument argument => $"{argument.Name.Value}: {Print(argument.Value)}",
        DirectiveNode directive => $"@{directive.Name.Value}{InParentheses(Join(directive.Arguments, ", "))}",
        _ => throw Unknown(node),
    };

    private static string PrintOperation(OperationDefinition operation)
    {
        var keyword = KeywordOf(operation.Kind);
        var variables = operation.Variables.Select(Print).ToList();
        var list = variables.Exists(SpansLines) ? $"(\n{string.Join('\n', variables)}\n)" : InParentheses(string.Join(", ", variables));
        var head = Described(operation.Description, Words(keyword, $"{operation.Name?.Value}{list}", Join(operation.Directives, " ")));
        return head == "query" ? Print(operation.Selections) : $"{head} {Print(operation.Selections)}";
    }

    private static string PrintField(Field field)
    {
        var name = field.Alias is null ? field.Name.Value : $"{field.Alias.Value}: {field.Name.Value}";
        var arguments = InParentheses(Join(field.Arguments, ", "));
        if (field.Arguments.Count > 0 && name.Length + arguments.Length > LongestLine)
        {
            arguments = $"(\n{Indented(Join(field.Arguments, "\n"))}\n)";
        }
        return Words(name + arguments, Join(field.Directives, " "), field.Selections is null ? "" : Print(field.Selections));
    }

    private static string PrintValue(ValueNode value) => value switch
    {
        Variable variable => $"${variable.Name.Value}",
        IntValue number => number.Text,
        FloatValue number => number.Text,
        StringValue { Block: true } text => BlockString.Print(text.Value),
        StringValue text => Quoted(text.Value),
        BooleanValue boolean => boolean.Value ? "true" : "false",
        NullValue => "null",
        EnumValue name => name.Value,
        ListValue list => $"[{Join(list.Items, ", ")}]",
        ObjectValue fields => $"{{{Join(fields.Fields, ", ")}}}",
        _ => throw Unknown(value),
    };

    private static string PrintType(TypeNode type) => type switch
    {
        NamedTypeNode named => named.Name.Value,
        ListTypeNode list => $"[{Print(list.Item)}]",
        NonNullTypeNode nonNull => $"{Print(nonNull.Inner)}!",
        _ => throw Unknown(type),
    };

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var c in text)
        {
            quoted = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(c) => quoted.Append($"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }
        return quoted.Append('"').ToString();
    }

    internal static string KeywordOf(OperationKind kind) => kind switch
    {
        OperationKind.Query => "query",
        OperationKind.Mutation => "mutation",
        _ => "subscription",
    };

    private static string Described(StringValue? description, string rest) => description is null ? rest : $"{Print(description)}\n{rest}";

    private static string Default(ValueNode? value) => value is null ? "" : $"= {Print(value)}";

    private static string Join(IEnumerable<Node> nodes, string separator) => string.Join(separator, nodes.Select(Print));

    /// <summary>Joins the parts that are there with a space.</summary>
    private static string Words(params ReadOnlySpan<string> parts)
    {
        var words = new StringBuilder();
        foreach (var part in parts)
        {
            words.Append(words.Length > 0 && part.Length > 0 ? " " : "").Append(part);
        }
        return words.ToString();
    }

    private static string InParentheses(string list) => list.Length == 0 ? "" : $"({list})";

    private static string Block(IReadOnlyList<Node> items) => items.Count == 0 ? "" : $"{{\n{Indented(Join(items, "\n"))}\n}}";

    private static string Indented(string text) => $"  {text.Replace("\n", "\n  ")}";

    private static bool SpansLines(string text) => text.Contains('\n');

    private static ArgumentOutOfRangeException Unknown(Node node) => new(nameof(node), $"{node.GetType().Name} can't be printed.");
}
