using System.CommandLine;
using System.Globalization;
using Npgsql;
using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Cli.Databases;
using OpenSocialMap.Cli.Output;

namespace OpenSocialMap.Cli.Commands;

/// <summary><c>figures list</c>: the datasets, their loads and their releases.</summary>
internal static class ListCommand
{
    public static Command Make(Screen screen, Settings settings)
    {
        var command = new Command("list", "Shows the datasets with their loads of raw figures and their releases.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var database = await StewardConnection.OpenAsync(settings, cancellation);
            foreach (var dataset in await CatalogReader.DatasetsAsync(database.Connection, cancellation))
            {
                screen.Line($"{dataset.Slug}: {dataset.Name}");
                var rows = await RowsAsync(database.Connection, dataset.Key, cancellation);
                if (rows.Count > 0)
                    screen.Table(["", "number", "on", "cells", "status or file"], rows);
                screen.Line();
            }
            return ExitCode.Done;
        });
        return command;
    }

    static async Task<List<string[]>> RowsAsync(NpgsqlConnection connection, int dataset, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select 'load', number, loaded_at::date, (select count(*) from restricted.cell where load_key = load.key), file_name
            from restricted.load
            where dataset_key = $1
            union all
            select 'release', number, published_on, observation_count, status
            from core.release
            where dataset_key = $1
            order by 1, 2
            """,
            connection);
        command.Parameters.AddWithValue(dataset);
        var rows = new List<string[]>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
            rows.Add([
                reader.GetString(0), reader.GetInt32(1).ToString(CultureInfo.InvariantCulture), reader.GetFieldValue<DateOnly>(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                reader.GetInt64(3).ToString(CultureInfo.InvariantCulture), reader.GetString(4),
            ]);
        return rows;
    }
}
