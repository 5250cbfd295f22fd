using System.Text.Json;
using System.Text.Json.Nodes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Representations;

/// <summary>
/// Asks a GraphQL operation for somebody who asked for a page, a feed or a file: with the plan, the statement, the price and the limits
/// that the operation has when a client sends it.
/// </summary>
internal sealed class Inquiries(
    DocumentStore documents, CostControl costs, RateLimits rates, StatementRunner runner, TrafficSettings traffic, PublicAddress address)
{
    /// <exception cref="GraphQLException">The client asks too much, a value can't be used, or something that was named isn't there.</exception>
    /// <exception cref="DatabaseAwayException">The database can't be reached.</exception>
    public async ValueTask<Reply> Ask(HttpContext http, string query, JsonObject variables)
    {
        var timer = new StageTimer();
        var client = Client.Of(http, traffic);
        var document = documents.Get(query, ref timer);
        var operation = document.Choose(null);
        var values = document.Coerce(operation, JsonSerializer.SerializeToElement(variables));
        var statement = document.Statement(operation, values);
        rates.Charge(http, client, 1 + costs.Charge(CostWish.None, statement, values).Points);

        var result = await runner.Run(statement, new ParameterSource(values, address.Of(http.Request)), client, http.RequestAborted);
        return result.Errors.Count == 0
            ? new Reply([.. result.Values.Select(json => JsonElement.Parse(json.Span))], result.Version)
            : throw new GraphQLException(result.Errors);
    }

    /// <summary>
    /// The items of a connection that is the operation's only root field, page after page, each asked for when the one before it is done with. The operation has the
    /// variables <c>$first</c> and <c>$after</c>, and selects <c>nodes</c> and <c>pageInfo { hasNextPage endCursor }</c>.
    /// </summary>
    /// <param name="most">At most this many items in all.</param>
    public async IAsyncEnumerable<Reply> Pages(HttpContext http, string query, JsonObject variables, int most)
    {
        for (var left = most; left > 0; left -= Paging.MaxSize)
        {
            variables["first"] = Math.Min(left, Paging.MaxSize);
            var page = await Ask(http, query, variables);
            yield return page;
            if (page.EndCursor is not { } cursor)
                yield break;
            variables["after"] = cursor;
        }
    }
}

/// <summary>The answer to an inquiry.</summary>
/// <param name="Fields">The value of each root field.</param>
/// <param name="Version">The version of the data that it holds.</param>
internal sealed record Reply(IReadOnlyList<JsonElement> Fields, long Version)
{
    public JsonElement Only => Fields[0];

    /// <summary>Of a page: its items.</summary>
    public JsonElement.ArrayEnumerator Nodes => Only.GetProperty("nodes").EnumerateArray();

    /// <summary>Of a page: where the next one begins; null when there is none.</summary>
    public string? EndCursor =>
        Only.GetProperty("pageInfo") is var info && info.GetProperty("hasNextPage").GetBoolean() ? info.GetProperty("endCursor").GetString() : null;
}
