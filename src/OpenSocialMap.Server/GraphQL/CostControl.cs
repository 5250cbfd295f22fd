using System.Buffers;
using System.Text.Json;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Cost;
using OpenSocialMap.GraphQL.Limits;
using OpenSocialMap.GraphQL.Planning;
using OpenSocialMap.Server.Limits;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>What a request costs, and what of it goes into the answer.</summary>
/// <param name="Extension">The member <c>"extensions"</c> with a comma before it; empty when the client didn't ask.</param>
/// <param name="IsWholeAnswer">Whether the client wants to know the cost and nothing else.</param>
public readonly record struct Price(OperationCost Cost, ReadOnlyMemory<byte> Extension, bool IsWholeAnswer)
{
    /// <summary>What it takes of the client's share of a minute.</summary>
    public int Points => (int)Math.Ceiling(Cost.Field);
}

/// <summary>How a client wants to know what its request costs.</summary>
public enum CostWish : byte
{
    None,

    /// <summary>Beside the answer.</summary>
    Report,

    /// <summary>Instead of the answer.</summary>
    Validate,
}

/// <summary>
/// Prices each request before anything runs, refuses what is too dear, and tells the price to clients that ask by the header
/// <c>GraphQL-Cost</c>: <c>report</c> to have it beside the answer, <c>validate</c> to have it instead.
/// </summary>
public sealed class CostControl(LimitSettings settings)
{
    public const string Header = "GraphQL-Cost";

    private readonly CostLimits _limits = settings.Cost;

    /// <exception cref="GraphQLException">It costs more than is allowed, and the client didn't merely ask for the price.</exception>
    public Price Charge(CostWish wish, Statement statement, CoercedVariables variables)
    {
        var cost = statement.Cost.Evaluate(variables);
        if (wish != CostWish.Validate)
            RefuseTooDear(cost);
        return new Price(cost, wish == CostWish.None ? default : Report(cost), IsWholeAnswer: wish == CostWish.Validate);
    }

    public static CostWish WishOf(HttpRequest request) => request.Headers[Header] switch
    {
        [{ } text] when text.Equals("report", StringComparison.OrdinalIgnoreCase) => CostWish.Report,
        [{ } text] when text.Equals("validate", StringComparison.OrdinalIgnoreCase) => CostWish.Validate,
        _ => CostWish.None,
    };

    private void RefuseTooDear(OperationCost cost)
    {
        if (_limits.Allow(cost))
            return;
        var errors = new List<GraphQLError>();
        if (cost.Field > _limits.MaxFieldCost)
            errors.Add(TooDear(LimitNames.FieldCost, cost.Field, _limits.MaxFieldCost, "field cost",
                "Ask for smaller pages, fewer levels of lists, or a filter with fewer conditions. The header \"GraphQL-Cost: validate\" tells the cost without running."));
        if (cost.Type > _limits.MaxTypeCost)
            errors.Add(TooDear(LimitNames.TypeCost, cost.Type, _limits.MaxTypeCost, "type cost",
                "Ask for smaller pages: lists inside lists multiply. The header \"GraphQL-Cost: validate\" tells the cost without running."));
        throw new GraphQLException(errors);
    }

    private static GraphQLError TooDear(string limit, double cost, int maximum, string what, string hint) =>
        new ExceededLimit(limit, cost, maximum).Error(FormattableString.Invariant($"The operation has a {what} of {cost}, and the limit is {maximum}."), hint);

    /// <summary>The cost with what is allowed, and once more as clients of other servers with this header know it.</summary>
    private ReadOnlyMemory<byte> Report(OperationCost cost)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(",\"extensions\":"u8);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartObject("cost"u8);
        json.WriteNumber("fieldCost"u8, cost.Field);
        json.WriteNumber("typeCost"u8, cost.Type);
        json.WriteNumber("maximumFieldCost"u8, _limits.MaxFieldCost);
        json.WriteNumber("maximumTypeCost"u8, _limits.MaxTypeCost);
        json.WriteEndObject();
        json.WriteStartObject("operationCost"u8);
        json.WriteNumber("fieldCost"u8, cost.Field);
        json.WriteNumber("typeCost"u8, cost.Type);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
