namespace OpenSocialMap.GraphQL.Language;

// The type system, https://spec.graphql.org/September2025/#sec-Type-System
public static partial class Printer
{
    private static string PrintTypeSystem(Node node) => node switch
    {
        SchemaDefinition schema => Described(schema.Description,
            Words(Extend(schema.Extends), "schema", Join(schema.Directives, " "), Block(schema.Operations))),
        RootOperation root => $"{KeywordOf(root.Kind)}: {Print(root.Type)}",
        ScalarDefinition scalar => PrintDefinition(scalar, "scalar", [], ""),
        ObjectDefinition type => PrintDefinition(type, "type", type.Interfaces, Block(type.Fields)),
        InterfaceDefinition type => PrintDefinition(type, "interface", type.Interfaces, Block(type.Fields)),
        UnionDefinition union => PrintDefinition(union, "union", [], union.Members.Count == 0 ? "" : $"= {Join(union.Members, " | ")}"),
        EnumDefinition type => PrintDefinition(type, "enum", [], Block(type.Values)),
        InputObjectDefinition type => PrintDefinition(type, "input", [], Block(type.Fields)),
        FieldDefinition field => Described(field.Description,
            Words($"{field.Name.Value}{Arguments(field.Arguments)}: {Print(field.Type)}", Join(field.Directives, " "))),
        InputValueDefinition input => Described(input.Description,
            Words($"{input.Name.Value}: {Print(input.Type)}", Default(input.Default), Join(input.Directives, " "))),
        EnumValueDefinition value => Described(value.Description, Words(value.Name.Value, Join(value.Directives, " "))),
        DirectiveDefinition directive => Described(directive.Description, Words(
            $"directive @{directive.Name.Value}{Arguments(directive.Arguments)}",
            directive.Repeatable ? "repeatable" : "", $"on {Join(directive.Locations, " | ")}")),
        _ => throw Unknown(node),
    };

    private static string PrintDefinition(TypeDefinition type, string keyword, IReadOnlyList<NamedTypeNode> interfaces, string body) =>
        Described(type.Description, Words(
            Extend(type.Extends),
            keyword,
            type.Name.Value,
            interfaces.Count == 0 ? "" : $"implements {Join(interfaces, " & ")}",
            Join(type.Directives, " "),
            body));

    private static string Arguments(IReadOnlyList<InputValueDefinition> arguments)
    {
        var printed = arguments.Select(Print).ToList();
        return printed.Exists(SpansLines) ? $"(\n{Indented(string.Join('\n', printed))}\n)" : InParentheses(string.Join(", ", printed));
    }

    private static string Extend(bool extends) => extends ? "extend" : "";
}
