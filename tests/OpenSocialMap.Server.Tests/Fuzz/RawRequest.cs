using System.Text;
using System.Text.Json;
using OpenSocialMap.Server.Tests.RandomDocuments;

namespace OpenSocialMap.Server.Tests.Fuzz;

/// <summary>Whole HTTP requests as bytes, good ones and spoiled ones.</summary>
internal static class RawRequest
{
    private static readonly string[] Paths =
    [
        "/", "/?lang=ar&area=crabbehof", "/limits", "/health/ready", "/graphql?sdl", "/graphql", "/logo.svg", "/ide.js?v=1", "/nowhere", "/id/wijk_0000000000000000", "/id/nothing", "/ogc/collections/places/items?limit=2", "/tiles/places/11/1050/678.mvt",
        "/wijken/sterrenburg/agenda", "/agenda.ics?from=2023-02-01&until=2023-02-03&near=51.8,4.67,800", "/themes/eating-together/agenda.atom?lang=en", "/places/nowhere/agenda.jsonld", "/agenda.html?themes=MONEY,LANGUAGE&cursor=", "/agenda.geojson?weekdays=MONDAY",
        "/graphql/persisted-query-manifest.json", "/graphql?query=%7B__typename%7D", "/graphql?query=query($c:String!)%7Bwijk(by:%7Bcode:$c%7D)%7Bname%7D%7D&variables=%7B%22c%22:%22WK050509%22%7D&operationName=",
        "/graphql?documentId=nothing&variables=%7B%7D", "/graphql?extensions=%7B%22persistedQuery%22:%7B%22version%22:1,%22sha256Hash%22:%22abc%22%7D%7D",
    ];

    private static readonly string[] Accepts = ["*/*", "application/json", "application/graphql-response+json", "text/html", "application/graphql-response+json;q=0.5, application/json;q=0.4"];

    /// <summary>A request that asks this, or, now and then, something else of the server; mostly with something in it spoiled.</summary>
    public static byte[] Of(RequestText request, Dice dice) => dice.OneIn(3) ? Get(dice) : Post(request, dice);

    private static byte[] Get(Dice dice) =>
        Mutation.Of(Encoding.UTF8.GetBytes($"{dice.Pick(["GET", "GET", "HEAD", "OPTIONS", "PUT"])} {dice.Pick(Paths)} HTTP/1.1\r\n{Headers(dice)}\r\n"), dice);

    private static byte[] Post(RequestText request, Dice dice)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"query":{{JsonSerializer.Serialize(request.Query)}},"variables":{{request.Variables}}}""");
        if (!dice.OneIn(4))
            body = Mutation.Of(body, dice);
        var head = Encoding.UTF8.GetBytes($"POST /graphql HTTP/1.1\r\n{Headers(dice)}Content-Type: application/json\r\n");
        if (dice.OneIn(4))
            head = Mutation.Of(head, dice);
        if (dice.OneIn(5))
            return [.. head, .. "Transfer-Encoding: chunked\r\n\r\n"u8, .. Chunked(body, dice)];
        // The length is right, so that most of what is spoiled gets past the first door.
        return [.. head, .. Encoding.UTF8.GetBytes($"Content-Length: {body.Length}\r\n\r\n"), .. body];
    }

    private static byte[] Chunked(byte[] body, Dice dice)
    {
        var cut = dice.Below(body.Length + 1);
        byte[] chunks = [.. Chunk(body[..cut]), .. cut == 0 || cut == body.Length ? [] : Chunk(body[cut..]), .. "0\r\n\r\n"u8];
        return dice.OneIn(2) ? chunks : Mutation.Of(chunks, dice);
    }

    private static byte[] Chunk(byte[] bytes) => bytes.Length == 0 ? [] : [.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes, .. "\r\n"u8];

    private static string Headers(Dice dice) => $"Host: localhost\r\nConnection: close\r\nAccept: {dice.Pick(Accepts)}\r\n{(dice.OneIn(3) ? "Accept-Encoding: br, gzip\r\n" : "")}{(dice.OneIn(5) ? "X-Forwarded-For: 203.0.113.7\r\n" : "")}";
}
