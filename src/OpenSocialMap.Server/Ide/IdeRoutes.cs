using System.Text.Json;
using OpenSocialMap.Server.Hosting;

namespace OpenSocialMap.Server.Ide;

/// <summary>What the IDE asks of this server besides the endpoint itself: the examples, read once, when somebody comes, from <c>schema/operations</c>.</summary>
public static class IdeRoutes
{
    public static void MapIde(this IEndpointRouteBuilder routes)
    {
        var logger = routes.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(IdeRoutes));
        var examples = new Lazy<byte[]>(() => JsonSerializer.SerializeToUtf8Bytes(
            ReadExamples(Path.Combine(AppContext.BaseDirectory, "schema", "operations"), logger), JsonSerializerOptions.Web));
        routes.MapMethods("/graphql/examples.json", Reading.Methods, () => TypedResults.Bytes(examples.Value, "application/json; charset=utf-8"));
    }

    /// <summary>The examples in the order of their file names; one that can't be read is left out and named in the log.</summary>
    public static IReadOnlyList<Example> ReadExamples(string folder, ILogger logger)
    {
        var examples = new List<Example>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.graphql").Order(StringComparer.Ordinal))
        {
            try
            {
                examples.Add(Example.Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));
            }
            catch (FormatException e)
            {
                Log.ExampleLeftOut(logger, Path.GetFileName(file), e.Message);
            }
        }

        return examples;
    }
}
