using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>No two fields of an input object have one name.
/// https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness</summary>
internal sealed class UniqueInputFieldNames(ValidationContext context) : Rule(context)
{
    private readonly Stack<Dictionary<string, Name>> _open = [];

    public override void EnterValue(ValueNode value, in Position at)
    {
        if (value is ObjectValue) _open.Push([]);
    }

    public override void LeaveValue(ValueNode value)
    {
        if (value is ObjectValue) _open.Pop();
    }

    public override void EnterObjectField(ObjectField field, in Position at)
    {
        var (known, name) = (_open.Peek(), field.Name);
        if (!known.TryAdd(name.Value, name))
        {
            Context.Report($"There can be only one input field named \"{name.Value}\".", known[name.Value], name);
        }
    }
}
