using NpgsqlTypes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.Server.Sql;

/// <summary>Areas that an argument names by code or slug. A name that nothing has is an error with the closest slug as a hint.</summary>
internal static class AreaReference
{
    public static string Key(StatementCompiler compiler, PlannedField field, LeafInput area) => compiler.Writer.Once(area, () =>
    {
        var name = compiler.Writer.Parameter(NpgsqlDbType.Text, source => ((string)area.Read(source.Variables)!).ToLowerInvariant());
        var key = compiler.Writer.Shared(name, () => $"select area_key from api.area_reference where reference = {name} limit 1");
        compiler.Writer.Checks.Add(new StatementCheck($"case when {key} is null then {Closest("api.area_reference", "reference", name)} end", Refuses: true,
            (source, closest) => NotFound.Error(compiler, field, area, "area", "code or slug", area.Read(source.Variables), closest)));
        return key;
    });

    /// <summary>The known name that shares most letters with an unknown one, or an empty text.</summary>
    public static string Closest(string view, string column, string name) =>
        $"coalesce((select {column} from {view} where similarity({column}, {name}) > 0.2 order by similarity({column}, {name}) desc, {column} limit 1), '')";
}

/// <summary>Indicators that an argument names by slug.</summary>
internal static class IndicatorReference
{
    public static string Key(StatementCompiler compiler, PlannedField field, LeafInput indicator) => SlugReference.Key(compiler, field, indicator, "indicator");
}

/// <summary>Releases that an argument names by id, or by number: of each dataset the one with that number.</summary>
internal static class ReleaseReference
{
    public static string Keys(StatementCompiler compiler, PlannedField field, LeafInput release) => compiler.Writer.Once(release, () =>
    {
        var name = compiler.Writer.Parameter(NpgsqlDbType.Text, release);
        var keys = compiler.Writer.Shared(name, () => $"select array(select key from api.release where id = {name} or number::text = {name})");
        compiler.Writer.Checks.Add(new StatementCheck($"case when cardinality({keys}) = 0 then '' end", Refuses: true,
            (source, closest) => NotFound.Error(compiler, field, release, "release", "id or number", release.Read(source.Variables), closest)));
        // With its type, or "any" would take the select for a list of arrays.
        return $"{keys}::int[]";
    });
}

/// <summary>Norms that an argument names by slug.</summary>
internal static class NormReference
{
    public static string Key(StatementCompiler compiler, PlannedField field, LeafInput norm) => SlugReference.Key(compiler, field, norm, "norm");
}

internal static class SlugReference
{
    /// <param name="noun">What people call it, and the name of its view.</param>
    public static string Key(StatementCompiler compiler, PlannedField field, LeafInput named, string noun) => compiler.Writer.Once(named, () =>
    {
        var slug = compiler.Writer.Parameter(NpgsqlDbType.Text, named);
        var key = compiler.Writer.Shared(slug, () => $"select key from api.{noun} where slug = {slug}");
        compiler.Writer.Checks.Add(new StatementCheck($"case when {key} is null then {AreaReference.Closest($"api.{noun}", "slug", slug)} end", Refuses: true,
            (source, closest) => NotFound.Error(compiler, field, named, noun, "slug", named.Read(source.Variables), closest)));
        return key;
    });
}

/// <summary>Records that an argument names by id or slug, former slugs not included: a program that follows one keeps its id.</summary>
internal static class RecordReference
{
    public static string Key(StatementCompiler compiler, PlannedField field, LeafInput record, string type, string noun) => compiler.Writer.Once(record, () =>
    {
        var view = compiler.Catalog.ObjectType(type).From;
        var name = compiler.Writer.Parameter(NpgsqlDbType.Text, record);
        var key = compiler.Writer.Shared(name, () => $"select key from {view} where id = {name} or slug = {name} limit 1");
        compiler.Writer.Checks.Add(new StatementCheck($"case when {key} is null then {AreaReference.Closest(view, "slug", name)} end", Refuses: true,
            (source, closest) => NotFound.Error(compiler, field, record, noun, "id or slug", record.Read(source.Variables), closest)));
        return key;
    });
}

internal static class NotFound
{
    public static GraphQLError Error(StatementCompiler compiler, PlannedField field, Input input, string noun, string by, object? value, string closest)
    {
        var shown = value is string text ? Excerpt.Of(text) : value;
        return InputError.Of(compiler, field, input, $"No {noun} has the {by} \"{shown}\".", ErrorCodes.NotFound,
            closest.Length > 0 ? $"Did you mean \"{closest}\"?" : null);
    }
}
