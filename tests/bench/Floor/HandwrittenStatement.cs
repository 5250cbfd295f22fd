using System.Text.Json;
using System.Text.RegularExpressions;
using Npgsql;

namespace OpenSocialMap.Bench.Floor;

/// <summary>SQL that somebody wrote for one operation. Its first lines say which variable each parameter is: <c>-- $1 wijk text</c>.</summary>
internal sealed partial class HandwrittenStatement
{
    private readonly string _sql;
    private readonly (string Variable, string Type)[] _parameters;

    private HandwrittenStatement(string sql) =>
        (_sql, _parameters) = (sql, [.. ParameterLine().Matches(sql).Select(m => (m.Groups["variable"].Value, m.Groups["type"].Value))]);

    public static HandwrittenStatement Read(string file) => new(File.ReadAllText(file));

    public NpgsqlCommand Command(NpgsqlDataSource reader, JsonElement variables)
    {
        var command = reader.CreateCommand(_sql);
        foreach (var (variable, type) in _parameters)
            command.Parameters.Add(Parameter(type, variables.GetProperty(variable)));
        return command;
    }

    private static NpgsqlParameter Parameter(string type, JsonElement value) => type switch
    {
        "text" => new NpgsqlParameter<string> { TypedValue = value.GetString() },
        "text[]" => new NpgsqlParameter<string[]> { TypedValue = [.. value.EnumerateArray().Select(item => item.GetString()!)] },
        "int4" => new NpgsqlParameter<int> { TypedValue = value.GetInt32() },
        "float8" => new NpgsqlParameter<double> { TypedValue = value.GetDouble() },
        _ => throw new BenchException($"Parameters of type {type} are not known here."),
    };

    [GeneratedRegex(@"^-- \$\d+ (?<variable>\w+) (?<type>\S+)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex ParameterLine();
}
