using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>A field of a leaf type has no selection, a field of any other type has one.
/// https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections</summary>
internal sealed class ScalarLeafs(ValidationContext context) : Rule(context)
{
    public override void EnterField(Field field, in Position at)
    {
        if (at.Type is not { } type) return;
        if (type.Named.IsLeaf && field.Selections is not null)
        {
            Context.Report(
                $"Field \"{field.Name.Value}\" must not have a selection since type \"{type}\" has no subfields.", field.Selections);
        }
        else if (!type.Named.IsLeaf && field.Selections is null)
        {
            Context.Report(
                $"Field \"{field.Name.Value}\" of type \"{type}\" must have a selection of subfields. "
                    + $"Did you mean \"{field.Name.Value} {{ ... }}\"?",
                field);
        }
    }
}
