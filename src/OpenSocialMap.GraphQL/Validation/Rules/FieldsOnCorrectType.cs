using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Validation.Rules;

/// <summary>A field is one that the type around it has.
/// https://spec.graphql.org/September2025/#sec-Field-Selections</summary>
internal sealed class FieldsOnCorrectType(ValidationContext context) : Rule(context)
{
    public override void EnterField(Field field, in Position at)
    {
        if (at.Parent is { } parent && at.Field is null)
        {
            var name = field.Name.Value;
            Context.Report($"Cannot query field \"{name}\" on type \"{parent}\".{Suggestion(parent, name)}", field);
        }
    }

    private string Suggestion(CompositeType parent, string field)
    {
        var types = Suggestions.DidYouMean(TypesWith(parent, field), "to use an inline fragment on");
        return types != "" || parent is not FieldsType { Fields: var fields }
            ? types
            : Suggestions.DidYouMean(Suggestions.For(field, fields.Select(f => f.Name)));
    }

    /// <summary>The possible types of an abstract type that have the field, and their interfaces that do; those of most use first.</summary>
    private List<string> TypesWith(CompositeType parent, string field)
    {
        if (!parent.IsAbstract) return [];
        var uses = new OrderedDictionary<FieldsType, int>();
        foreach (var possible in Context.Schema.PossibleTypes(parent).Where(p => p.Fields.Find(field) is not null))
        {
            uses[possible] = 1;
            foreach (var contract in possible.Interfaces.Where(i => i.Fields.Find(field) is not null))
            {
                uses[contract] = uses.GetValueOrDefault(contract) + 1;
            }
        }
        var sorted = new List<FieldsType>();
        foreach (var (type, _) in uses)
        {
            // "Super types before their subtypes, otherwise by name" isn't an order that every sort survives.
            var after = sorted.FindIndex(other => Precedes(type, other, uses));
            sorted.Insert(after < 0 ? sorted.Count : after, type);
        }
        return sorted.ConvertAll(type => type.Name);
    }

    private bool Precedes(FieldsType type, FieldsType other, OrderedDictionary<FieldsType, int> uses)
    {
        if (uses[type] != uses[other]) return uses[type] > uses[other];
        if (type is InterfaceType && Context.Schema.IsSubtype(other, type)) return true;
        if (other is InterfaceType && Context.Schema.IsSubtype(type, other)) return false;
        return NaturalOrder.Instance.Compare(type.Name, other.Name) < 0;
    }
}
