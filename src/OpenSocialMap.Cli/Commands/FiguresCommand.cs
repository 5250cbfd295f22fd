using System.CommandLine;
using OpenSocialMap.Cli.Output;

namespace OpenSocialMap.Cli.Commands;

/// <summary><c>figures</c>: what the command line offers for figures.</summary>
internal static class FiguresCommand
{
    public static Command Make(Screen screen, Settings settings) =>
        new("figures", "Brings raw figures in, and releases them so that nobody can be recognised in them. Raw figures never leave the database.")
        {
            ListCommand.Make(screen, settings),
            ImportCommand.Make(screen, settings),
            CheckCommand.Make(screen, settings),
            ReleaseCommand.Make(screen, settings),
            WithdrawCommand.Make(screen, settings),
        };

    public static Argument<string> Dataset() => new("dataset") { Description = "The dataset, by its readable name; \"figures list\" shows them." };

    public static Option<int[]> Loads() =>
        new("--load") { Description = "Only figures of these loads; without it all of them, of each cell the latest word.", AllowMultipleArgumentsPerToken = true };

    public static Option<string[]> Periods() =>
        new("--period") { Description = "Only figures of these periods, such as 2022 or 2022-Q1; without it all of them.", AllowMultipleArgumentsPerToken = true };
}
