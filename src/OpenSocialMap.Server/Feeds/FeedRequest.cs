using System.Globalization;
using System.Text.Json.Nodes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;

namespace OpenSocialMap.Server.Feeds;

/// <summary>What the query string of a feed asks: the arguments of GraphQL's <c>agenda</c>, the language of the words, and where to go on.</summary>
/// <param name="Variables">The arguments, as variables of <see cref="FeedQueries"/>.</param>
/// <param name="IsEnglish">Whether the words are English ones; what sources say stays Dutch.</param>
/// <param name="IsFirstPage">Whether it begins at the beginning.</param>
internal sealed record FeedRequest(JsonObject Variables, bool IsEnglish, bool IsFirstPage)
{
    /// <summary>What stands for null, where unknown can be asked for.</summary>
    private const string Unknown = "UNKNOWN";

    private static readonly string[] Dates = ["from", "until"];
    private static readonly string[] Lists = ["themes", "targetGroups", "access", "weekdays", "dayParts", "price", "languageLevel", "accessible"];
    private static readonly string[] WithUnknown = ["price", "languageLevel"];
    private static readonly string[] Texts = ["area", "language", "accessibilityProfile", "cursor"];
    private static readonly string[] Booleans = ["free", "oncePerSeries"];
    private static readonly string[] Known = [.. Dates, .. Texts, .. Lists, .. Booleans, "near", "lang"];

    /// <summary>Whether what has no known dates may fit: of its days and parts of the day nobody can say that they are those asked for.</summary>
    public bool TakesUndated => IsFirstPage && !Variables.ContainsKey("weekdays") && !Variables.ContainsKey("dayParts");

    /// <exception cref="RequestRefusedException">A parameter is unknown or can't be read.</exception>
    public static FeedRequest Read(FeedSubject subject, FeedFormat format, IQueryCollection query)
    {
        if (query.Keys.FirstOrDefault(key => !Known.Contains(key) || key == subject.Fixed) is { } unknown)
            throw Refused($"There is no parameter \"{unknown}\" here. Known are {string.Join(", ", Known.Where(name => name != subject.Fixed))}.");
        if (query.Keys.FirstOrDefault(key => query[key].Count > 1) is { } repeated)
            throw Refused($"{repeated} is given {query[repeated].Count} times; give it once, with commas between values.");
        var variables = new JsonObject();
        foreach (var (name, values) in query)
        {
            if (values.ToString() is { Length: > 0 } text && name != "lang")
                variables[name == "cursor" ? "after" : name] = Value(name, text);
        }
        if (Order(variables) is { Count: > 1 } order)
            variables["order"] = order;
        if (format == FeedFormat.Atom && !variables.ContainsKey("oncePerSeries"))
            variables["oncePerSeries"] = true;
        return new FeedRequest(variables, ReadLanguage(query["lang"]), !variables.ContainsKey("after"));
    }

    /// <summary>People read an agenda day by day: within a day the nearest comes first, or what has the fewest shortcomings.</summary>
    private static JsonArray Order(JsonObject variables)
    {
        var order = new JsonArray(Ascending("date"));
        if (variables.ContainsKey("accessibilityProfile"))
            order.Add(Ascending("shortcomings"));
        if (variables.ContainsKey("near"))
            order.Add(Ascending("distance"));
        return order;

        static JsonNode Ascending(string field) => new JsonObject { [field] = "ASC" };
    }

    private static JsonNode Value(string name, string text) =>
        Dates.Contains(name) ? ReadDate(name, text)
        : Lists.Contains(name) ? new JsonArray([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(item => item == Unknown && WithUnknown.Contains(name) ? null : JsonValue.Create(item))])
        : Booleans.Contains(name) ? ReadBoolean(name, text)
        : name == "near" ? ReadNear(text)
        : JsonValue.Create(text);

    private static JsonValue ReadDate(string name, string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        ? JsonValue.Create(text)
        : throw Refused($"{name} is \"{text}\", which is no day of the calendar; it has to be one such as 2026-02-28.");

    private static JsonValue ReadBoolean(string name, string text) => text switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ => throw Refused($"{name} is \"{text}\"; it has to be true or false."),
    };

    private static JsonObject ReadNear(string text)
    {
        var numbers = text.Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : (double?)null).ToArray();
        return numbers switch
        {
            [{ } latitude, { } longitude, { } metres] => new() { ["latitude"] = latitude, ["longitude"] = longitude, ["within"] = metres },
            [{ } latitude, { } longitude] => new() { ["latitude"] = latitude, ["longitude"] = longitude },
            _ => throw Refused($"near is \"{text}\"; it has to be latitude,longitude,metres, such as 51.81,4.67,800."),
        };
    }

    private static bool ReadLanguage(string? text) => text switch
    {
        null or "" or "nl" => false,
        "en" => true,
        _ => throw Refused($"lang is \"{text}\"; there are nl and en. What an activity is held in is the parameter language."),
    };

    private static RequestRefusedException Refused(string message) => new(400, new GraphQLError(message, ErrorCodes.BadInput));
}
