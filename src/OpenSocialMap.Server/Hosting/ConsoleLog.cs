using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace OpenSocialMap.Server.Hosting;

/// <summary>
/// How the log looks on the console: a sentence a line for people, or with <c>OPENSOCIALMAP_LOG=json</c> an object a line for machines.
/// Machines also get a line for each GraphQL request (category <c>OpenSocialMap.Requests</c>). What is logged follows the usual <c>Logging__LogLevel__*</c> variables; by default our own information and everyone's warnings.
/// </summary>
public static class ConsoleLog
{
    /// <summary>The category of the line that each GraphQL request gets.</summary>
    public const string Requests = "OpenSocialMap.Requests";

    public static ILoggerFactory CreateFactory(IConfiguration configuration) => LoggerFactory.Create(logging =>
    {
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("OpenSocialMap", LogLevel.Information);
        // It only repeats each request, and while it may log, the host makes an activity for each; a tracer that wants them still gets them.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.AddFilter(Requests, configuration["OPENSOCIALMAP_LOG"] == "json" ? LogLevel.Information : LogLevel.None);
        logging.AddConfiguration(configuration.GetSection("Logging"));
        if (configuration["OPENSOCIALMAP_LOG"] == "json")
        {
            logging.AddJsonConsole(json =>
            {
                json.TimestampFormat = "O";
                json.UseUtcTimestamp = true;
            });
        }
        else
        {
            logging.AddConsole(console => console.FormatterName = Sentences.FormatterName);
            logging.AddConsoleFormatter<Sentences, ConsoleFormatterOptions>();
        }
    });

    sealed class Sentences() : ConsoleFormatter(FormatterName)
    {
        public const string FormatterName = "sentences";

        public override void Write<TState>(in LogEntry<TState> entry, IExternalScopeProvider? scopes, TextWriter console)
        {
            if (entry.LogLevel != LogLevel.Information)
            {
                console.Write($"{entry.LogLevel} ({entry.Category}): ");
            }

            console.WriteLine(entry.Formatter(entry.State, entry.Exception));
            if (entry.Exception is not null)
            {
                console.WriteLine(entry.Exception);
            }
        }
    }
}
