using System.CommandLine;
using Npgsql;
using OpenSocialMap.Cli.Commands;
using OpenSocialMap.Cli.Output;
using OpenSocialMap.Data;
using OpenSocialMap.Disclosure;

namespace OpenSocialMap.Cli;

/// <summary>Reads the command line, runs what it asks for, and tells every failure in a sentence.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments, Screen screen, Settings settings, CancellationToken cancellation = default)
    {
        var root = new RootCommand("OpenSocialMap's command line, for those who keep its figures. The database is that of ConnectionStrings__SocialMap, or the "
            + "private one in OPENSOCIALMAP_DATA (.data when not set), whether its server runs or not.")
        {
            FiguresCommand.Make(screen, settings),
        };
        var output = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = screen.OutWriter, Error = screen.ErrorWriter };
        try
        {
            return await root.Parse(arguments).InvokeAsync(output, cancellation);
        }
        catch (OperationCanceledException)
        {
            screen.Error("Stopped; nothing was written.");
            return ExitCode.Stopped;
        }
        catch (RefusedException refused)
        {
            screen.Error(refused.Message);
            return refused.ExitCode;
        }
        catch (OpenTableException open)
        {
            screen.Error($"Nothing was released: whatever is withheld, somebody with a computer works out {(open.Opened.Count == 1 ? "this cell" : $"these {open.Opened.Count} cells")}.");
            FigureReport.Opened(screen, open.Opened);
            return ExitCode.Unsafe;
        }
        catch (DisclosureException unsuited)
        {
            screen.Error(unsuited.Message);
            return ExitCode.Refused;
        }
        catch (SocialMapDatabaseException unusable)
        {
            screen.Error(unusable.Message);
            return ExitCode.NoDatabase;
        }
        catch (NpgsqlException failed)
        {
            screen.Error($"The database refused, and nothing was written: {(failed as PostgresException)?.MessageText ?? failed.InnerException?.Message ?? failed.Message}.");
            return ExitCode.NoDatabase;
        }
        catch (Exception fault)
        {
            screen.Error($"This is a fault of the program; nothing was written. {fault}");
            return ExitCode.Fault;
        }
    }
}
