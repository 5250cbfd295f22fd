using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace OpenSocialMap.Disclosure;

/// <summary>A message that is only written out when it is needed, so that checking millions of cells makes no texts.</summary>
[InterpolatedStringHandler]
readonly ref struct RefusalMessage
{
    private readonly StringBuilder? _text;

    public RefusalMessage(int literalLength, int formattedCount, bool holds, out bool isNeeded)
    {
        isNeeded = !holds;
        _text = holds ? null : new StringBuilder(literalLength + 16 * formattedCount);
    }

    public void AppendLiteral(string text) => _text!.Append(text);

    public void AppendFormatted<T>(T value) =>
        _text!.Append(value is double number ? number.ToString("0.######", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture));

    public override string ToString() => _text?.ToString() ?? "";
}
