using NpgsqlTypes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.Server.Sql;

/// <summary>What a parameter may be read from: the request's variables, where the server is reached, and what a subscription is told of.</summary>
/// <param name="BaseUrl">The public address of the server, without a slash at the end.</param>
/// <param name="Event">What happened; null for a query.</param>
public readonly record struct ParameterSource(CoercedVariables Variables, string BaseUrl, ChangeEvent? Event = null);

/// <summary>What one event of a subscription is about.</summary>
/// <param name="Change">A value of the enum <c>ChangeKind</c>.</param>
/// <param name="Id">The record's public id; null when the event is about no single record.</param>
/// <param name="Key">Its key, to read it as it is now.</param>
public sealed record ChangeEvent(string Change, string? Id, int? Key);

/// <summary>One <c>$n</c> of a statement: its type, and how each request yields its value. Reading may refuse the value with a <see cref="GraphQLException"/>.</summary>
public sealed record StatementParameter(NpgsqlDbType Type, Func<ParameterSource, object?> Read);

/// <summary>A column of the statement that is not null when a request named something unknown; its text is the closest known name, or empty.</summary>
/// <param name="Refuses">Whether nothing of the answer can be trusted then. Otherwise the error stands beside a null.</param>
public sealed record StatementCheck(string Sql, bool Refuses, Func<ParameterSource, string, GraphQLError> Error);

/// <summary>Numbers the aliases, parameters and checks of one statement in the order of writing, so that equal plans give equal text.</summary>
public sealed class SqlWriter
{
    internal const int MaxParameters = 2_000;
    private readonly Dictionary<object, string> _once = new(ReferenceEqualityComparer.Instance);
    private int _aliases;

    public List<StatementParameter> Parameters { get; } = [];
    public List<StatementCheck> Checks { get; } = [];

    /// <summary>The selects of shared values; the first is <c>v0</c>.</summary>
    public List<string> Selects { get; } = [];

    public string NextAlias() => $"t{_aliases++}";

    /// <summary>A value of the request as <c>$n</c>.</summary>
    /// <exception cref="GraphQLException">The operation has too many values.</exception>
    public string Parameter(NpgsqlDbType type, Func<ParameterSource, object?> read)
    {
        if (Parameters.Count == MaxParameters)
            throw new GraphQLException(new ExceededLimit(LimitNames.Parameters, MaxParameters + 1, MaxParameters).Error(
                $"The operation compares with more than {MaxParameters} values.", "A list given to \"in\" counts as one value, however long it is."));
        Parameters.Add(new StatementParameter(type, read));
        return $"${Parameters.Count}";
    }

    /// <summary>The value of an input as <c>$n</c>.</summary>
    public string Parameter(NpgsqlDbType type, Input input)
    {
        var read = ((LeafInput)input).Read;
        return Parameter(type, source => read(source.Variables));
    }

    /// <summary>SQL that is written once for this object and repeated where it is needed again, with the same parameters.</summary>
    public string Once(object key, Func<string> write)
    {
        if (!_once.TryGetValue(key, out var sql))
            _once.Add(key, sql = write());
        return sql;
    }

    /// <summary>
    /// A value that the database works out once for the whole statement, however often it is needed. The select of it stands before the
    /// statement's own; what is repeated only reads it.
    /// </summary>
    public string Shared(object key, Func<string> select) => Once(key, () =>
    {
        Selects.Add(select());
        return $"(select value from v{Selects.Count - 1})";
    });

    /// <summary>The same for a select that is its own key: two that read alike mean the same.</summary>
    public string Shared(string select)
    {
        var known = Selects.IndexOf(select);
        if (known < 0)
            Selects.Add(select);
        return $"(select value from v{(known < 0 ? Selects.Count - 1 : known)})";
    }
}
