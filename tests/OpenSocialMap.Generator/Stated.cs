using System.Globalization;

namespace OpenSocialMap.Generator;

/// <summary>When a record was written down and last confirmed, in the columns of provenance; half of it within a year, some of it long ago.</summary>
internal static class Stated
{
    public const string Columns = "provenance_source_key, provenance_locator, provenance_stated_on, provenance_confirmed_on";

    public static object?[] Of(Dice dice, DateOnly day, int source, string locator)
    {
        var age = dice.Share();
        var stated = age < 0.55 ? day.AddDays(-dice.Between(1, 360)) : age < 0.88 ? day.AddDays(-dice.Between(360, 1100)) : day.AddYears(-dice.Between(3, 6));
        var text = stated.ToString(age < 0.3 ? "yyyy-MM-dd" : age < 0.88 ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture);
        return [source, locator, text, dice.Chance(0.2) ? day.AddDays(-dice.Between(0, 300)) : null];
    }
}
