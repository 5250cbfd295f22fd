using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using NodaTime;
using OpenSocialMap.Agenda.Holidays;
using OpenSocialMap.Agenda.SchemaOrg;
using OpenSocialMap.Agenda.Schedules;
using OpenSocialMap.Agenda.Text.Phrases;
using OpenSocialMap.GraphQL;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Representations;

namespace OpenSocialMap.Server.Schedules;

/// <summary>
/// Reads when something is from what people write, "iedere 2e en 4e woensdagochtend van de maand", or from schema.org's Schedule, and gives it back as
/// data, in words and as days. Nothing is kept.
/// </summary>
internal sealed class ScheduleRoutes(Inquiries inquiries)
{
    public const string Path = "/schedules";
    private const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private const string PlainJson = "application/json; charset=utf-8";
    private const int MostBytes = 16 * 1024;
    private const int MostLevels = 8;

    private static readonly string[] Sending = [HttpMethods.Post];

    private static readonly JsonSerializerOptions Shallow = new() { MaxDepth = MostLevels };

    public static void Map(IEndpointRouteBuilder routes)
    {
        var schedules = ActivatorUtilities.CreateInstance<ScheduleRoutes>(routes.ServiceProvider);
        var group = routes.MapGroup("").AddEndpointFilter<Refusals>();
        group.MapMethods(Path, Reading.Methods, schedules.Negotiate);
        group.MapMethods($"{Path}.json", Reading.Methods, http => schedules.Answer(http, isPage: false));
        group.MapMethods(Path, Sending, schedules.ReadSchemaOrg);
    }

    private Task Negotiate(HttpContext http)
    {
        http.Response.Headers.Append("Vary", "Accept");
        return Answer(http, !MediaTypeHeaderValue.TryParseList(http.Request.Headers.Accept, out var taken) || WantsPage(taken));
    }

    private async Task Answer(HttpContext http, bool isPage)
    {
        var (text, isEnglish) = (http.Request.Query["text"].ToString(), IsEnglish(http.Request.Query["lang"]));
        var day = await Day(http);
        var reading = SchedulePhrase.Parse(text, day);
        if (isPage)
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.Headers.ContentSecurityPolicy = Policy;
            http.Response.Headers.ContentLanguage = isEnglish ? "en" : "nl";
            http.Response.Headers.CacheControl = "no-cache";
            await http.Response.WriteAsync(
                new ScheduleHtml(isEnglish, text).Render(reading.Schedule is { } schedule ? ReadSchedule.Of(schedule, day) : null, reading.Problems), http.RequestAborted);
        }
        else if (reading.Schedule is { } schedule)
        {
            await Write(http, ReadSchedule.Of(schedule, day));
        }
        else
        {
            await Refuse(http, reading.Problems[0].Message, new JsonArray([.. reading.Problems.Select(problem => new JsonObject
            {
                ["message"] = problem.Message,
                ["column"] = problem.Column,
                ["length"] = problem.Length,
                ["suggestions"] = new JsonArray([.. problem.Suggestions.Select(suggestion => JsonValue.Create(suggestion))]),
            })]));
        }
    }

    private async Task ReadSchemaOrg(HttpContext http)
    {
        var day = await Day(http);
        var reading = SchemaOrgSchedule.Parse(await Body(http));
        var problems = reading.Schedule is { } read ? ScheduleProblems.Of(read, Known(read)) : reading.Problems;
        if (problems.Count == 0)
        {
            await Write(http, ReadSchedule.Of(reading.Schedule!, day));
            return;
        }
        await Refuse(http, problems[0].ToString(), new JsonArray([.. problems.Select(problem => new JsonObject
        {
            ["field"] = problem.Field,
            ["message"] = problem.Message,
            ["remedy"] = problem.Remedy,
        })]));
    }

    /// <summary>Which holiday calendars there are is for whoever keeps the schedule to say.</summary>
    private static HolidayCalendars Known(Schedule schedule) =>
        new(schedule.ExceptHolidays.Concat(schedule.OnlyHolidays).Distinct().Select(code => new StatedHolidays(code, [])));

    private static async Task<JsonObject> Body(HttpContext http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.MediaType.Value is not ("application/ld+json" or "application/json"))
            throw new RequestRefusedException(415, new GraphQLError("Send schema.org's Schedule as application/ld+json or application/json.", ErrorCodes.Request));
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonObject>(http.Request.Body, Shallow, http.RequestAborted)
                ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw new RequestRefusedException(400, new GraphQLError($"The body has to be one JSON object, nested {MostLevels} levels at most: a Schedule of schema.org.", ErrorCodes.Request));
        }
        catch (BadHttpRequestException problem)
        {
            throw new RequestRefusedException(problem.StatusCode, new GraphQLError($"The body has to arrive whole, in {MostBytes} bytes at most.", ErrorCodes.Request));
        }
    }

    /// <summary>The day from which on it is looked at: the parameter <c>on</c>, else today.</summary>
    private async Task<LocalDate> Day(HttpContext http)
    {
        var text = http.Request.Query["on"].ToString();
        if (text.Length == 0)
            text = (await inquiries.Ask(http, "query Today { today }", [])).Only.GetString()!;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? LocalDate.FromDateOnly(day)
            : throw new RequestRefusedException(400, new GraphQLError($"on is \"{text}\", which is no day of the calendar; it has to be one such as 2026-02-28.", ErrorCodes.BadInput));
    }

    private static bool IsEnglish(string? language) => language switch
    {
        null or "" or "nl" => false,
        "en" => true,
        _ => throw new RequestRefusedException(400, new GraphQLError($"lang is \"{language}\"; there are nl and en.", ErrorCodes.BadInput)),
    };

    private static bool WantsPage(IList<MediaTypeHeaderValue> taken) =>
        taken.Count == 0 || !taken.Any(type => type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)) || taken.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private static Task Write(HttpContext http, ReadSchedule read)
    {
        http.Response.ContentType = PlainJson;
        http.Response.Headers.CacheControl = "no-cache";
        return http.Response.WriteAsync(ScheduleJson.Write(read), http.RequestAborted);
    }

    private static Task Refuse(HttpContext http, string detail, JsonArray problems)
    {
        ProblemHttpResult problem = TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, extensions:
            [KeyValuePair.Create<string, object?>("code", ErrorCodes.BadInput), KeyValuePair.Create<string, object?>("problems", problems)]);
        http.Response.Headers.CacheControl = "no-store";
        return problem.ExecuteAsync(http);
    }
}
