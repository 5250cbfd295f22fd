using System.Globalization;
using OpenSocialMap.Server.Hosting;

namespace OpenSocialMap.Server.Catalogue;

/// <summary>Finds the dataset and the release that an address names.</summary>
internal sealed class CatalogueFinder(CatalogueReader reader, PublicAddress address)
{
    /// <exception cref="GraphQL.RequestRefusedException">There is no such dataset; those that there are are named.</exception>
    public async Task<(Dataset Dataset, long Version)> Dataset(HttpContext http, string slug)
    {
        var (found, version) = await reader.Datasets(http, slug);
        if (found is [var dataset])
            return (dataset, version);
        var (all, _) = await reader.Datasets(http);
        throw CatalogueRequest.NotFound($"There is no dataset \"{slug}\". There are {string.Join(", ", all.Select(each => each.Slug).DefaultIfEmpty("none"))}.");
    }

    /// <exception cref="GraphQL.RequestRefusedException">There is no such release, or it was withdrawn.</exception>
    public async Task<(Edition Edition, long Version)> Edition(HttpContext http, string slug, string number, bool isEnglish)
    {
        var (dataset, version) = await Dataset(http, slug);
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            || dataset.Releases.FirstOrDefault(each => each.Number == wanted) is not { } release)
        {
            var numbers = dataset.Releases.Select(each => each.Number.ToString(CultureInfo.InvariantCulture));
            throw CatalogueRequest.NotFound($"The dataset {slug} has no release \"{number}\". It has {string.Join(", ", numbers.DefaultIfEmpty("none"))}; {slug}/latest leads to the latest.");
        }
        if (release.IsWithdrawn)
            throw CatalogueRequest.Gone($"Release {release.Number} of {slug} was withdrawn on {release.WithdrawnOn:yyyy-MM-dd}: {release.WithdrawnReason}");
        return (EditionOf(http, dataset, release, isEnglish), version);
    }

    public Edition EditionOf(HttpContext http, Dataset dataset, Release release, bool isEnglish) => new(dataset, release, address.Of(http.Request), isEnglish);
}
