using OpenSocialMap.GraphQL.Language;

namespace OpenSocialMap.GraphQL.Types.SchemaValidation;

/// <summary>
/// Filling in the defaults of an input object comes to an end: no default leads, through other defaults, back to itself.
/// https://spec.graphql.org/September2025/#InputObjectDefaultValueHasCycle()
/// </summary>
internal sealed class DefaultValueCycles
{
    private readonly MergedSdl _sdl;
    private readonly SchemaErrors _errors;
    private readonly HashSet<string> _done = [];
    private readonly List<(string Coordinate, InputValueDefinition Field)> _path = [];

    private DefaultValueCycles(MergedSdl sdl, SchemaErrors errors) => (_sdl, _errors) = (sdl, errors);

    public static void Check(MergedSdl sdl, SchemaErrors errors)
    {
        var search = new DefaultValueCycles(sdl, errors);
        foreach (var input in sdl.Types.OfType<InputObjectDefinition>()) search.FollowObject(input, new ObjectValue(input.Span, []));
    }

    private void FollowObject(InputObjectDefinition input, ValueNode value)
    {
        if (value is ListValue list)
        {
            foreach (var item in list.Items) FollowObject(input, item);
        }
        if (value is not ObjectValue given) return;
        foreach (var field in input.Fields)
        {
            if (_sdl.FindType(field.Type.NamedType) is not InputObjectDefinition next) continue;
            var provided = given.Fields.FirstOrDefault(f => f.Name.Value == field.Name.Value);
            if (provided is not null) FollowObject(next, provided.Value);
            else FollowDefault($"{input.Name.Value}.{field.Name.Value}", field, next);
        }
    }

    private void FollowDefault(string coordinate, InputValueDefinition field, InputObjectDefinition type)
    {
        if (field.Default is null) return;
        var start = _path.FindIndex(step => step.Coordinate == coordinate);
        if (start >= 0)
        {
            ReportCycle(_path[start..]);
            return;
        }
        if (!_done.Add(coordinate)) return;
        _path.Add((coordinate, field));
        FollowObject(type, field.Default);
        _path.RemoveAt(_path.Count - 1);
    }

    private void ReportCycle(List<(string Coordinate, InputValueDefinition Field)> cycle)
    {
        var via = cycle.Count == 1 ? "" : $" via the default values of: {string.Join(", ", cycle.Skip(1).Select(step => step.Coordinate))}";
        _errors.Report($"Invalid circular reference. The default value of Input Object field {cycle[0].Coordinate} references itself{via}.",
            cycle.Select(step => step.Field.Default));
    }
}
