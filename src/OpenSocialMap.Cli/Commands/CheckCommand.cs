using System.CommandLine;
using OpenSocialMap.Cli.Databases;
using OpenSocialMap.Cli.Output;
using OpenSocialMap.Cli.Releases;

namespace OpenSocialMap.Cli.Commands;

/// <summary><c>figures check</c>: what a release would say and withhold, without one.</summary>
internal static class CheckCommand
{
    public static Command Make(Screen screen, Settings settings)
    {
        var dataset = FiguresCommand.Dataset();
        var loads = FiguresCommand.Loads();
        var periods = FiguresCommand.Periods();
        var all = new Option<bool>("--all") { Description = "Show every withheld cell, not only the first hundred." };
        var command = new Command("check", "A dry run of a release: which cells are withheld and why, what an attacker could do, how much is kept, and what is new. Writes nothing. "
            + "What it shows is for the steward alone.")
        {
            dataset, loads, periods, all,
        };
        command.SetAction(async (given, cancellation) =>
        {
            await using var database = await StewardConnection.OpenAsync(settings, cancellation);
            var key = await RoundingKeys.GetAsync(database.Connection, cancellation);
            var draft = await Draft.MakeAsync(
                database.Connection, new(given.GetValue(dataset)!, given.GetValue(loads) ?? [], given.GetValue(periods) ?? []), key, screen, cancellation);
            FigureReport.Show(screen, draft, given.GetValue(all), cancellation);
            return ExitCode.Done;
        });
        return command;
    }
}
