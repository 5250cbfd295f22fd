using System.Globalization;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.GraphQL.Cost;

/// <summary>
/// What the directives of cost must hold to beyond the rules of any directive, and that no list of objects is left without a size, which
/// would cost as much as one object. https://ibm.github.io/graphql-specs/cost-spec.html#sec-Validation
/// </summary>
public sealed class CostRules
{
    private readonly List<GraphQLError> _errors = [];
    private readonly HashSet<OutputField> _sized = [];

    private CostRules() { }

    public static IReadOnlyList<GraphQLError> Check(Schema schema)
    {
        var rules = new CostRules();
        var types = schema.Types.Where(t => !t.IsBuiltIn).ToList();
        foreach (var type in types)
            rules.Check(type);
        foreach (var type in types.OfType<FieldsType>())
            rules.CheckThatListsHaveSizes(type);
        return rules._errors;
    }

    private void Check(NamedType type)
    {
        CheckWeight(type.Directives, type.Name);
        foreach (var field in (type as FieldsType)?.Fields ?? FieldMap.Empty)
        {
            var place = $"{type.Name}.{field.Name}";
            CheckWeight(field.Directives, place);
            if (type is InterfaceType && CostDirectives.WrittenText(field.Directives) is not null)
                Report($"{place} is a field of an interface, which has no weight of its own: put @cost on the types that implement it.");
            foreach (var argument in field.Arguments)
                CheckWeight(argument.Directives, $"{place}({argument.Name}:)");
            if (CostDirectives.ListSizeOf(field) is { } list)
                CheckListSize(field, list, place);
        }
        foreach (var field in (type as InputObjectType)?.Fields ?? [])
            CheckWeight(field.Directives, $"{type.Name}.{field.Name}");
    }

    private void CheckWeight(IReadOnlyList<DirectiveNode> directives, string place)
    {
        if (CostDirectives.WrittenText(directives) is { } text
            && !(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight)))
        {
            Report($"The weight of {place} is \"{text}\", which is no number.");
        }
    }

    private void CheckListSize(OutputField field, ListSize list, string place)
    {
        if (list.SizedFields.Count == 0 && field.Type.Nullable is not ListType)
            Report($"{place} has @listSize and is no list: name its lists in sizedFields.");
        foreach (var name in list.SizedFields)
        {
            if ((field.Type.Named as FieldsType)?.Fields.Find(name) is { Type.Nullable: ListType } sized)
                _sized.Add(sized);
            else
                Report($"{place} names the sized field \"{name}\", which is no list of {field.Type.Named}.");
        }
        foreach (var name in list.SlicingArguments)
        {
            if (field.Argument(name)?.Type.Nullable is not ScalarType { Name: "Int" })
                Report($"{place} names the slicing argument \"{name}\", which is no argument of type Int.");
        }
        if (list is { AssumedSize: not null, SlicingArguments.Count: > 0 }
            && (list.RequireOneSlicingArgument || list.SlicingArguments.Any(name => field.Argument(name)?.Default is not null)))
        {
            Report($"{place} has an assumedSize that no query could use: its slicing arguments are required or have defaults.");
        }
    }

    private void CheckThatListsHaveSizes(FieldsType type)
    {
        foreach (var field in type.Fields)
        {
            var isList = field.Type.Nullable is ListType && field.Type.Named.IsComposite;
            if (isList && !_sized.Contains(field) && CostDirectives.ListSizeOf(field) is null)
                Report($"{type.Name}.{field.Name} is a list of objects and nothing says how long it can be: give it @listSize, or name it in the sizedFields of what leads to it.");
        }
    }

    private void Report(string message) => _errors.Add(new GraphQLError(message, ErrorCodes.Validation));
}
