using System.Globalization;
using NpgsqlTypes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.Sql.Catalog;

namespace OpenSocialMap.Server.Sql;

/// <summary>
/// Compiles a table of observations. They are found and ranked along both axes once; heads and cells read what was found. What stands on
/// the axes is a value, so the statement is the same for each table (<c>api.cube_members</c>).
/// </summary>
internal sealed class CubeCompiler
{
    public const int MaxCells = 1_000;
    private const int MaxAxes = 4;

    private readonly StatementCompiler _compiler;
    private readonly PlannedField _field;
    private readonly string _dataset;
    private readonly string _rows;
    private readonly string _columns;
    private readonly string _found;

    private CubeCompiler(StatementCompiler compiler, PlannedField field)
    {
        (_compiler, _field) = (compiler, field);
        _dataset = SlugReference.Key(compiler, field, (LeafInput)field.Argument("dataset")!, "dataset");
        _rows = Axes("rows");
        _columns = Axes("columns");
        _found = compiler.Writer.NextAlias();
    }

    public static string Compile(StatementCompiler compiler, RowScope row, PlannedField field) => new CubeCompiler(compiler, field).Compile();

    private string Compile()
    {
        CheckAxes();
        var source = Source();
        CheckSize(source);
        var json = Object((ObjectType)_field.Definition.Type.Named, _field, part => part.Name switch
        {
            "dataset" => Dataset(part),
            "rows" => Heads(part, "cube_row", _rows),
            "columns" => Heads(part, "cube_column", _columns),
            _ => Cells(part),
        });
        return $"(with {_found} as materialized ({Ranked(source)}) select {json})";
    }

    private string Object(ObjectType type, PlannedField parent, Func<PlannedField, string> field)
    {
        var json = new JsonText().Text("{");
        var first = true;
        foreach (var part in _compiler.Collect(type, parent.Selections, parent.Path))
        {
            json.Key(part.ResponseKey, first);
            first = false;
            json.Sql(part.Name == "__typename" ? $"'\"{type.Name}\"'" : field(part));
        }
        return json.Text("}").ToString();
    }

    private string Axes(string argument)
    {
        var axes = (LeafInput)_field.Argument(argument)!;
        return _compiler.Writer.Parameter(NpgsqlDbType.Array | NpgsqlDbType.Text, source =>
        {
            var given = ((IReadOnlyList<object?>)axes.Read(source.Variables)!).Cast<string>().ToArray();
            return given.Length is > 0 and <= MaxAxes
                ? given
                : throw InputError.At(_compiler, _field, axes, $"\"{argument}\" needs one axis to {MaxAxes}, and there are {given.Length}.");
        });
    }

    private string Source()
    {
        var alias = _compiler.Writer.NextAlias();
        var observation = _compiler.Catalog.Type("Observation");
        var conditions = new List<string> { $"{alias}.dataset_key = {_dataset}" };
        if (_field.Argument("release") is LeafInput release)
            conditions.Add($"{alias}.release_key = any({ReleaseReference.Keys(_compiler, _field, release)})");
        conditions.Add(_field.Argument("breakdown") is LeafInput breakdown
            ? $"{alias}.breakdown = {_compiler.Writer.Parameter(NpgsqlDbType.Text, breakdown)}"
            : $"api.has_no_other_dimension({alias}.breakdown_key, {_rows} || {_columns})");
        if (_field.Argument("where") is ObjectInput where && new FilterCompiler(_compiler, _field).Compile(observation, new RowScope(alias), where) is { } filter)
            conditions.Add(filter);
        var from = new ObservationsBinding(observation, null).From(_compiler, _field, alias);
        return $"select {alias}.* from {from} where {string.Join(" and ", conditions)}";
    }

    private string Ranked(string source)
    {
        var alias = _compiler.Writer.NextAlias();
        string Rank(string axes) =>
            $"dense_rank() over (order by (select array_agg(m.sort order by m.nth) from {Members(axes, alias)} m)) - 1";
        return $"select {alias}.*, {Rank(_rows)} as cube_row, {Rank(_columns)} as cube_column from ({source} limit {Limit}) {alias}";
    }

    private static string Members(string axes, string alias) =>
        $"api.cube_members({axes}, {alias}.indicator_key, {alias}.area_key, {alias}.time_period, {alias}.breakdown_key)";

    private static string Limit => MaxCells.ToString(CultureInfo.InvariantCulture);

    private void CheckAxes()
    {
        var unknown = $"(select a from unnest({_rows} || {_columns}) a where a not in ('indicator', 'area', 'timePeriod') "
            + $"and not exists (select from api.dimension m where m.dataset_key = {_dataset} and m.code = a) limit 1)";
        _compiler.Writer.Checks.Add(new StatementCheck(unknown, Refuses: true, (_, axis) => InputError.Of(
            _compiler, _field, _field.Argument("rows"), $"\"{axis}\" is no axis of this dataset.", ErrorCodes.BadInput,
            "The axes are \"indicator\", \"area\", \"timePeriod\" and the codes of its dimensions.")));
    }

    private void CheckSize(string source)
    {
        var count = _compiler.Writer.Shared($"select count(*) from ({source} limit {Limit} + 1) counted");
        _compiler.Writer.Checks.Add(new StatementCheck($"case when {count} > {Limit} then '' end", Refuses: true, (_, _) => InputError.Of(
            _compiler, _field, null, $"A table has at most {MaxCells} cells, and this one has more.", ErrorCodes.Limit,
            "Narrow it with \"where\", or page through \"observations\".") with { Limit = new ExceededLimit(LimitNames.Cells, MaxCells + 1, MaxCells) }));
    }

    private string Dataset(PlannedField field)
    {
        var alias = _compiler.Writer.NextAlias();
        return $"(select {_compiler.Row(_compiler.Catalog.Type("Dataset"), new RowScope(alias), field)} from api.dataset {alias} where {alias}.key = {_dataset})";
    }

    /// <summary>Each row, or column, by one of its observations.</summary>
    private string Heads(PlannedField field, string rank, string axes)
    {
        var (head, member) = (_compiler.Writer.NextAlias(), _compiler.Writer.NextAlias());
        var json = Object((ObjectType)field.Definition.Type.Named, field, part => part.Name == "position"
            ? $"{head}.{rank}"
            : $"concat('[', (select string_agg({_compiler.Row(_compiler.Catalog.Type("CubeMember"), new RowScope(member), part)}, ',' order by {member}.nth) "
                + $"from {Members(axes, head)} {member}), ']')");
        return $"concat('[', (select string_agg({json}, ',' order by {head}.{rank}) "
            + $"from (select distinct on ({rank}) * from {_found} order by {rank}) {head}), ']')";
    }

    private string Cells(PlannedField field)
    {
        var json = Object((ObjectType)field.Definition.Type.Named, field, part => part.Name switch
        {
            "row" => $"{_found}.cube_row",
            "column" => $"{_found}.cube_column",
            _ => _compiler.Row(_compiler.Catalog.Type("Observation"), new RowScope(_found), part),
        });
        return $"concat('[', (select string_agg({json}, ',' order by {_found}.cube_row, {_found}.cube_column, {_found}.key) from {_found}), ']')";
    }
}
