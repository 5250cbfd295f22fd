namespace OpenSocialMap.GraphQL.Language;

// The type system and its extensions, https://spec.graphql.org/September2025/#sec-Type-System
public ref partial struct Parser
{
    private readonly bool AtDescription() => At(TokenKind.String) || At(TokenKind.BlockString);

    // https://spec.graphql.org/September2025/#Description
    private StringValue? ParseDescription() => AtDescription() ? ParseString() : null;

    // https://spec.graphql.org/September2025/#TypeSystemExtension
    private Definition ParseTypeSystemExtension()
    {
        var keyword = LookAhead();
        return keyword.Kind != TokenKind.Name ? throw Unexpected(keyword) : TextOf(keyword) switch
        {
            "schema" => ParseSchemaDefinition(extends: true),
            "scalar" => ParseScalarTypeDefinition(extends: true),
            "type" => ParseObjectTypeDefinition(extends: true),
            "interface" => ParseInterfaceTypeDefinition(extends: true),
            "union" => ParseUnionTypeDefinition(extends: true),
            "enum" => ParseEnumTypeDefinition(extends: true),
            "input" => ParseInputObjectTypeDefinition(extends: true),
            _ => throw Unexpected(keyword),
        };
    }

    /// <summary>What opens a definition (a description) or an extension (the word "extend"), and then its keyword.</summary>
    private (int Start, StringValue? Description) ParseOpening(bool extends, ReadOnlySpan<byte> keyword)
    {
        var start = _token.Start;
        StringValue? description = null;
        if (extends)
        {
            ExpectKeyword("extend"u8);
        }
        else
        {
            description = ParseDescription();
        }
        ExpectKeyword(keyword);
        return (start, description);
    }

    /// <summary>A definition may be bare; an extension must add something.</summary>
    private readonly void RefuseEmptyExtension(bool extends, params ReadOnlySpan<int> additions)
    {
        if (extends && additions.IndexOfAnyExcept(0) < 0)
        {
            throw Unexpected(_token);
        }
    }

    // https://spec.graphql.org/September2025/#SchemaDefinition and #SchemaExtension
    private SchemaDefinition ParseSchemaDefinition(bool extends)
    {
        var (start, description) = ParseOpening(extends, "schema"u8);
        var directives = ParseDirectives(isConst: true);
        RootOperation[] operations = extends && !At(TokenKind.BraceLeft)
            ? []
            : Many(TokenKind.BraceLeft, static (ref p) => p.ParseRootOperationTypeDefinition(), TokenKind.BraceRight);
        RefuseEmptyExtension(extends, directives.Count, operations.Length);
        return new SchemaDefinition(From(start), extends, description, directives, operations);
    }

    // https://spec.graphql.org/September2025/#RootOperationTypeDefinition
    private RootOperation ParseRootOperationTypeDefinition()
    {
        var start = _token.Start;
        var kind = ParseOperationType();
        Expect(TokenKind.Colon);
        var type = ParseNamedType();
        return new RootOperation(From(start), kind, type);
    }

    // https://spec.graphql.org/September2025/#ScalarTypeDefinition and #ScalarTypeExtension
    private ScalarDefinition ParseScalarTypeDefinition(bool extends)
    {
        var (start, description) = ParseOpening(extends, "scalar"u8);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        RefuseEmptyExtension(extends, directives.Count);
        return new ScalarDefinition(From(start), extends, description, name, directives);
    }

    // https://spec.graphql.org/September2025/#ObjectTypeDefinition and #ObjectTypeExtension
    private ObjectDefinition ParseObjectTypeDefinition(bool extends)
    {
        var (start, description) = ParseOpening(extends, "type"u8);
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldsDefinition();
        RefuseEmptyExtension(extends, interfaces.Length, directives.Count, fields.Length);
        return new ObjectDefinition(From(start), extends, description, name, interfaces, directives, fields);
    }

    // https://spec.graphql.org/September2025/#ImplementsInterfaces
    private NamedTypeNode[] ParseImplementsInterfaces() =>
        AcceptKeyword("implements"u8) ? Delimited(TokenKind.Ampersand, static (ref p) => p.ParseNamedType()) : [];

    // https://spec.graphql.org/September2025/#FieldsDefinition
    private FieldDefinition[] ParseFieldsDefinition() =>
        OptionalMany(TokenKind.BraceLeft, static (ref p) => p.ParseFieldDefinition(), TokenKind.BraceRight);

    // https://spec.graphql.org/September2025/#FieldDefinition
    private FieldDefinition ParseFieldDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseArgumentsDefinition();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var directives = ParseDirectives(isConst: true);
        return new FieldDefinition(From(start), description, name, arguments, type, directives);
    }

    // https://spec.graphql.org/September2025/#ArgumentsDefinition
    private InputValueDefinition[] ParseArgumentsDefinition() =>
        OptionalMany(TokenKind.ParenLeft, static (ref p) => p.ParseInputValueDefinition(), TokenKind.ParenRight);

    // https://spec.graphql.org/September2025/#InputValueDefinition
    private InputValueDefinition ParseInputValueDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = ParseDefaultValue();
        var directives = ParseDirectives(isConst: true);
        return new InputValueDefinition(From(start), description, name, type, defaultValue, directives);
    }

    // https://spec.graphql.org/September2025/#InterfaceTypeDefinition and #InterfaceTypeExtension
    private InterfaceDefinition ParseInterfaceTypeDefinition(bool extends)
    {
        var (start, description) = ParseOpening(extends, "interface"u8);
        var name = ParseName();
        var interfaces = ParseImplementsInterfaces();
        var directives = ParseDirectives(isConst: true);
        var fields = ParseFieldsDefinition();
        RefuseEmptyExtension(extends, interfaces.Length, directives.Count, fields.Length);
        return new InterfaceDefinition(From(start), extends, description, name, interfaces, directives, fields);
    }

    // https://spec.graphql.org/September2025/#UnionTypeDefinition and #UnionTypeExtension
    private UnionDefinition ParseUnionTypeDefinition(bool extends)
    {
        var (start, description) = ParseOpening(extends, "union"u8);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var members = ParseUnionMemberTypes();
        RefuseEmptyExtension(extends, directives.Count, members.Length);
        return new UnionDefinition(From(start), extends, description, name, directives, members);
    }

    // https://spec.graphql.org/September2025/#UnionMemberTypes
    private NamedTypeNode[] ParseUnionMemberTypes() =>
        Accept(TokenKind.Equals) ? Delimited(TokenKind.Pipe, static (ref p) => p.ParseNamedType()) : [];

    // https://spec.graphql.org/September2025/#EnumTypeDefinition and #EnumTypeExtension
    private EnumDefinition ParseEnumTypeDefinition(bool extends)
    {
        var (start, description) = ParseOpening(extends, "enum"u8);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var values = OptionalMany(TokenKind.BraceLeft, static (ref p) => p.ParseEnumValueDefinition(), TokenKind.BraceRight);
        RefuseEmptyExtension(extends, directives.Count, values.Length);
        return new EnumDefinition(From(start), extends, description, name, directives, values);
    }

    // https://spec.graphql.org/September2025/#EnumValueDefinition
    private EnumValueDefinition ParseEnumValueDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        if (AtKeyword("true"u8) || AtKeyword("false"u8) || AtKeyword("null"u8))
        {
            throw Error(_token, $"{Describe(_token)} is reserved and cannot be used for an enum value.");
        }
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        return new EnumValueDefinition(From(start), description, name, directives);
    }

    // https://spec.graphql.org/September2025/#InputObjectTypeDefinition and #InputObjectTypeExtension
    private InputObjectDefinition ParseInputObjectTypeDefinition(bool extends)
    {
        var (start, description) = ParseOpening(extends, "input"u8);
        var name = ParseName();
        var directives = ParseDirectives(isConst: true);
        var fields = OptionalMany(TokenKind.BraceLeft, static (ref p) => p.ParseInputValueDefinition(), TokenKind.BraceRight);
        RefuseEmptyExtension(extends, directives.Count, fields.Length);
        return new InputObjectDefinition(From(start), extends, description, name, directives, fields);
    }

    // https://spec.graphql.org/September2025/#DirectiveDefinition
    private DirectiveDefinition ParseDirectiveDefinition()
    {
        var (start, description) = ParseOpening(extends: false, "directive"u8);
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentsDefinition();
        var repeatable = AcceptKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        var locations = Delimited(TokenKind.Pipe, static (ref p) => p.ParseDirectiveLocation());
        return new DirectiveDefinition(From(start), description, name, arguments, repeatable, locations);
    }

    // https://spec.graphql.org/September2025/#DirectiveLocation
    private Name ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        return name.Value is "QUERY" or "MUTATION" or "SUBSCRIPTION" or "FIELD" or "FRAGMENT_DEFINITION" or "FRAGMENT_SPREAD"
            or "INLINE_FRAGMENT" or "VARIABLE_DEFINITION" or "SCHEMA" or "SCALAR" or "OBJECT" or "FIELD_DEFINITION" or "ARGUMENT_DEFINITION"
            or "INTERFACE" or "UNION" or "ENUM" or "ENUM_VALUE" or "INPUT_OBJECT" or "INPUT_FIELD_DEFINITION"
            ? name
            : throw Unexpected(token);
    }
}
