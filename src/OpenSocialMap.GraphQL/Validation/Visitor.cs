using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation;

/// <summary>Looks at the nodes of a document as <see cref="DocumentWalk"/> passes them, each with its place in the schema.</summary>
internal abstract class Visitor
{
    public virtual void EnterDocument(Document document) { }
    public virtual void LeaveDocument(Document document) { }
    public virtual void EnterOperation(OperationDefinition operation) { }
    public virtual void LeaveOperation(OperationDefinition operation) { }
    public virtual void EnterFragment(FragmentDefinition fragment) { }
    public virtual void EnterVariableDefinition(VariableDefinition definition) { }
    public virtual void EnterSelectionSet(SelectionSet selections, Node owner, in Position at) { }
    public virtual void EnterField(Field field, in Position at) { }
    public virtual void LeaveField(Field field, in Position at) { }
    public virtual void EnterSpread(FragmentSpread spread, in Position at) { }
    public virtual void EnterInlineFragment(InlineFragment fragment, in Position at) { }
    public virtual void EnterDirective(DirectiveNode directive, Node owner) { }
    public virtual void LeaveDirective(DirectiveNode directive) { }
    public virtual void EnterArgument(Argument argument, Node owner, in Position at) { }
    public virtual void EnterValue(ValueNode value, in Position at) { }
    public virtual void LeaveValue(ValueNode value) { }
    public virtual void EnterObjectField(ObjectField field, in Position at) { }
    public virtual void EnterTypeName(NamedTypeNode type) { }
}
