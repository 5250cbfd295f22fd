using System.Globalization;

namespace OpenSocialMap.Disclosure;

/// <summary>A protected cell that can be worked out too closely.</summary>
/// <param name="Key">The cell; of a change between releases, its key and both releases.</param>
/// <param name="Lower">The least it can be, for all that is known.</param>
/// <param name="Upper">The most it can be.</param>
/// <param name="Width">How far apart these have to be by the policy.</param>
public sealed record OpenedCell(string Key, double Lower, double Upper, double Width)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"'{Key}' lies from {Lower:0.###} to {Upper:0.###}, and has to be open over {Width:0.###}");
}
