using System.Text;

namespace OpenSocialMap.GraphQL.Language;

/// <summary>
/// The address of one element of a schema, such as <c>Place.name</c>, <c>Query.places(near:)</c> or <c>@oneOf</c>.
/// https://spec.graphql.org/September2025/#sec-Schema-Coordinates
/// </summary>
/// <param name="Name">The type, or the directive without its @.</param>
/// <param name="Member">A field, input field or enum value of the type.</param>
/// <param name="Argument">An argument of the field or directive.</param>
public sealed record SchemaCoordinate(bool OfDirective, string Name, string? Member = null, string? Argument = null)
{
    public static SchemaCoordinate Parse(string text)
    {
        var source = new Source(text, "Schema coordinate");
        var position = 0;
        var ofDirective = Accept('@');
        var name = ReadName();
        var member = !ofDirective && Accept('.') ? ReadName() : null;
        string? argument = null;
        if ((ofDirective || member is not null) && Accept('('))
        {
            argument = ReadName();
            Expect(':');
            Expect(')');
        }
        return position == text.Length ? new(ofDirective, name, member, argument) : throw Error("<EOF>");

        string ReadName()
        {
            var start = position;
            while (position < text.Length && (text[position] == '_' || char.IsAsciiLetter(text[position])
                || (position > start && char.IsAsciiDigit(text[position]))))
            {
                position++;
            }
            return position > start ? text[start..position] : throw Error("Name");
        }

        bool Accept(char sign)
        {
            var found = position < text.Length && text[position] == sign;
            position += found ? 1 : 0;
            return found;
        }

        void Expect(char sign)
        {
            if (!Accept(sign))
            {
                throw Error($"\"{sign}\"");
            }
        }

        GraphQLException Error(string expected)
        {
            var offset = Encoding.UTF8.GetByteCount(text.AsSpan(0, position));
            var found = Found();
            return ParserErrors.Syntax(source, offset, found is null
                ? $"Invalid character: {ParserErrors.Show(source, offset)}."
                : $"Expected {expected}, found {found}.");
        }

        string? Found() => position == text.Length ? "<EOF>" : text[position] switch
        {
            '.' or '(' or ')' or ':' or '@' => $"\"{text[position]}\"",
            '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => $"Name \"{ReadName()}\"",
            _ => null,
        };
    }

    public override string ToString()
    {
        var address = OfDirective ? $"@{Name}" : Name;
        var member = Member is null ? "" : $".{Member}";
        var argument = Argument is null ? "" : $"({Argument}:)";
        return address + member + argument;
    }
}
