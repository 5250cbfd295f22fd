using System.Diagnostics;
using System.Text.Json;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Introspection;

/// <summary>Writes one answer of introspection: a method for each type that describes types, with an arm for each of its fields.</summary>
internal sealed class IntrospectionAnswer(Utf8JsonWriter json, Schema schema)
{
    public void WriteSchema(IReadOnlyList<SelectedField> selections) => WriteObject(schema, "__Schema", selections, WriteSchemaField);

    public void WriteType(SchemaType? type, IReadOnlyList<SelectedField> selections) =>
        WriteObject(type, "__Type", selections, WriteTypeField);

    /// <summary>https://spec.graphql.org/September2025/#sec-The-__Schema-Type</summary>
    private void WriteSchemaField(Schema _, SelectedField selected)
    {
        switch (selected.Definition.Name)
        {
            case "description": json.WriteStringValue(schema.Description); break;
            case "types": WriteTypes(schema.Types, selected); break;
            case "queryType": WriteType(schema.Query, selected.Selections); break;
            case "mutationType": WriteType(schema.Mutation, selected.Selections); break;
            case "subscriptionType": WriteType(schema.Subscription, selected.Selections); break;
            case "directives": WriteList(schema.Directives, "__Directive", selected, WriteDirectiveField); break;
            default: throw Unknown(selected);
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-The-__Type-Type</summary>
    private void WriteTypeField(SchemaType type, SelectedField selected)
    {
        switch (selected.Definition.Name)
        {
            case "kind": json.WriteStringValue(KindOf(type)); break;
            case "name": json.WriteStringValue((type as NamedType)?.Name); break;
            case "description": json.WriteStringValue((type as NamedType)?.Description); break;
            case "specifiedByURL": json.WriteStringValue((type as ScalarType)?.SpecifiedBy); break;
            case "fields": WriteFields((type as FieldsType)?.Fields, selected); break;
            case "interfaces": WriteTypes((type as FieldsType)?.Interfaces, selected); break;
            case "possibleTypes": WriteTypes(type is NamedType { IsAbstract: true } named ? schema.PossibleTypes(named) : null, selected); break;
            case "enumValues": WriteEnumValues((type as EnumType)?.Values, selected); break;
            case "inputFields": WriteInputValues((type as InputObjectType)?.Fields, selected); break;
            case "ofType": WriteType((type as ListType)?.Item ?? (type as NonNullType)?.Inner, selected.Selections); break;
            case "isOneOf" when type is InputObjectType input: json.WriteBooleanValue(input.IsOneOf); break;
            case "isOneOf": json.WriteNullValue(); break;
            default: throw Unknown(selected);
        }
    }

    private static string KindOf(SchemaType type) => type switch
    {
        ScalarType => "SCALAR",
        ObjectType => "OBJECT",
        InterfaceType => "INTERFACE",
        UnionType => "UNION",
        EnumType => "ENUM",
        InputObjectType => "INPUT_OBJECT",
        ListType => "LIST",
        NonNullType => "NON_NULL",
        _ => throw new UnreachableException(),
    };

    private void WriteTypes(IEnumerable<SchemaType>? types, SelectedField list) => WriteList(types, "__Type", list, WriteTypeField);

    private void WriteFields(IEnumerable<OutputField>? fields, SelectedField list) =>
        WriteList(fields?.Where(f => IsWanted(f.DeprecationReason, list)), "__Field", list, WriteFieldField);

    /// <summary>https://spec.graphql.org/September2025/#sec-The-__Field-Type</summary>
    private void WriteFieldField(OutputField field, SelectedField selected)
    {
        switch (selected.Definition.Name)
        {
            case "name": json.WriteStringValue(field.Name); break;
            case "description": json.WriteStringValue(field.Description); break;
            case "args": WriteInputValues(field.Arguments, selected); break;
            case "type": WriteType(field.Type, selected.Selections); break;
            case "isDeprecated": json.WriteBooleanValue(field.DeprecationReason is not null); break;
            case "deprecationReason": json.WriteStringValue(field.DeprecationReason); break;
            default: throw Unknown(selected);
        }
    }

    private void WriteInputValues(IEnumerable<InputField>? inputs, SelectedField list) =>
        WriteList(inputs?.Where(i => IsWanted(i.DeprecationReason, list)), "__InputValue", list, WriteInputValueField);

    /// <summary>https://spec.graphql.org/September2025/#sec-The-__InputValue-Type</summary>
    private void WriteInputValueField(InputField input, SelectedField selected)
    {
        switch (selected.Definition.Name)
        {
            case "name": json.WriteStringValue(input.Name); break;
            case "description": json.WriteStringValue(input.Description); break;
            case "type": WriteType(input.Type, selected.Selections); break;
            case "defaultValue": json.WriteStringValue(input.Default is null ? null : Printer.Print(input.Default)); break;
            case "isDeprecated": json.WriteBooleanValue(input.DeprecationReason is not null); break;
            case "deprecationReason": json.WriteStringValue(input.DeprecationReason); break;
            default: throw Unknown(selected);
        }
    }

    private void WriteEnumValues(IEnumerable<EnumMember>? values, SelectedField list) =>
        WriteList(values?.Where(v => IsWanted(v.DeprecationReason, list)), "__EnumValue", list, WriteEnumValueField);

    /// <summary>https://spec.graphql.org/September2025/#sec-The-__EnumValue-Type</summary>
    private void WriteEnumValueField(EnumMember value, SelectedField selected)
    {
        switch (selected.Definition.Name)
        {
            case "name": json.WriteStringValue(value.Name); break;
            case "description": json.WriteStringValue(value.Description); break;
            case "isDeprecated": json.WriteBooleanValue(value.DeprecationReason is not null); break;
            case "deprecationReason": json.WriteStringValue(value.DeprecationReason); break;
            default: throw Unknown(selected);
        }
    }

    /// <summary>https://spec.graphql.org/September2025/#sec-The-__Directive-Type</summary>
    private void WriteDirectiveField(DirectiveType directive, SelectedField selected)
    {
        switch (selected.Definition.Name)
        {
            case "name": json.WriteStringValue(directive.Name); break;
            case "description": json.WriteStringValue(directive.Description); break;
            case "isRepeatable": json.WriteBooleanValue(directive.Repeatable); break;
            case "locations": WriteLocations(directive.Locations); break;
            case "args": WriteInputValues(directive.Arguments, selected); break;
            default: throw Unknown(selected);
        }
    }

    private void WriteLocations(IReadOnlyList<string> locations)
    {
        json.WriteStartArray();
        foreach (var location in locations) json.WriteStringValue(location);
        json.WriteEndArray();
    }

    private static bool IsWanted(string? deprecationReason, SelectedField list) =>
        deprecationReason is null || list.Arguments.GetValueOrDefault("includeDeprecated") is true;

    private void WriteList<T>(IEnumerable<T>? items, string typename, SelectedField list, Action<T, SelectedField> writeField)
        where T : class
    {
        if (items is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartArray();
        foreach (var item in items) WriteObject(item, typename, list.Selections, writeField);
        json.WriteEndArray();
    }

    private void WriteObject<T>(T? value, string typename, IReadOnlyList<SelectedField> selections, Action<T, SelectedField> writeField)
        where T : class
    {
        if (value is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        foreach (var selected in selections)
        {
            json.WritePropertyName(selected.ResponseKey);
            if (selected.Definition.Name == "__typename") json.WriteStringValue(typename);
            else writeField(value, selected);
        }
        json.WriteEndObject();
    }

    private static UnreachableException Unknown(SelectedField selected) => new($"Introspection has no field {selected.Definition.Name}.");
}
