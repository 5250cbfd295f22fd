using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Planning;

/// <summary>Turns the arguments of a validated field into <see cref="Input"/>s, for variables of one shape.</summary>
public sealed class InputPlanner(Source source, CoercedVariables variables)
{
    private static readonly ListValue NoLiteral = new(default, []);

    /// <summary>The same, without the values of the request that was planned.</summary>
    public InputPlanner WithStructureAlone() => new(source, InputStructure.Of(variables));

    /// <summary>The arguments that were given or have a default, by name. An argument whose variable is absent counts as not given.</summary>
    /// <exception cref="GraphQLException">A variable is null where the schema wants a value.</exception>
    public IReadOnlyDictionary<string, Input> Plan(IReadOnlyList<InputField> definitions, IReadOnlyList<Argument> arguments)
    {
        if (definitions.Count == 0)
            return Empty;
        var inputs = new Dictionary<string, Input>(definitions.Count);
        foreach (var definition in definitions)
        {
            var given = arguments.FirstOrDefault(a => a.Name.Value == definition.Name)?.Value;
            if (PlanMember(definition, given) is { } input)
                inputs.Add(definition.Name, input);
        }
        return inputs;
    }

    private static readonly Dictionary<string, Input> Empty = [];

    private Input? PlanMember(InputField definition, ValueNode? given)
    {
        if (given is not null && !IsAbsent(given))
            return FromLiteral(definition.Type, given);
        return definition.Default is { } literal ? FromLiteral(definition.Type, literal) : null;
    }

    private bool IsAbsent(ValueNode value) => value is Variable v && !variables.TryGet(v.Name.Value, out _);

    private Input FromLiteral(SchemaType type, ValueNode literal)
    {
        switch (type.Nullable, literal)
        {
            case (_, NullValue):
                return Constant(type, literal, null);
            case (_, Variable variable):
                return FromValue(type, literal, ValueOf(variable, type), ReaderOf(variable.Name.Value));
            case (ListType list, ListValue items) when list.Named.IsLeaf:
                return LeafList(type, list, items);
            case (ListType list, ListValue items):
                return new ListInput(type, literal, [.. items.Items.Select(item => FromLiteral(list.Item, item))]);
            case (ListType list, _) when list.Named.IsLeaf:
                return LeafList(type, list, NoLiteral with { Items = [literal], Span = literal.Span });
            case (ListType list, _):
                return new ListInput(type, literal, [FromLiteral(list.Item, literal)]);
            case (InputObjectType inputObject, ObjectValue fields):
                return FromFields(type, inputObject, fields);
            default:
                return FromLeaf(type, literal);
        }
    }

    /// <summary>
    /// The value of a variable where this type is asked for. A variable that may be null is allowed where null isn't, if it or the position has a
    /// default: so whether it is null shows only now. https://spec.graphql.org/September2025/#sec-All-Variable-Usages-Are-Allowed
    /// </summary>
    /// <exception cref="GraphQLException">It is null, and the type isn't nullable.</exception>
    public object? ValueOf(Variable variable, SchemaType type)
    {
        variables.TryGet(variable.Name.Value, out var value);
        return value is not null || !type.IsNonNull ? value : throw new GraphQLException(
            GraphQLError.At(source, variable, ErrorCodes.Variables, $"Variable \"${variable.Name.Value}\" is null where a value of type \"{type}\" is needed.") with
            {
                Hint = "Give it a value, or leave it out so that the default counts.",
            });
    }

    private ObjectInput FromFields(SchemaType type, InputObjectType inputObject, ObjectValue literal)
    {
        var fields = new List<KeyValuePair<string, Input>>();
        foreach (var given in literal.Fields)
        {
            if (PlanMember(inputObject.Find(given.Name.Value)!, given.Value) is { } input)
                fields.Add(new(given.Name.Value, input));
        }
        foreach (var definition in inputObject.Fields)
        {
            if (definition.Default is { } fallback && fields.TrueForAll(f => f.Key != definition.Name))
                fields.Add(new(definition.Name, FromLiteral(definition.Type, fallback)));
        }
        return new ObjectInput(type, literal, fields);
    }

    /// <summary>A list of scalars or enum values is one value, even when some of its items are variables.</summary>
    private LeafInput LeafList(SchemaType type, ListType list, ListValue literal)
    {
        Input[] items = [.. literal.Items.Select(item => FromLiteral(list.Item, item))];
        var read = ReaderOf(items);
        return new LeafInput(type, literal, InputStructure.Of(type, read(variables)), read);
    }

    // Static, as a lambda beside others that need the planner would keep it alive, and with it the values of the first request.
    private static Func<CoercedVariables, object?> ReaderOf(string variable) => request => request.TryGet(variable, out var value) ? value : null;

    private static Func<CoercedVariables, object?> ReaderOf(Input[] items) => request => Array.ConvertAll(items, item => ((LeafInput)item).Read(request));

    private LeafInput FromLeaf(SchemaType type, ValueNode literal)
    {
        if (type.Named is not ScalarType scalar || !ScalarLiteral.HasVariables(literal))
            return Constant(type, literal, LiteralCoercion.Coerce(type, literal));
        var open = new ScalarLiteral(scalar, literal, source);
        return new LeafInput(type, literal, InputStructure.Of(type, open.Read(variables)), open.Read);
    }

    private static LeafInput Constant(SchemaType type, ValueNode? node, object? value) => new(type, node, value, _ => value);

    /// <summary>Follows the structure of a coerced variable down to its leaves, keeping for each leaf the way to read it again.</summary>
    private static Input FromValue(SchemaType type, ValueNode node, object? value, Func<CoercedVariables, object?> read) => (type.Nullable, value) switch
    {
        (_, null) => Constant(type, node, null),
        (InputObjectType inputObject, InputObject given) => new ObjectInput(type, node,
        [
            .. given.Fields.Select((field, index) => KeyValuePair.Create(field.Key,
                FromValue(inputObject.Find(field.Key)!.Type, node, field.Value, request => ((InputObject)read(request)!).Fields[index].Value))),
        ]),
        (ListType list, IReadOnlyList<object?> items) when !list.Named.IsLeaf => new ListInput(type, node,
        [
            .. items.Select((item, index) => FromValue(list.Item, node, item, request => ((IReadOnlyList<object?>)read(request)!)[index])),
        ]),
        _ => new LeafInput(type, node, InputStructure.Of(type, value), read),
    };
}
