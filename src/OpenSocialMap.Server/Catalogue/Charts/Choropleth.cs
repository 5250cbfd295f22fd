using System.Globalization;

namespace OpenSocialMap.Server.Catalogue.Charts;

/// <summary>A map with each area in the colour of its figure: hatched where it is withheld, dotted where it is unknown, with a legend, a source, and each figure in words.</summary>
internal sealed class Choropleth(ChartFrame frame, IReadOnlyList<MapArea> areas)
{
    private const double Width = 860;
    private const double LegendLeft = 650;
    private const int MostLabels = 40;

    private readonly Classes _classes = Classes.Of(areas.Select(area => area.Value).OfType<decimal>());

    private readonly ILookup<string, MapArea> _ofArea = areas.ToLookup(area => area.Code);

    private ChartWords Words => frame.Words;

    public string Draw()
    {
        // Sources that disagree have several figures of an area: it is drawn once, in the colour of the first, and all are told.
        var drawn = areas.Where(area => area.Outline is not null).DistinctBy(area => area.Code).Select(area => (Area: area, Shape: Shape.Read(area.Outline!))).ToList();
        var top = 30 + 24 * frame.TitleLines + 22;
        var height = 200.0;
        if (drawn.Count > 0)
        {
            (var place, height) = Frame.Around([.. drawn.Select(each => each.Shape)], 24, top, LegendLeft - 60, 560);
            drawn = [.. drawn.Select(each => (each.Area, each.Shape.In(place)))];
        }
        height = Math.Max(height, 60 + 26 * (_classes.Count + 4));
        var svg = frame.Begin(Width, top + height + 20, Describe());
        foreach (var (area, shape) in drawn)
            svg.Add($"""<path d="{shape.Path()}" fill="{Fill(area)}" stroke="#ffffff" stroke-width="1.2" stroke-linejoin="round"><title>{SvgText.Escape(Tell(area))}</title></path>""");
        foreach (var (area, shape) in drawn)
            svg.Add($"""<path d="{shape.Path()}" fill="none" stroke="{Palette.Ink}" stroke-opacity=".45" stroke-width=".6" stroke-linejoin="round" pointer-events="none"/>""");
        if (drawn.Count <= MostLabels)
        {
            foreach (var (area, shape) in drawn)
                Label(svg, area, shape);
        }
        DrawLegend(svg, top);
        return frame.End(svg, top + height + 20);
    }

    private void Label(SvgText svg, MapArea area, Shape shape)
    {
        var (x, y, room) = shape.Middle();
        var value = string.Join(" / ", _ofArea[area.Code].Select(each => FigureNumbers.Print(each.Value, each.Status, frame.Indicator.Decimals, frame.IsEnglish)));
        // A point alone says little on a map; the hatching says it.
        if (area.Value is null || room < 3.2 * value.Length)
            return;
        var isDark = Palette.IsDark(Fill(area));
        var look = $"""text-anchor="middle" fill="{(isDark ? "#ffffff" : Palette.Ink)}" stroke="{(isDark ? "#1a2a5e" : "#ffffff")}" stroke-width="2.5" stroke-opacity=".7" stroke-linejoin="round" paint-order="stroke" pointer-events="none" aria-hidden="true" """;
        var hasName = room > 30 && area.Name.Length * 3.2 < room * 1.6;
        if (hasName)
            svg.Write(x, y - 4, area.Name, look + """font-size="12" """);
        svg.Write(x, y + (hasName ? 12 : 5), value, look + """font-size="13" font-weight="600" """);
    }

    private void DrawLegend(SvgText svg, double top)
    {
        var y = svg.Lines(LegendLeft, top + 14, $"{frame.UnitName}, {frame.Period}", 26, 18, """font-weight="600" """) + 4;
        if (areas.Any(area => area.Value is not null))
        {
            for (var index = _classes.Count - 1; index >= 0; index--)
                y = Swatch(svg, y, Palette.Fill(index, _classes.Count), ClassName(index));
        }
        if (areas.Any(area => area.Status == FigureStatus.Suppressed))
            y = Swatch(svg, y + 6, SvgText.HatchFill, Words.Withheld);
        if (areas.Any(area => area.Status == FigureStatus.Missing))
            y = Swatch(svg, y, SvgText.DotsFill, Words.Unknown);
        if (areas.Any(area => area.Status == FigureStatus.NotExisting))
            y = Swatch(svg, y, Palette.Paper, Words.CannotOccur);
        if (areas.Any(area => area.Status == FigureStatus.Provisional))
            svg.Lines(LegendLeft, y + 12, Words.Provisional, 30, 18, $"fill=\"{Palette.Soft}\"");
    }

    private static double Swatch(SvgText svg, double y, string fill, string text)
    {
        svg.Add($"""<rect x="{LegendLeft}" y="{y:0.#}" width="26" height="18" fill="{fill}" stroke="{Palette.Ink}" stroke-opacity=".45" stroke-width=".6"/>""");
        return Math.Max(y + 24, svg.Lines(LegendLeft + 34, y + 14, text, 22, 17) - 7);
    }

    private string ClassName(int index)
    {
        if (_classes.Count == 1)
            return Range(areas.Min(area => area.Value)!.Value, areas.Max(area => area.Value)!.Value);
        return index == 0 ? $"{Words.Below} {Number(_classes.Borders[0])}"
            : index == _classes.Count - 1 ? $"{Number(_classes.Borders[^1])} {Words.OrMore}"
            : $"{Number(_classes.Borders[index - 1])} {Words.UpTo} {Number(_classes.Borders[index])}";
    }

    private string Range(decimal least, decimal most) => least == most ? Number(least) : $"{Number(least)} – {Number(most)}";

    private string Number(decimal value) => FigureNumbers.Number(value, value.Scale, frame.IsEnglish);

    private string Fill(MapArea area) =>
        area.Value is { } value ? Palette.Fill(_classes.Of(value), _classes.Count)
        : area.Status == FigureStatus.Suppressed ? SvgText.HatchFill
        : area.Status == FigureStatus.NotExisting ? Palette.Paper
        : SvgText.DotsFill;

    /// <summary>An area's figure in words, for who points at it.</summary>
    private string Tell(MapArea area) => $"{area.Name} ({area.Code}): {string.Join("; ", _ofArea[area.Code].Select(each => frame.Tell(each.Value, each.Status)))}";

    private string Describe()
    {
        var known = areas.Where(area => area.Value is not null).ToList();
        var withheld = areas.Where(area => area.Status == FigureStatus.Suppressed).Select(area => area.Name).ToList();
        var text = string.Format(CultureInfo.InvariantCulture, Words.MapOf, _ofArea.Count, frame.Period);
        if (known.Count > 0)
            text += " " + string.Format(CultureInfo.InvariantCulture, Words.Extremes, Tell(known.MinBy(area => area.Value)!), Tell(known.MaxBy(area => area.Value)!));
        return withheld.Count == 0 ? text : $"{text} {string.Format(CultureInfo.InvariantCulture, Words.Hatched, string.Join(", ", withheld))}";
    }
}
