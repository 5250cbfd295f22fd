using OpenSocialMap.GraphQL.Cost;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Limits;

/// <summary>A weight of the schema as the page on limits shows it: elements of one name and weight are one line.</summary>
/// <param name="Element">The field, argument or input field.</param>
/// <param name="Places">The types that have it.</param>
public sealed record PublishedWeight(string Element, string Kind, double Weight, IReadOnlyList<string> Places)
{
    /// <summary>The heaviest first.</summary>
    public static IReadOnlyList<PublishedWeight> Of(Schema schema) =>
    [
        .. schema.Types.Where(type => !type.IsBuiltIn).SelectMany(Written)
            .GroupBy(one => (one.Element, one.Kind, one.Weight))
            .Select(group => new PublishedWeight(group.Key.Element, group.Key.Kind, group.Key.Weight, [.. group.Select(one => one.Place).Distinct()]))
            .OrderByDescending(weight => weight.Weight).ThenBy(weight => weight.Kind, StringComparer.Ordinal).ThenBy(weight => weight.Element, StringComparer.Ordinal),
    ];

    private static IEnumerable<(string Element, string Kind, double Weight, string Place)> Written(NamedType type)
    {
        foreach (var field in (type as FieldsType)?.Fields ?? FieldMap.Empty)
        {
            if (CostDirectives.Written(field.Directives) is { } weight)
                yield return (field.Name, "field", weight, type.Name);
            foreach (var argument in field.Arguments)
            {
                if (CostDirectives.Written(argument.Directives) is { } own)
                    yield return (argument.Name, "argument", own, type.Name);
            }
        }
        foreach (var field in (type as InputObjectType)?.Fields ?? [])
        {
            if (CostDirectives.Written(field.Directives) is { } weight)
                yield return (field.Name, "condition", weight, type.Name);
        }
    }
}
