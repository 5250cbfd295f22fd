using Npgsql;
using OpenSocialMap.Cli.Catalog;
using OpenSocialMap.Cli.Output;
using OpenSocialMap.Cli.Tables;
using OpenSocialMap.Disclosure;

namespace OpenSocialMap.Cli.Releases;

/// <summary>A release as it would be: protected, attacked, and not written yet.</summary>
/// <param name="Last">The number of the last release there was; 0 when there was none.</param>
internal sealed record Draft(Protection Protection, IReadOnlyList<PastRelease> Past, IReadOnlyList<string> Periods, int Last)
{
    /// <exception cref="RefusedException">There are no such figures.</exception>
    /// <exception cref="OpenTableException">The attacker opens them whatever is withheld.</exception>
    public static async Task<Draft> MakeAsync(
        NpgsqlConnection connection, ReleaseRequest request, RoundingKey? roundingKey, Screen screen, CancellationToken cancellation)
    {
        var words = new Vocabulary(await CatalogReader.ReadAsync(connection, request.Dataset, cancellation));
        var dataset = words.Catalog.Dataset;
        var loads = await StatedCellReader.LoadsAsync(connection, dataset, request.Loads, cancellation);
        var periods = request.Periods.Count == 0 ? null : request.Periods;
        var stated = await StatedCellReader.ReadAsync(connection, words, loads, periods, cancellation);
        var known = stated.Mains.Select(number => words.Periods[stated.All[number].Key.Period]).Distinct().Order(StringComparer.Ordinal).ToList();
        if (request.Periods.FirstOrDefault(period => !known.Contains(period)) is { } missing)
            throw new RefusedException($"{dataset.Slug} has no raw figures of {missing}.");
        var last = await ReleaseWriter.LastAsync(connection, dataset.Key, cancellation);
        var publicNumbers = await PublicNumbers.ReadAsync(connection, words, cancellation);
        var past = dataset.IsUnprotected ? [] : await new PastReleases(connection, words, publicNumbers).ReadAsync(known, cancellation);
        if (dataset.Method == Data.Model.ProtectionMethod.Rounding && roundingKey is null)
            throw new InvalidOperationException("Rounding needs its key.");
        var protection = await screen.WorkAsync("Protecting and attacking", progress => Task.Run(
            () => Protection.Of(
                stated, () => TableBuilder.Build(stated, publicNumbers), past, dataset.Method == Data.Model.ProtectionMethod.Rounding ? roundingKey : null,
                new Stages(progress), cancellation),
            cancellation));
        return new(protection, past, known, last);
    }

    // The stages as one bar; the last is run twice, on the table and on what is published.
    sealed class Stages(IProgress<double> bar) : IProgress<ProtectionProgress>
    {
        double _reached;

        public void Report(ProtectionProgress value)
        {
            var stages = Enum.GetValues<ProtectionStage>().Length;
            _reached = Math.Max(_reached, ((int)value.Stage + ((double)value.Done / Math.Max(1, value.Total))) / stages);
            bar.Report(_reached);
        }
    }
}
