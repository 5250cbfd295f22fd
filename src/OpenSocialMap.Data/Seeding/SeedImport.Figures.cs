using System.Text.RegularExpressions;
using OpenSocialMap.Data.Model;

namespace OpenSocialMap.Data.Seeding;

// Filling in datasets, what divides them, and indicators. Observations come with releases (SeededReleases).
internal sealed partial class SeedImport
{
    void Fill(List<(Dataset Record, SeedRow Row)> datasets)
    {
        foreach (var (record, row) in datasets)
        {
            var dataset = Target(record);
            FillName(dataset, row);
            dataset.NameEnglish = row.Required("name_english");
            dataset.DescriptionEnglish = row.Text("description_english");
            dataset.Programme = _registers.Programmes.Find(row, "programme");
            dataset.Publisher = _registers.Partners.Find(row, "publisher");
            dataset.Licence = row.Required("licence");
            dataset.Attribution = row.Text("attribution");
            dataset.Keywords = [.. row.List("keywords")];
            FillProtection(dataset, row);
            Keep(dataset, row);
        }
    }

    static void FillProtection(Dataset dataset, SeedRow row)
    {
        dataset.ProtectionMethod = row.RequiredChoice<ProtectionMethod>("protection_method");
        dataset.ProtectionReason = row.Required("protection_reason");
        dataset.MinimumCount = row.Integer("minimum_count", 1);
        dataset.ZeroPolicy = row.Choice<ZeroPolicy>("zero_policy");
        dataset.RoundingBase = row.Integer("rounding_base", 2);
        dataset.MinimumDenominator = row.Integer("minimum_denominator", 1);
        dataset.MinimumMeanCount = row.Integer("minimum_mean_count", 1);
        dataset.DominancePercentage = row.Decimal("dominance_percentage");
        if (dataset is { ProtectionMethod: ProtectionMethod.Suppression, MinimumCount: null } or { ProtectionMethod: ProtectionMethod.Suppression, ZeroPolicy: null })
            row.Problem("minimum_count", "suppression needs a minimum count and a policy for zeros; fill in minimum_count and zero_policy");
        if (dataset is { ProtectionMethod: ProtectionMethod.Rounding, RoundingBase: null })
            row.Problem("rounding_base", "rounding needs a base; fill it in");
        if (dataset.DominancePercentage is <= 0 or > 100)
            row.Problem("dominance_percentage", "this is a percentage; write a number above 0 and not above 100");
    }

    void FillDimensions()
    {
        var known = context.Dimensions.Local.ToDictionary(dimension => (dimension.Dataset, dimension.Code));
        var positions = new Dictionary<Dataset, int>();
        var seen = new HashSet<Dimension>();
        foreach (var row in tables.Dimensions)
        {
            var code = row.Slug("code");
            if (_registers.Datasets.FindRequired(row, "dataset") is not { } dataset)
                continue;
            if (!known.TryGetValue((dataset, code), out var dimension))
            {
                known.Add((dataset, code), dimension = new() { Dataset = dataset, Code = code });
                context.Add(dimension);
            }
            if (code is "area" or "indicator")
                row.Problem("code", $"every table has an axis \"{code}\"; give the dimension another code");
            if (!seen.Add(dimension))
                row.Problem("code", "the dataset has this dimension already; remove one of the rows");
            dimension.Name = row.Required("name");
            dimension.NameEnglish = row.Required("name_english");
            dimension.Position = positions[dataset] = positions.GetValueOrDefault(dataset) + 1;
            row.Required("is_additive");
            dimension.IsAdditive = row.Boolean("is_additive") ?? false;
            _registers.Dimensions.TryAdd((row.Cells["dataset"], code), dimension);
        }
    }

    void FillCategories()
    {
        var known = context.Categories.Local.ToDictionary(category => (category.Dimension, category.Code));
        var positions = new Dictionary<Dimension, int>();
        var seen = new Dictionary<(Dimension, string), Category>();
        foreach (var row in tables.Categories)
        {
            row.Required("code");
            var code = row.ShapedOne("code", CategoryCode(), "AGE_65_PLUS") ?? "";
            if (!_registers.Dimensions.TryGetValue((row.Required("dataset"), row.Required("dimension")), out var dimension))
            {
                row.Problem("dimension", $"the dataset \"{row.Cells["dataset"]}\" has no dimension \"{row.Cells["dimension"]}\"; add it to dimensions.csv");
                continue;
            }
            if (!known.TryGetValue((dimension, code), out var category))
            {
                known.Add((dimension, code), category = new() { Dimension = dimension, Code = code });
                context.Add(category);
            }
            if (!seen.TryAdd((dimension, code), category))
                row.Problem("code", "the dimension has this category already; remove one of the rows");
            category.Name = row.Required("name");
            category.NameEnglish = row.Required("name_english");
            category.Position = positions[dimension] = positions.GetValueOrDefault(dimension) + 1;
            category.Parent = null;
            if (row.Text("parent") is { } parent)
            {
                // A parent stands above its children, so there are no circles.
                category.Parent = seen.GetValueOrDefault((dimension, parent));
                if (category.Parent is null || parent == code)
                    row.Problem("parent", $"no row above this one has the category \"{parent}\" of the dimension; put it before its parts");
            }
        }
    }

    void Fill(List<(Indicator Record, SeedRow Row)> indicators)
    {
        var codes = new HashSet<string>();
        foreach (var (record, row) in indicators)
        {
            var indicator = Target(record);
            FillName(indicator, row);
            row.Required("code");
            indicator.Code = row.ShapedOne("code", IndicatorCode(), "INHABITANTS");
            if (indicator.Code is not null && !codes.Add(indicator.Code))
                row.Problem("code", $"another indicator has the code {indicator.Code} already; give this one another");
            indicator.NameEnglish = row.Required("name_english");
            indicator.DescriptionEnglish = row.Text("description_english");
            indicator.Dataset = _registers.Datasets.FindRequired(row, "dataset");
            indicator.Programme = _registers.Programmes.Find(row, "programme");
            indicator.Unit = row.Required("unit");
            row.Required("decimals");
            indicator.Decimals = row.Integer("decimals", 0, 9) ?? 0;
            indicator.Measure = row.RequiredChoice<Measure>("measure");
            indicator.CountingUnit = row.Choice<CountingUnit>("counting_unit");
            indicator.Numerator = _registers.Indicators.Find(row, "numerator");
            indicator.Denominator = _registers.Indicators.Find(row, "denominator");
            indicator.CbsEquivalent = row.Text("cbs_equivalent");
            indicator.Licence = row.Text("licence");
            indicator.MinimumCount = row.Integer("minimum_count", 1);
            indicator.MinimumDenominator = row.Integer("minimum_denominator", 1);
            Keep(indicator, row);
        }
    }

    void CheckReleases()
    {
        var numbers = new HashSet<(string, int)>();
        foreach (var row in tables.Releases)
        {
            _registers.Datasets.FindRequired(row, "dataset");
            row.Required("number");
            row.Required("published_on");
            row.Required("notes");
            row.Required("checksum");
            row.Date("published_on");
            row.ShapedOne("checksum", Checksum(), "the sixty-four digits that sha256sum prints");
            if (row.Integer("number", 1) is { } number && !numbers.Add((row.Cells["dataset"], number)))
                row.Problem("number", "this release is there already; remove one of the rows");
            if (row.Date("withdrawn_on") is null != row.Text("withdrawn_reason") is null)
                row.Problem("withdrawn_reason", "a withdrawal has a date and a reason; fill in both or neither");
        }
    }

    [GeneratedRegex("^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$")]
    private static partial Regex IndicatorCode();

    [GeneratedRegex("^[A-Z0-9]+(_[A-Z0-9]+)*$")]
    private static partial Regex CategoryCode();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Checksum();
}
