namespace OpenSocialMap.GraphQL.Language;

// Documents, operations and fragments, https://spec.graphql.org/September2025/#sec-Language.Document
public ref partial struct Parser
{
    // https://spec.graphql.org/September2025/#Document
    private Document ParseDocument()
    {
        var definitions = UpTo(TokenKind.EndOfFile, static (ref p) => p.ParseDefinition());
        return new Document(new Span(0, _source.Body.Length), _source, definitions);
    }

    // https://spec.graphql.org/September2025/#Definition
    private Definition ParseDefinition()
    {
        if (At(TokenKind.BraceLeft))
        {
            return ParseShorthandQuery();
        }
        var described = AtDescription();
        var keyword = described ? LookAhead() : _token;
        if (described && keyword.Kind == TokenKind.BraceLeft)
        {
            throw Error(_token, "Unexpected description, descriptions are not supported on shorthand queries.");
        }
        if (keyword.Kind != TokenKind.Name)
        {
            throw Unexpected(keyword);
        }
        return TextOf(keyword) switch
        {
            "query" or "mutation" or "subscription" => ParseOperationDefinition(),
            "fragment" => ParseFragmentDefinition(),
            "schema" => ParseSchemaDefinition(extends: false),
            "scalar" => ParseScalarTypeDefinition(extends: false),
            "type" => ParseObjectTypeDefinition(extends: false),
            "interface" => ParseInterfaceTypeDefinition(extends: false),
            "union" => ParseUnionTypeDefinition(extends: false),
            "enum" => ParseEnumTypeDefinition(extends: false),
            "input" => ParseInputObjectTypeDefinition(extends: false),
            "directive" => ParseDirectiveDefinition(),
            _ when described => throw Error(_token, "Unexpected description, only GraphQL definitions support descriptions."),
            "extend" => ParseTypeSystemExtension(),
            _ => throw Unexpected(keyword),
        };
    }

    // https://spec.graphql.org/September2025/#OperationDefinition
    private OperationDefinition ParseOperationDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var kind = ParseOperationType();
        var name = At(TokenKind.Name) ? ParseName() : null;
        var variables = ParseVariablesDefinition();
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new OperationDefinition(From(start), description, kind, name, variables, directives, selections);
    }

    // The second form of https://spec.graphql.org/September2025/#OperationDefinition
    private OperationDefinition ParseShorthandQuery()
    {
        var start = _token.Start;
        var selections = ParseSelectionSet();
        return new OperationDefinition(From(start), null, OperationKind.Query, null, [], [], selections);
    }

    // https://spec.graphql.org/September2025/#OperationType
    private OperationKind ParseOperationType()
    {
        var token = Expect(TokenKind.Name);
        return TextOf(token) switch
        {
            "query" => OperationKind.Query,
            "mutation" => OperationKind.Mutation,
            "subscription" => OperationKind.Subscription,
            _ => throw Unexpected(token),
        };
    }

    // https://spec.graphql.org/September2025/#SelectionSet
    private SelectionSet ParseSelectionSet()
    {
        Enter();
        var start = _token.Start;
        var items = Many(TokenKind.BraceLeft, static (ref p) => p.ParseSelection(), TokenKind.BraceRight);
        Leave();
        return new SelectionSet(From(start), items);
    }

    // https://spec.graphql.org/September2025/#Selection
    private Selection ParseSelection() => At(TokenKind.Spread) ? ParseFragment() : ParseField();

    // https://spec.graphql.org/September2025/#Field
    private Field ParseField()
    {
        var start = _token.Start;
        var name = ParseName();
        Name? alias = null;
        if (Accept(TokenKind.Colon))
        {
            (alias, name) = (name, ParseName());
        }
        var arguments = ParseArguments(isConst: false);
        var directives = ParseDirectives(isConst: false);
        var selections = At(TokenKind.BraceLeft) ? ParseSelectionSet() : null;
        return new Field(From(start), alias, name, arguments, directives, selections);
    }

    // https://spec.graphql.org/September2025/#Arguments
    private Argument[] ParseArguments(bool isConst) => OptionalMany<Argument>(
        TokenKind.ParenLeft,
        isConst ? static (ref p) => p.ParseArgument(isConst: true) : static (ref p) => p.ParseArgument(isConst: false),
        TokenKind.ParenRight);

    // https://spec.graphql.org/September2025/#Argument
    private Argument ParseArgument(bool isConst)
    {
        var start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValueLiteral(isConst);
        return new Argument(From(start), name, value);
    }

    // https://spec.graphql.org/September2025/#FragmentSpread and #InlineFragment
    private Selection ParseFragment()
    {
        var start = Expect(TokenKind.Spread).Start;
        var conditioned = AcceptKeyword("on"u8);
        if (!conditioned && At(TokenKind.Name))
        {
            var name = ParseFragmentName();
            var spreadDirectives = ParseDirectives(isConst: false);
            return new FragmentSpread(From(start), name, spreadDirectives);
        }
        var condition = conditioned ? ParseNamedType() : null;
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new InlineFragment(From(start), condition, directives, selections);
    }

    // https://spec.graphql.org/September2025/#FragmentDefinition
    private FragmentDefinition ParseFragmentDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        ExpectKeyword("fragment"u8);
        var name = ParseFragmentName();
        ExpectKeyword("on"u8);
        var condition = ParseNamedType();
        var directives = ParseDirectives(isConst: false);
        var selections = ParseSelectionSet();
        return new FragmentDefinition(From(start), description, name, condition, directives, selections);
    }

    // https://spec.graphql.org/September2025/#FragmentName
    private Name ParseFragmentName() => AtKeyword("on"u8) ? throw Unexpected(_token) : ParseName();

    // https://spec.graphql.org/September2025/#VariablesDefinition
    private VariableDefinition[] ParseVariablesDefinition() =>
        OptionalMany(TokenKind.ParenLeft, static (ref p) => p.ParseVariableDefinition(), TokenKind.ParenRight);

    // https://spec.graphql.org/September2025/#VariableDefinition
    private VariableDefinition ParseVariableDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseTypeReference();
        var defaultValue = ParseDefaultValue();
        var directives = ParseDirectives(isConst: true);
        return new VariableDefinition(From(start), description, variable, type, defaultValue, directives);
    }
}
