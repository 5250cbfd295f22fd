using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;

namespace OpenSocialMap.Server.Catalogue;

/// <summary>Reads what the query string of an address of the catalogue says, and tells what can't be so.</summary>
internal static class CatalogueRequest
{
    /// <exception cref="RequestRefusedException">A parameter is unknown or given twice.</exception>
    public static void Check(IQueryCollection query, params IReadOnlyList<string> known)
    {
        if (query.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown)
            throw Refused($"There is no parameter \"{unknown}\" here. Known are {string.Join(", ", known)}.");
        if (query.Keys.FirstOrDefault(key => query[key].Count > 1) is { } repeated)
            throw Refused($"{repeated} is given {query[repeated].Count} times; give it once.");
    }

    /// <summary>The language of the words: the switch in the address, else Dutch.</summary>
    /// <exception cref="RequestRefusedException">There is no such language here.</exception>
    public static bool IsEnglish(IQueryCollection query) => query["lang"].ToString() switch
    {
        "" or "nl" => false,
        "en" => true,
        var other => throw Refused($"lang is \"{other}\"; there are nl and en."),
    };

    /// <summary>The value of a parameter; null when it is missing or empty.</summary>
    public static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    public static RequestRefusedException Refused(string message) => new(400, new GraphQLError(message, ErrorCodes.BadInput));

    public static RequestRefusedException NotFound(string message) => new(404, new GraphQLError(message, ErrorCodes.NotFound));

    public static RequestRefusedException Gone(string message) => new(410, new GraphQLError(message, ErrorCodes.NotFound));
}
