using System.Globalization;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Cost;

/// <summary>
/// Reads <c>@cost</c> and <c>@listSize</c> where the SDL has them, and knows the default weights where it doesn't: 1 for what is composite,
/// 0 for what is a scalar or an enum. https://ibm.github.io/graphql-specs/cost-spec.html#sec-weight
/// </summary>
public static class CostDirectives
{
    /// <summary>
    /// Introspection has no SDL of ours to carry a weight. Its answer comes from memory and is as large as the schema, so what is limited
    /// is how often one request gets it.
    /// </summary>
    public const double SchemaWeight = 2_000;

    public const double TypeWeight = 100;

    public static double WeightOf(OutputField field) => field.Name switch
    {
        "__schema" => SchemaWeight,
        "__type" => TypeWeight,
        _ => Written(field.Directives) ?? Default(field.Type.Named),
    };

    public static double WeightOf(InputField field) => Written(field.Directives) ?? Default(field.Type.Named);

    /// <summary>The weight of one value of this type in an answer; of an abstract type, which has none of its own, ask its possible types.</summary>
    public static double WeightOf(NamedType type) => Written(type.Directives) ?? Default(type);

    public static ListSize? ListSizeOf(OutputField field)
    {
        if (Find(field.Directives, "listSize") is not { } directive)
            return null;
        return new ListSize(
            Argument(directive, "assumedSize") is IntValue size ? int.Parse(size.Text, CultureInfo.InvariantCulture) : null,
            Names(directive, "slicingArguments"),
            Names(directive, "sizedFields"),
            Argument(directive, "requireOneSlicingArgument") is not BooleanValue { Value: false });
    }

    /// <summary>The weight that the SDL states; null when it states none.</summary>
    public static double? Written(IReadOnlyList<DirectiveNode> directives) =>
        WrittenText(directives) is { } text ? double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) : null;

    internal static string? WrittenText(IReadOnlyList<DirectiveNode> directives) =>
        Find(directives, "cost") is { } cost && Argument(cost, "weight") is StringValue text ? text.Value : null;

    private static double Default(NamedType type) => type.IsLeaf ? 0 : 1;

    private static DirectiveNode? Find(IReadOnlyList<DirectiveNode> directives, string name)
    {
        foreach (var directive in directives)
        {
            if (directive.Name.Value == name)
                return directive;
        }
        return null;
    }

    private static ValueNode? Argument(DirectiveNode directive, string name) => directive.Arguments.FirstOrDefault(a => a.Name.Value == name)?.Value;

    private static string[] Names(DirectiveNode directive, string argument) => Argument(directive, argument) switch
    {
        ListValue list => [.. list.Items.OfType<StringValue>().Select(item => item.Value)],
        StringValue only => [only.Value],
        _ => [],
    };
}
