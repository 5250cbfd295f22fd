using System.CommandLine;
using System.Diagnostics;
using OpenSocialMap.Cli.Databases;
using OpenSocialMap.Cli.Output;
using OpenSocialMap.Cli.Releases;
using OpenSocialMap.Data.Figures;

namespace OpenSocialMap.Cli.Commands;

/// <summary><c>figures release</c>: publishes what may be published.</summary>
internal static class ReleaseCommand
{
    public static Command Make(Screen screen, Settings settings)
    {
        var dataset = FiguresCommand.Dataset();
        var notes = new Option<string>("--notes") { Description = "What is new in it, in a sentence; published. No numbers in it but years.", Required = true };
        var date = new Option<DateOnly?>("--date") { Description = "The day of publication, such as 2023-05-01; today when not given." };
        var folder = new Option<string?>("--out") { Description = "A folder to put the release file, its log and a line of releases.csv in, as seed/ has them." };
        var loads = FiguresCommand.Loads();
        var periods = FiguresCommand.Periods();
        var command = new Command("release", "Protects the figures together with all that was released before, attacks them, and publishes them if nothing gives. A release never changes.")
        {
            dataset, notes, date, folder, loads, periods,
        };
        command.SetAction((given, cancellation) => RunAsync(
            new(given.GetValue(dataset)!, given.GetValue(loads) ?? [], given.GetValue(periods) ?? []),
            PublishedText.Checked(given.GetValue(notes)!, "The text of --notes"),
            given.GetValue(date), given.GetValue(folder), screen, settings, cancellation));
        return command;
    }

    static async Task<int> RunAsync(
        ReleaseRequest request, string notes, DateOnly? date, string? folder, Screen screen, Settings settings, CancellationToken cancellation)
    {
        await using var database = await StewardConnection.OpenAsync(settings, cancellation);
        var key = await RoundingKeys.GetAsync(database.Connection, cancellation);
        var draft = await Draft.MakeAsync(database.Connection, request, key, screen, cancellation);
        using var file = ReleaseOutput.Temporary();
        var header = await screen.WorkAsync("Publishing", progress =>
            new ReleaseWriter(database.Connection).WriteAsync(draft, notes, date, file, progress, cancellation));
        var withheld = draft.Protection.Words.IsWithheld.Count(it => it);
        screen.Line($"Release {header.Number} of {header.Dataset} is published: {draft.Protection.Stated.All.Count} cells, {withheld} of them withheld.");
        if (folder is not null)
            foreach (var path in ReleaseOutput.Write(folder, header, draft, file))
                screen.Line(path);
        return ExitCode.Done;
    }
}
