using System.Text;

namespace OpenSocialMap.GraphQL.Language;

// Names, values, type references and directives, https://spec.graphql.org/September2025/#sec-Input-Values
public ref partial struct Parser
{
    // https://spec.graphql.org/September2025/#Name
    private Name ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new Name(From(token.Start), TextOf(token));
    }

    // https://spec.graphql.org/September2025/#Value
    private ValueNode ParseValueLiteral(bool isConst) => _token.Kind switch
    {
        TokenKind.BracketLeft => ParseList(isConst),
        TokenKind.BraceLeft => ParseObject(isConst),
        TokenKind.Int or TokenKind.Float => ParseNumber(),
        TokenKind.String or TokenKind.BlockString => ParseString(),
        TokenKind.Name => ParseNamedValue(),
        TokenKind.Dollar => isConst ? throw VariableInConstant() : ParseVariable(),
        _ => throw Unexpected(_token),
    };

    // https://spec.graphql.org/September2025/#IntValue and #FloatValue
    private ValueNode ParseNumber()
    {
        var token = _token;
        Advance();
        var text = Encoding.ASCII.GetString(_lexer.Bytes(token));
        return token.Kind == TokenKind.Int ? new IntValue(From(token.Start), text) : new FloatValue(From(token.Start), text);
    }

    // https://spec.graphql.org/September2025/#StringValue
    private StringValue ParseString()
    {
        var token = _token;
        Advance();
        return new StringValue(From(token.Start), _lexer.StringText(token), token.Kind == TokenKind.BlockString);
    }

    // https://spec.graphql.org/September2025/#BooleanValue, #NullValue and #EnumValue
    private ValueNode ParseNamedValue()
    {
        var token = Expect(TokenKind.Name);
        var span = From(token.Start);
        return TextOf(token) switch
        {
            "true" => new BooleanValue(span, true),
            "false" => new BooleanValue(span, false),
            "null" => new NullValue(span),
            var name => new EnumValue(span, name),
        };
    }

    // https://spec.graphql.org/September2025/#ListValue
    private ListValue ParseList(bool isConst)
    {
        Enter();
        var start = _token.Start;
        var items = Any<ValueNode>(
            TokenKind.BracketLeft,
            isConst ? static (ref p) => p.ParseValueLiteral(isConst: true) : static (ref p) => p.ParseValueLiteral(isConst: false),
            TokenKind.BracketRight);
        Leave();
        return new ListValue(From(start), items);
    }

    // https://spec.graphql.org/September2025/#ObjectValue
    private ObjectValue ParseObject(bool isConst)
    {
        Enter();
        var start = _token.Start;
        var fields = Any<ObjectField>(
            TokenKind.BraceLeft,
            isConst ? static (ref p) => p.ParseObjectField(isConst: true) : static (ref p) => p.ParseObjectField(isConst: false),
            TokenKind.BraceRight);
        Leave();
        return new ObjectValue(From(start), fields);
    }

    // https://spec.graphql.org/September2025/#ObjectField
    private ObjectField ParseObjectField(bool isConst)
    {
        var start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValueLiteral(isConst);
        return new ObjectField(From(start), name, value);
    }

    // https://spec.graphql.org/September2025/#Variable
    private Variable ParseVariable()
    {
        var start = Expect(TokenKind.Dollar).Start;
        var name = ParseName();
        return new Variable(From(start), name);
    }

    private GraphQLException VariableInConstant()
    {
        var dollar = Expect(TokenKind.Dollar);
        return At(TokenKind.Name) ? Error(dollar, $"Unexpected variable \"${TextOf(_token)}\" in constant value.") : Unexpected(dollar);
    }

    // https://spec.graphql.org/September2025/#DefaultValue
    private ValueNode? ParseDefaultValue() => Accept(TokenKind.Equals) ? ParseValueLiteral(isConst: true) : null;

    // https://spec.graphql.org/September2025/#Type
    private TypeNode ParseTypeReference()
    {
        var start = _token.Start;
        TypeNode type = At(TokenKind.BracketLeft) ? ParseListType() : ParseNamedType();
        return Accept(TokenKind.Bang) ? new NonNullTypeNode(From(start), type) : type;
    }

    // https://spec.graphql.org/September2025/#ListType
    private ListTypeNode ParseListType()
    {
        Enter();
        var start = Expect(TokenKind.BracketLeft).Start;
        var item = ParseTypeReference();
        Expect(TokenKind.BracketRight);
        Leave();
        return new ListTypeNode(From(start), item);
    }

    // https://spec.graphql.org/September2025/#NamedType
    private NamedTypeNode ParseNamedType()
    {
        var name = ParseName();
        return new NamedTypeNode(name.Span, name);
    }

    // https://spec.graphql.org/September2025/#Directives
    private IReadOnlyList<DirectiveNode> ParseDirectives(bool isConst)
    {
        if (!At(TokenKind.At))
        {
            return [];
        }
        var directives = new List<DirectiveNode>();
        do
        {
            directives.Add(ParseDirective(isConst));
        }
        while (At(TokenKind.At));
        return [.. directives];
    }

    // https://spec.graphql.org/September2025/#Directive
    private DirectiveNode ParseDirective(bool isConst)
    {
        var start = Expect(TokenKind.At).Start;
        var name = ParseName();
        var arguments = ParseArguments(isConst);
        return new DirectiveNode(From(start), name, arguments);
    }
}
