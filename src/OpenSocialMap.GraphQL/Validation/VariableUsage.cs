using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation;

/// <summary>A place where a document uses a variable.</summary>
/// <param name="Variable">The use itself.</param>
/// <param name="Type">The type expected there; null where the schema has nothing of the kind.</param>
/// <param name="ParentType">The type of the list or input object around it.</param>
/// <param name="HasDefault">Whether a default stands in when the variable is missing.</param>
internal readonly record struct VariableUsage(Variable Variable, SchemaType? Type, SchemaType? ParentType, bool HasDefault);

/// <summary>Notes the variables that one definition uses itself.</summary>
internal sealed class VariableUsageCollector : Visitor
{
    private readonly List<VariableUsage> _usages = [];

    public IReadOnlyList<VariableUsage> Usages => _usages;

    public override void EnterValue(ValueNode value, in Position at)
    {
        if (value is Variable variable) _usages.Add(new VariableUsage(variable, at.InputType, at.ParentInputType, at.HasDefault));
    }
}
