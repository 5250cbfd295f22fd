using OpenSocialMap.Data.Model;
using OpenSocialMap.GraphQL.Types;
using OpenSocialMap.Server.GraphQL.Answers;
using OpenSocialMap.Server.GraphQL.Documents;
using OpenSocialMap.Server.Hosting;
using OpenSocialMap.Server.Ide;
using OpenSocialMap.Server.Limits;
using OpenSocialMap.Server.Representations;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Sql.Catalog;
using OpenSocialMap.Server.Subscriptions;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>Puts the endpoint into the server: its services, and the one address with its three uses (ask, read the schema, try in a browser).</summary>
public static class GraphQLRoutes
{
    /// <summary>The parameters of an address that asks GraphQL something, whatever else the client would read there.</summary>
    private static readonly string[] Asking = ["query", "documentId", "extensions"];

    public static IServiceCollection AddGraphQL(this IServiceCollection services, Contract contract) => services
        .AddSingleton(contract)
        .AddSingleton(contract.Schema)
        .AddSingleton(contract.Catalog)
        .AddSingleton(contract.TrustedDocuments)
        .AddSingleton(provider => provider.GetRequiredService<ServerSettings>().Limits)
        .AddSingleton<CostControl>()
        .AddSingleton(provider => new DocumentStore(contract.Catalog, provider.GetRequiredService<LimitSettings>(), provider.GetRequiredService<ServerSettings>().PlanMegabytes * 1024L * 1024))
        .AddSingleton<PublicAddress>()
        .AddSingleton(provider => new PersistedDocuments(provider.GetRequiredService<TrustedDocuments>(), provider.GetRequiredService<ServerSettings>().TrustedDocumentsOnly))
        .AddSingleton(provider => new StatementRunner(provider.GetRequiredService<Data.SocialMapDatabase>().Reader, provider.GetRequiredService<StatementGate>()))
        .AddSingleton(provider => new ReceivingRoom(provider.GetRequiredService<ServerSettings>().Traffic.ReceivingMegabytes * 1024L * 1024))
        .AddSingleton<AnswerStore>()
        .AddSubscriptions()
        .AddSingleton<GraphQLEndpoint>();

    /// <summary>
    /// Answers GraphQL requests. It makes its own error answers, so it stands before all that is there for pages (error pages, routing,
    /// compression, files), which would take as long as the request itself when that needs no database.
    /// </summary>
    public static void UseGraphQL(this IApplicationBuilder app, PathString path)
    {
        var endpoint = app.ApplicationServices.GetRequiredService<GraphQLEndpoint>();
        var sockets = app.ApplicationServices.GetRequiredService<Sockets>();
        // What is posted is no socket, and need not be looked at as if it were.
        app.UseWhen(http => !HttpMethods.IsPost(http.Request.Method) && IsAt(http.Request, path), ofSockets => ofSockets
            .UseWebSockets()
            .Use((http, next) => http.WebSockets.IsWebSocketRequest ? sockets.Answer(http) : next(http)));
        app.Use((http, next) => IsAt(http.Request, path) && !WantsSdl(http.Request) && !WantsPage(http.Request) ? endpoint.Answer(http) : next(http));
    }

    /// <summary>What people read at the same address: the schema's text, and a page to try it.</summary>
    public static void MapGraphQLPages(this IEndpointRouteBuilder routes, string path)
    {
        var contract = routes.ServiceProvider.GetRequiredService<Contract>();
        var validators = routes.ServiceProvider.GetRequiredService<Validators>();
        // Made when it is first asked for: few do, and a start would wait for it.
        var manifest = new Lazy<byte[]>(() => PersistedQueryManifest.Write(contract.TrustedDocuments));
        routes.MapMethods($"{path}/persisted-query-manifest.json", Reading.Methods, () => TypedResults.Bytes(manifest.Value, "application/json; charset=utf-8"));
        routes.MapMethods(path, Reading.Methods, http => WantsSdl(http.Request) ? WriteSdl(http, validators, contract.Sdl) : GraphiQLPage.Write(http));
    }

    private static bool IsAt(HttpRequest request, PathString path) =>
        request.Path.StartsWithSegments(path, out var rest) && rest.Value is "" or "/";

    private static bool WantsSdl(HttpRequest request) => request.IsReading() && request.QueryString.HasValue && request.Query.ContainsKey("sdl");

    private static bool WantsPage(HttpRequest request) =>
        request.IsReading() && AcceptedForms.Of(request).Page && !Asking.Any(request.Query.ContainsKey);

    private static Task WriteSdl(HttpContext http, Validators validators, byte[] sdl)
    {
        const string contentType = "text/plain; charset=utf-8";
        // Every entity tag names the build, and the schema with it.
        const string madeOf = "sdl";
        if (validators.WriteNotModified(http, contentType, madeOf))
            return Task.CompletedTask;
        validators.Begin(http, contentType, madeOf);
        return http.Response.Body.WriteAsync(sdl, http.RequestAborted).AsTask();
    }
}
