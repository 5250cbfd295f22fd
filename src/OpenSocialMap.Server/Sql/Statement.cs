using OpenSocialMap.GraphQL.Cost;
using OpenSocialMap.GraphQL.Planning;

namespace OpenSocialMap.Server.Sql;

/// <summary>
/// One operation as one SQL statement, ready to run with the values of any request of the same shape. Its row has a column for each
/// root field that needs the database, then the data's version that they were read from, then one for each check.
/// </summary>
/// <param name="Text">The SQL; null when no root field needs the database.</param>
/// <param name="Fields">The root fields in response order.</param>
public sealed record Statement(string? Text, IReadOnlyList<StatementParameter> Parameters, IReadOnlyList<RootField> Fields, IReadOnlyList<StatementCheck> Checks)
{
    /// <summary>An operation that is too dear to run: its cost and nothing to run.</summary>
    public static Statement TooDear(CostFormula cost) => new(null, [], [], []) { Cost = cost };

    /// <summary>What running it costs, with the values of one request.</summary>
    public CostFormula Cost { get; init; } = CostFormula.Zero;

    /// <summary>What it is called in logs.</summary>
    public OperationLabel? Label { get; init; }
}

/// <summary>A root field of the response.</summary>
/// <param name="Prefix">The bytes before its value: a comma where one is due, and its key.</param>
/// <param name="Static">Yields its JSON without the database; null when the next column holds it.</param>
public sealed record RootField(ReadOnlyMemory<byte> Prefix, Func<CoercedVariables, byte[]>? Static);
