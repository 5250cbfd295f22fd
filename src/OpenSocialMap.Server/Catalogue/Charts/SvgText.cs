using System.Globalization;
using System.Text;
using System.Xml;

namespace OpenSocialMap.Server.Catalogue.Charts;

/// <summary>The text of a picture that is being made: numbers with a point, words escaped, and no style sheet, so that the strictest policy lets it through.</summary>
internal sealed class SvgText
{
    private const string Hatch = "hatch";
    private const string Dots = "dots";

    private readonly StringBuilder _svg = new();

    public const string HatchFill = $"url(#{Hatch})";
    public const string DotsFill = $"url(#{Dots})";

    public SvgText(double width, double height, string language, string title, string description)
    {
        Add($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:0.#} {height:0.#}" width="{width:0.#}" height="{height:0.#}" role="img" aria-labelledby="title desc" lang="{language}" font-family="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif" font-size="14" fill="{Palette.Ink}">""");
        Add($"""<title id="title">{Escape(title)}</title>""");
        Add($"""<desc id="desc">{Escape(description)}</desc>""");
        Add($"""<defs><pattern id="{Hatch}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="{Palette.NoValue}"/><rect width="2.2" height="7" fill="#5d6a71"/></pattern>""");
        Add($"""<pattern id="{Dots}" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="{Palette.NoValue}"/><circle cx="2" cy="2" r="1.1" fill="#5d6a71"/></pattern></defs>""");
        Add($"""<rect width="{width:0.#}" height="{height:0.#}" fill="{Palette.Paper}"/>""");
    }

    /// <summary>Adds a line of SVG; what it holds of numbers is written with a point.</summary>
    public void Add(FormattableString svg) => _svg.Append(svg.ToString(CultureInfo.InvariantCulture)).Append('\n');

    public void Write(double x, double y, string text, string attributes = "") => Add($"""<text x="{x:0.#}" y="{y:0.#}" {attributes}>{Escape(text)}</text>""");

    /// <summary>A text over as many lines as it needs, and the height below it.</summary>
    public double Lines(double x, double y, string text, int letters, double lineHeight, string attributes = "")
    {
        foreach (var line in Wrap(text, letters))
        {
            Write(x, y, line, attributes);
            y += lineHeight;
        }
        return y;
    }

    public string End() => _svg.Append("</svg>\n").ToString();

    public static List<string> Wrap(string text, int letters)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                lines.Add(line);
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            escaped.Append(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                _ when char.IsSurrogate(letter) || XmlConvert.IsXmlChar(letter) => letter.ToString(),
                _ => "",
            });
        }
        return escaped.ToString();
    }
}
