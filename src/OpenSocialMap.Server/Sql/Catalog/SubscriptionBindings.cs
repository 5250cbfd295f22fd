using System.Text.Json;
using NpgsqlTypes;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.GraphQL.Types;

namespace OpenSocialMap.Server.Sql.Catalog;

/// <summary>
/// The fields of the root of subscriptions. What happened comes with the event as parameters and the record is read as it is now; whether an
/// event is for a subscriber is not SQL's to decide, only which records the arguments name.
/// </summary>
internal static class SubscriptionBindings
{
    /// <summary>The column of an event with the key of the record that it is about.</summary>
    public const string RecordKey = "record_key";

    public static FieldBinding Field(SchemaCatalog catalog, OutputField field) => new ExpressionBinding((compiler, _, planned) =>
    {
        var writer = compiler.Writer;
        var change = writer.Parameter(NpgsqlDbType.Text, source => source.Event!.Change);
        var id = writer.Parameter(NpgsqlDbType.Text, source => source.Event!.Id);
        var key = writer.Parameter(NpgsqlDbType.Integer, source => source.Event!.Key);
        var alias = writer.NextAlias();
        var json = compiler.Row(catalog.Type(field.Type.Named.Name), new RowScope(alias), planned);
        return $"(select {json} from (select {change} as change, {id} as id, {key} as {RecordKey}) {alias})";
    });

    /// <summary>SQL for the keys that the arguments name, as a JSON object that <see cref="ReadKeys"/> reads; null without arguments.</summary>
    public static string? Keys(StatementCompiler compiler, PlannedField field)
    {
        var json = new JsonText().Text("{");
        var first = true;
        foreach (var name in field.Arguments.Keys.Where(name => field.Argument(name) is not null))
        {
            json.Key(name, first).Sql(Key(compiler, field, name, (LeafInput)field.Argument(name)!));
            first = false;
        }
        return first ? null : json.Text("}").ToString();
    }

    /// <summary>The keys by argument. Nothing unknown is among them: the statement's checks refuse that.</summary>
    public static IReadOnlyDictionary<string, int> ReadKeys(ReadOnlyMemory<byte> json) => JsonSerializer.Deserialize<Dictionary<string, int>>(json.Span)!;

    private static string Key(StatementCompiler compiler, PlannedField field, string argument, LeafInput value) => argument switch
    {
        "area" => AreaReference.Key(compiler, field, value),
        "place" => RecordReference.Key(compiler, field, value, "MeetingPlace", "meeting place"),
        "partner" => RecordReference.Key(compiler, field, value, "Partner", "partner"),
        "id" when field.Name == "activityChanged" => RecordReference.Key(compiler, field, value, "Activity", "activity"),
        "id" => RecordReference.Key(compiler, field, value, "MeetingPlace", "meeting place"),
        _ => throw new InvalidOperationException($"Nothing says what {field.Name}({argument}:) names."),
    };
}
