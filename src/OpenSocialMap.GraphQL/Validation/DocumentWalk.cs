using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation;

/// <summary>
/// Passes every node of the executable definitions once, in the order of the text, and shows each to all visitors with its place
/// in the schema. Spreads aren't followed: a fragment is visited where it is defined.
/// </summary>
internal sealed class DocumentWalk(Schema schema, ReadOnlyMemory<Visitor> visitors)
{
    public void Visit(Document document)
    {
        foreach (var visitor in visitors.Span) visitor.EnterDocument(document);
        foreach (var definition in document.Definitions)
        {
            if (definition is ExecutableDefinition executable) Visit(executable);
        }
        foreach (var visitor in visitors.Span) visitor.LeaveDocument(document);
    }

    public void Visit(ExecutableDefinition definition)
    {
        switch (definition)
        {
            case OperationDefinition operation:
                Visit(operation);
                break;
            case FragmentDefinition fragment:
                Visit(fragment);
                break;
        }
    }

    private void Visit(OperationDefinition operation)
    {
        var at = new Position { Type = schema.Root(operation.Kind) };
        foreach (var visitor in visitors.Span) visitor.EnterOperation(operation);
        foreach (var definition in operation.Variables) Visit(definition, at);
        Visit(operation.Directives, operation, at);
        Visit(operation.Selections, operation, at);
        foreach (var visitor in visitors.Span) visitor.LeaveOperation(operation);
    }

    private void Visit(FragmentDefinition fragment)
    {
        var at = new Position { Type = OutputType(fragment.Condition) };
        foreach (var visitor in visitors.Span) visitor.EnterFragment(fragment);
        Visit(fragment.Condition);
        Visit(fragment.Directives, fragment, at);
        Visit(fragment.Selections, fragment, at);
    }

    private void Visit(VariableDefinition definition, in Position outer)
    {
        var type = schema.Resolve(definition.Type);
        var at = outer with { InputType = type is { IsInput: true } ? type : null };
        foreach (var visitor in visitors.Span) visitor.EnterVariableDefinition(definition);
        Visit(definition.Type);
        if (definition.Default is not null) Visit(definition.Default, at);
        Visit(definition.Directives, definition, at);
    }

    private void Visit(TypeNode type)
    {
        var named = type;
        while (named is not NamedTypeNode)
        {
            named = named is ListTypeNode list ? list.Item : ((NonNullTypeNode)named).Inner;
        }
        foreach (var visitor in visitors.Span) visitor.EnterTypeName((NamedTypeNode)named);
    }

    private void Visit(SelectionSet selections, Node owner, in Position outer)
    {
        var at = outer with { Parent = outer.Type?.Named as CompositeType };
        foreach (var visitor in visitors.Span) visitor.EnterSelectionSet(selections, owner, at);
        foreach (var selection in selections.Items)
        {
            switch (selection)
            {
                case Field field:
                    Visit(field, at);
                    break;
                case FragmentSpread spread:
                    foreach (var visitor in visitors.Span) visitor.EnterSpread(spread, at);
                    Visit(spread.Directives, spread, at);
                    break;
                case InlineFragment fragment:
                    Visit(fragment, at);
                    break;
            }
        }
    }

    private void Visit(Field field, in Position outer)
    {
        var definition = outer.Parent is null ? null : schema.FindField(outer.Parent, field.Name.Value);
        var at = outer with { Field = definition, Type = definition?.Type };
        foreach (var visitor in visitors.Span) visitor.EnterField(field, at);
        foreach (var argument in field.Arguments) Visit(argument, field, at);
        Visit(field.Directives, field, at);
        if (field.Selections is not null) Visit(field.Selections, field, at);
        foreach (var visitor in visitors.Span) visitor.LeaveField(field, at);
    }

    private void Visit(InlineFragment fragment, in Position outer)
    {
        var at = outer with { Type = fragment.Condition is null ? outer.Type?.Named : OutputType(fragment.Condition) };
        foreach (var visitor in visitors.Span) visitor.EnterInlineFragment(fragment, at);
        if (fragment.Condition is not null) Visit(fragment.Condition);
        Visit(fragment.Directives, fragment, at);
        Visit(fragment.Selections, fragment, at);
    }

    private void Visit(IReadOnlyList<DirectiveNode> directives, Node owner, in Position outer)
    {
        foreach (var directive in directives)
        {
            var at = outer with { Directive = schema.FindDirective(directive.Name.Value) };
            foreach (var visitor in visitors.Span) visitor.EnterDirective(directive, owner);
            foreach (var argument in directive.Arguments) Visit(argument, directive, at);
            foreach (var visitor in visitors.Span) visitor.LeaveDirective(directive);
        }
    }

    private void Visit(Argument argument, Node owner, in Position outer)
    {
        var definition = Find(outer.Directive?.Arguments ?? outer.Field?.Arguments ?? [], argument.Name.Value);
        var at = Inside(outer, definition?.Type, definition) with { Argument = definition };
        foreach (var visitor in visitors.Span) visitor.EnterArgument(argument, owner, at);
        Visit(argument.Value, at);
    }

    private void Visit(ValueNode value, in Position outer)
    {
        var at = value is ListValue ? Inside(outer, ItemType(outer.InputType), null) : outer;
        foreach (var visitor in visitors.Span) visitor.EnterValue(value, at);
        if (value is ListValue list)
        {
            foreach (var item in list.Items) Visit(item, at);
        }
        else if (value is ObjectValue input)
        {
            foreach (var field in input.Fields) Visit(field, at);
        }
        foreach (var visitor in visitors.Span) visitor.LeaveValue(value);
    }

    private void Visit(ObjectField field, in Position outer)
    {
        var parent = outer.InputType?.Named as InputObjectType;
        var definition = parent?.Find(field.Name.Value);
        var at = Inside(outer, definition?.Type, definition) with { ParentInputType = parent };
        foreach (var visitor in visitors.Span) visitor.EnterObjectField(field, at);
        Visit(field.Value, at);
    }

    private static Position Inside(in Position outer, SchemaType? type, InputField? definition) =>
        outer with { InputType = type, ParentInputType = outer.InputType, HasDefault = definition?.Default is not null };

    private static SchemaType? ItemType(SchemaType? type) => type?.Nullable is ListType list ? list.Item : type?.Nullable;

    private NamedType? OutputType(NamedTypeNode node) => schema.FindType(node.Name.Value) is { IsOutput: true } type ? type : null;

    private static InputField? Find(IReadOnlyList<InputField> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name == name) return argument;
        }
        return null;
    }
}
