using System.CommandLine;
using Npgsql;
using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Cli.Databases;
using OpenSocialMap.Cli.Output;

namespace OpenSocialMap.Cli.Commands;

/// <summary><c>figures withdraw</c>: the values of a release are shown no longer. It stays known to whoever read it, and so to the attacker.</summary>
internal static class WithdrawCommand
{
    public static Command Make(Screen screen, Settings settings)
    {
        var dataset = FiguresCommand.Dataset();
        var number = new Argument<int>("number") { Description = "The number of the release." };
        var reason = new Option<string>("--reason") { Description = "Why, in a sentence; published. No numbers in it but years.", Required = true };
        var command = new Command("withdraw", "Stops showing the values of a release, for good. Later releases are protected as if everybody still knew it.")
        {
            dataset, number, reason,
        };
        command.SetAction((given, cancellation) => RunAsync(
            given.GetValue(dataset)!, given.GetValue(number), PublishedText.Checked(given.GetValue(reason)!, "The text of --reason"), screen, settings, cancellation));
        return command;
    }

    static async Task<int> RunAsync(string slug, int number, string reason, Screen screen, Settings settings, CancellationToken cancellation)
    {
        await using var database = await StewardConnection.OpenAsync(settings, cancellation);
        var connection = database.Connection;
        var dataset = (await CatalogReader.ReadAsync(connection, slug, cancellation)).Dataset;
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var look = new NpgsqlCommand("select number, status from core.release where dataset_key = $1 order by number", connection);
        look.Parameters.AddWithValue(dataset.Key);
        var known = new SortedDictionary<int, string>();
        await using (var rows = await look.ExecuteReaderAsync(cancellation))
            while (await rows.ReadAsync(cancellation))
                known[rows.GetInt32(0)] = rows.GetString(1);
        if (!known.TryGetValue(number, out var status))
            throw new RefusedException($"{slug} has no release {number}{(known.Count == 0 ? "; it has none" : $"; its releases are {string.Join(", ", known.Keys)}")}.");
        if (status == "WITHDRAWN")
            throw new RefusedException($"Release {number} of {slug} is withdrawn already.");
        await using var withdraw = new NpgsqlCommand(
            """
            update core.release
            set
              status = 'WITHDRAWN',
              withdrawn_on = (now() at time zone 'Europe/Amsterdam')::date,
              withdrawn_reason = $3
            where dataset_key = $1
              and number = $2
            """,
            connection);
        withdraw.Parameters.AddWithValue(dataset.Key);
        withdraw.Parameters.AddWithValue(number);
        withdraw.Parameters.AddWithValue(reason);
        await withdraw.ExecuteNonQueryAsync(cancellation);
        await Audit.WriteAsync(connection, "withdraw", dataset.Key, new() { ["release"] = number }, cancellation);
        await transaction.CommitAsync(cancellation);
        screen.Line($"Release {number} of {slug} is withdrawn: its values are shown no longer, and a later release is still protected against whoever kept them.");
        return ExitCode.Done;
    }
}
