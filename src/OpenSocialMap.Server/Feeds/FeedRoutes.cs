using System.Text.Json;
using System.Text.Json.Nodes;
using OpenSocialMap.GraphQL;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.GraphQL;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Representations;

namespace OpenSocialMap.Server.Feeds;

/// <summary>
/// The agenda of a wijk, a working area, a place, a partner or a theme, and of everything, for calendars, feed readers, search engines, maps and people.
/// Every answer is that of a GraphQL operation in another form.
/// </summary>
internal sealed class FeedRoutes(Inquiries inquiries, Validators validators, PublicAddress address, Schema schema)
{
    private const int MostUndated = 500;

    private static readonly string[] NoLongerRunning = ["INACTIVE", "DEFUNCT"];

    private readonly string[] _themes = [.. ((EnumType)schema.FindType("Theme")!).Values.Select(theme => theme.Name)];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var feeds = ActivatorUtilities.CreateInstance<FeedRoutes>(routes.ServiceProvider);
        var agendas = routes.MapGroup("").AddEndpointFilter<Refusals>();
        Add("/agenda", FeedSubject.Everything);
        foreach (var subject in FeedSubject.All)
            Add($"/{subject.Segment}/{{slug}}/agenda", subject);

        void Add(string path, FeedSubject subject)
        {
            agendas.MapMethods(path, Reading.Methods, http => feeds.Negotiate(http, subject));
            foreach (var format in FeedFormat.All)
                agendas.MapMethods($"{path}.{format.Extension}", Reading.Methods, http => feeds.Answer(http, subject, format));
        }
    }

    private Task Negotiate(HttpContext http, FeedSubject subject)
    {
        http.Response.Headers.Append("Vary", "Accept");
        var format = FeedFormat.Accepted(http.Request.Headers.Accept) ?? throw new RequestRefusedException(406, new GraphQLError(
            $"This agenda comes as {string.Join(", ", FeedFormat.All.Select(format => $"{format.MediaType} (.{format.Extension})"))}, none of which the header Accept allows.", ErrorCodes.Request));
        http.Response.Headers.ContentLocation = $"{http.Request.Path}.{format.Extension}{http.Request.QueryString}";
        return Answer(http, subject, format);
    }

    private async Task Answer(HttpContext http, FeedSubject subject, FeedFormat format)
    {
        var request = FeedRequest.Read(subject, format, http.Request.Query);
        var slug = http.Request.RouteValues["slug"] as string ?? "";
        var theme = subject == FeedSubject.Themes ? Theme(slug) : null;
        if (validators.WriteNotModified(http, format.ContentType))
            return;
        var found = await inquiries.Ask(http, subject.FindQuery, subject.By is null ? [] : new JsonObject { ["slug"] = slug });
        var undatedWhere = new JsonObject();
        if (subject.By is not null)
        {
            var current = found.Fields[1].GetProperty("slug").GetString()!;
            if (current != slug)
            {
                Redirect(http, subject, current);
                return;
            }
            subject.Narrow(found.Fields[1], request.Variables, undatedWhere);
        }
        else if (theme is not null)
        {
            request.Variables["themes"] = new JsonArray(theme);
        }

        await using var pages = Pages(http, format, request).GetAsyncEnumerator();
        // What can't be given has to be told before anything else is.
        await pages.MoveNextAsync();
        if (format.IsWhole && pages.Current.Only.GetProperty("totalCount").GetInt32() is var count && count > format.Most)
            throw new RequestRefusedException(400, new GraphQLError(
                $"This agenda has {count} times that something takes place; a {format.Extension} has at most {format.Most}. Ask for less of it with from and until, area, themes or another filter.",
                ErrorCodes.Limit));
        var undated = request.TakesUndated ? await Undated(http, format, request, undatedWhere) : [];

        using var writer = FeedWriter.Of(format, FeedOf(http, subject, found, theme, request));
        validators.Begin(http, format.ContentType, found.Version);
        if (format == FeedFormat.Html)
            HtmlFeed.WriteHeaders(http.Response.Headers, request.IsEnglish);
        await Send(http, writer, format, pages, undated);
    }

    private static async Task Send(HttpContext http, FeedWriter writer, FeedFormat format, IAsyncEnumerator<Reply> pages, IReadOnlyList<FeedActivity> undated)
    {
        writer.Begin();
        string? cursor;
        do
        {
            foreach (var occurrence in pages.Current.Nodes)
                writer.Write(occurrence);
            cursor = pages.Current.EndCursor;
            await Flush();
        }
        while (await pages.MoveNextAsync());
        writer.WriteUndated(undated);
        writer.End(cursor is null || format.IsWhole ? null : writer.Next(format, cursor));
        await Flush();

        async Task Flush()
        {
            writer.Flush();
            await http.Response.Body.WriteAsync(writer.Output.GetBuffer().AsMemory(0, (int)writer.Output.Length), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            writer.Output.SetLength(0);
        }
    }

    private async IAsyncEnumerable<Reply> Pages(HttpContext http, FeedFormat format, FeedRequest request)
    {
        request.Variables["counted"] = format.IsWhole;
        await foreach (var page in inquiries.Pages(http, format.IsWhole ? FeedQueries.BySeries : FeedQueries.ByTime, request.Variables, format.Most))
        {
            yield return page;
            request.Variables["counted"] = false;
        }
    }

    /// <summary>Those that run, have a schedule, and have never had a date: "3 x per week".</summary>
    private async Task<List<FeedActivity>> Undated(HttpContext http, FeedFormat format, FeedRequest request, JsonObject where)
    {
        var activities = new List<FeedActivity>();
        if (format != FeedFormat.Html && format != FeedFormat.Atom)
            return activities;
        where["occurrences"] = new JsonObject { ["any"] = false };
        where["schedules"] = new JsonObject { ["any"] = true };
        where["status"] = new JsonObject { ["nin"] = new JsonArray([.. NoLongerRunning.Select(status => JsonValue.Create(status))]) };
        var variables = new JsonObject { ["where"] = where };
        foreach (var name in FeedQueries.ActivityFilters)
        {
            if (request.Variables[name] is { } value)
                variables[name] = value.DeepClone();
        }
        await foreach (var page in inquiries.Pages(http, FeedQueries.Undated, variables, MostUndated))
            activities.AddRange(page.Nodes.Select(FeedWriter.ReadActivity));
        return activities;
    }

    private Feed FeedOf(HttpContext http, FeedSubject subject, Reply found, string? theme, FeedRequest request)
    {
        var home = address.Of(http.Request);
        var path = http.Request.Path.ToString();
        var kept = http.Request.Query.Where(parameter => parameter.Key != "cursor").ToDictionary(parameter => parameter.Key, parameter => (string?)parameter.Value.ToString());
        return new Feed(
            subject.By is not null ? found.Fields[1].GetProperty("name").GetString() : theme is null ? null : FeedWords.In(request.IsEnglish).Label(theme),
            new Uri(home).Host,
            home,
            path.EndsWith("/agenda", StringComparison.Ordinal) ? path : path[..path.LastIndexOf('.')],
            QueryString.Create(kept).ToString(),
            request.IsEnglish,
            found.Nodes.Select(latest => latest.GetProperty("modifiedAt").GetDateTimeOffset()).FirstOrDefault(DateTimeOffset.UnixEpoch));
    }

    private string Theme(string slug) => Array.Find(_themes, theme => Slug(theme) == slug) ?? throw new RequestRefusedException(404, new GraphQLError(
        $"There is no theme \"{slug}\". There are {string.Join(", ", _themes.Select(Slug))}.", ErrorCodes.NotFound));

    private static string Slug(string theme) => theme.ToLowerInvariant().Replace('_', '-');

    // A slug of before leads to that of today.
    private static void Redirect(HttpContext http, FeedSubject subject, string current)
    {
        var path = http.Request.Path.ToString();
        http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        http.Response.Headers.Location = $"/{subject.Segment}/{Uri.EscapeDataString(current)}{path[path.LastIndexOf('/')..]}{http.Request.QueryString}";
    }
}
