using System.CommandLine;
using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Cli.Databases;
using OpenSocialMap.Cli.Import;
using OpenSocialMap.Cli.Output;
using OpenSocialMap.Cli.Releases;
using OpenSocialMap.Cli.Tables;

namespace OpenSocialMap.Cli.Commands;

/// <summary><c>figures import</c>: raw figures from a CSV file into the part of the database that only the steward sees.</summary>
internal static class ImportCommand
{
    public static Command Make(Screen screen, Settings settings)
    {
        var dataset = FiguresCommand.Dataset();
        var file = new Argument<string>("file") { Description = "A CSV file: UTF-8, commas, the columns indicator,area,time_period,value,source,stated_on and any of area_year,breakdown,denominator,obs_status,locator,note." };
        var quarrels = new Option<bool>("--accept-quarrels") { Description = "Record contradictions (totals that don't add up, two words on one cell) as such, instead of refusing the file." };
        var rest = new Option<bool>("--accept-rest") { Description = "The file leaves parts out: a total may be more than what is given of it." };
        var release = new Option<int?>("--for-release") { Description = "The file is what an earlier release was made of elsewhere; it is held against what that published." };
        var command = new Command("import", "Reads a CSV file of raw figures, checks all of it, and adds it as one load or not at all. Nothing is published.")
        {
            dataset, file, quarrels, rest, release,
        };
        command.SetAction((given, cancellation) => RunAsync(
            given.GetValue(dataset)!, given.GetValue(file)!, new(given.GetValue(quarrels), given.GetValue(rest)), given.GetValue(release), screen, settings, cancellation));
        return command;
    }

    static async Task<int> RunAsync(
        string dataset, string path, AcceptedOddities accepted, int? release, Screen screen, Settings settings, CancellationToken cancellation)
    {
        var file = RawFile.Open(path);
        await using var database = await StewardConnection.OpenAsync(settings, cancellation);
        var words = new Vocabulary(await CatalogReader.ReadAsync(database.Connection, dataset, cancellation));
        var importer = new Importer(database.Connection, words, file, accepted);
        await screen.WorkAsync("Checking", async progress =>
        {
            await importer.CheckAsync(progress, cancellation);
            return true;
        });
        if (importer.Problems.Count > 0)
        {
            screen.Error($"{file.Name} has {(importer.Problems.Count == 1 ? "a mistake" : $"{importer.Problems.Count} mistakes")}, so nothing was imported:");
            foreach (var line in importer.Problems.Lines())
                screen.Error(line);
            return ExitCode.Refused;
        }
        var load = await screen.WorkAsync("Importing", progress => importer.WriteAsync(release, progress, cancellation));
        screen.Line($"Load {load} of {dataset}: {importer.Count} rows{(importer.Disputed == 0 ? "" : $", {importer.Disputed} of them recorded as contradicting each other")}.");
        screen.Line(release is { } made
            ? $"It is what release {made} was made of."
            : $"Nothing is published yet. \"opensocialmap figures check {dataset}\" shows what a release would say.");
        return ExitCode.Done;
    }
}
