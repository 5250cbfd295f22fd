using System.Globalization;

namespace OpenSocialMap.Server.Catalogue.Charts;

/// <summary>Figures of some areas over time, a line for each with a shape of its own; where a figure is withheld the line stops and the axis is hatched.</summary>
internal sealed class LineChart(ChartFrame frame, IReadOnlyList<SeriesPoint> points)
{
    private const double Width = 860;
    private const double Left = 84;
    private const double Right = 650;
    private const double PlotHeight = 320;
    private const double LabelHeight = 19;

    private readonly List<string> _periods = [.. points.Select(point => point.TimePeriod).Distinct().Order(StringComparer.Ordinal)];

    private readonly Ticks _ticks = Ticks.Over(points.Min(point => point.Value) ?? 0, points.Max(point => point.Value) ?? 0);

    private double Top => 30 + 24 * frame.TitleLines + 34;

    private double Bottom => Top + PlotHeight;

    public string Draw()
    {
        var series = points.GroupBy(point => point.Code).Select((group, index) => new Series(group.First().Name, index, [.. group])).ToList();
        var svg = frame.Begin(Width, Bottom + 54, Describe(series));
        DrawAxes(svg);
        DrawGaps(svg);
        foreach (var each in series)
            DrawLine(svg, each);
        DrawLabels(svg, series);
        return frame.End(svg, Bottom + 54);
    }

    private void DrawAxes(SvgText svg)
    {
        svg.Write(24, Top - 16, frame.UnitName, $"fill=\"{Palette.Soft}\" font-size=\"13\"");
        foreach (var tick in _ticks.All)
        {
            svg.Add($"""<line x1="{Left}" x2="{Right}" y1="{Y(tick):0.#}" y2="{Y(tick):0.#}" stroke="{(tick == 0 ? Palette.Ink : Palette.Line)}" stroke-width="1"/>""");
            svg.Write(Left - 10, Y(tick) + 5, FigureNumbers.Number(tick, _ticks.Decimals, frame.IsEnglish), $"text-anchor=\"end\" fill=\"{Palette.Soft}\" font-size=\"13\"");
        }
        var every = (_periods.Count + 9) / 10;
        for (var i = 0; i < _periods.Count; i += every)
        {
            svg.Add($"""<line x1="{X(_periods[i]):0.#}" x2="{X(_periods[i]):0.#}" y1="{Bottom:0.#}" y2="{Bottom + 5:0.#}" stroke="{Palette.Ink}"/>""");
            svg.Write(X(_periods[i]), Bottom + 22, _periods[i], $"text-anchor=\"middle\" fill=\"{Palette.Soft}\" font-size=\"13\"");
        }
    }

    /// <summary>Marks on the axis the periods in which the figure of some area is withheld.</summary>
    private void DrawGaps(SvgText svg)
    {
        var withheld = points.Where(point => point.Status == FigureStatus.Suppressed).GroupBy(point => point.TimePeriod).ToList();
        foreach (var period in withheld)
            svg.Add($"""<rect x="{X(period.Key) - 8:0.#}" y="{Bottom - 16:0.#}" width="16" height="16" fill="{SvgText.HatchFill}" stroke="{Palette.Ink}" stroke-opacity=".45" stroke-width=".6"><title>{SvgText.Escape($"{period.Key}: {string.Join(", ", period.Select(point => point.Name))}: {FigureStatus.Suppressed.In(frame.IsEnglish)}")}</title></rect>""");
        if (withheld.Count == 0)
            return;
        svg.Add($"""<rect x="{Left}" y="{Bottom + 34:0.#}" width="16" height="14" fill="{SvgText.HatchFill}" stroke="{Palette.Ink}" stroke-opacity=".45" stroke-width=".6"/>""");
        svg.Write(Left + 24, Bottom + 46, frame.Words.Withheld, "font-size=\"13\"");
    }

    private void DrawLine(SvgText svg, Series series)
    {
        var path = "";
        var isBroken = true;
        foreach (var point in series.Points)
        {
            if (point.Value is not { } value)
            {
                isBroken = true;
                continue;
            }
            // A break in the series says that what comes before can't be compared.
            path += string.Create(CultureInfo.InvariantCulture, $"{(isBroken || point.Status.Name == "BREAK" ? 'M' : 'L')}{X(point.TimePeriod):0.#} {Y(value):0.#}");
            isBroken = false;
        }
        svg.Add($"""<path d="{path}" fill="none" stroke="{series.Colour}" stroke-width="2.5" stroke-linejoin="round" stroke-linecap="round"{(series.Index >= 4 ? " stroke-dasharray=\"7 5\"" : "")}/>""");
        foreach (var point in series.Points.Where(point => point.Value is not null))
            svg.Add($"""<path d="{series.Marker(X(point.TimePeriod), Y(point.Value!.Value))}" fill="{(point.Status == FigureStatus.Normal ? series.Colour : Palette.Paper)}" stroke="{series.Colour}" stroke-width="2"><title>{SvgText.Escape($"{point.Name} ({point.Code}), {point.TimePeriod}: {frame.Tell(point.Value, point.Status)}")}</title></path>""");
    }

    /// <summary>Writes each name where its line ends, and keeps the names apart.</summary>
    private void DrawLabels(SvgText svg, IReadOnlyList<Series> series)
    {
        var below = double.MinValue;
        var ends = series.Where(each => each.Last is not null).Select(each => (Series: each, Y: Y(each.Last!.Value!.Value))).OrderBy(end => end.Y).ToList();
        var overflow = Math.Max(0, ends.Count * LabelHeight - (Bottom - (ends.Count == 0 ? 0 : ends[0].Y)));
        foreach (var (each, y) in ends)
        {
            below = Math.Max(y - overflow, below + LabelHeight);
            var from = X(each.Last!.TimePeriod);
            svg.Add($"""<path d="M{from + 8:0.#} {y:0.#}L{Right + 12:0.#} {below:0.#}" fill="none" stroke="{each.Colour}" stroke-opacity=".5" stroke-width="1"/>""");
            svg.Add($"""<path d="{each.Marker(Right + 20, below)}" fill="{each.Colour}" stroke="{each.Colour}"/>""");
            svg.Write(Right + 32, below + 5, each.Name.Length <= 24 ? each.Name : $"{each.Name[..23]}…", "font-size=\"13\"");
        }
    }

    private double X(string period)
    {
        var (first, last) = (Period.Begin(_periods[0]), Period.Begin(_periods[^1]));
        const double margin = 30;
        return last == first ? (Left + Right) / 2 : Left + margin + (Period.Begin(period) - first) / (last - first) * (Right - Left - 2 * margin);
    }

    private double Y(decimal value) => Bottom - (double)((value - _ticks.From) / (_ticks.To - _ticks.From)) * PlotHeight;

    private string Describe(IReadOnlyList<Series> series) =>
        string.Format(CultureInfo.InvariantCulture, frame.Words.LineOf, string.Join("; ", series.Select(each =>
            $"{each.Name}: {string.Join(", ", each.Points.Select(point => $"{point.TimePeriod} {frame.Tell(point.Value, point.Status)}"))}")));

    /// <summary>The figures of one area.</summary>
    private sealed record Series(string Name, int Index, IReadOnlyList<SeriesPoint> Points)
    {
        public string Colour => Palette.Lines[Index % Palette.Lines.Count];

        public SeriesPoint? Last => Points.LastOrDefault(point => point.Value is not null);

        /// <summary>A circle, a square, a triangle, a diamond, and again.</summary>
        public string Marker(double x, double y) => (Index % 4) switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"M{x - 5:0.#} {y:0.#}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0Z"),
            1 => string.Create(CultureInfo.InvariantCulture, $"M{x - 4.5:0.#} {y - 4.5:0.#}h9v9h-9Z"),
            2 => string.Create(CultureInfo.InvariantCulture, $"M{x:0.#} {y - 6:0.#}l5.5 10h-11Z"),
            _ => string.Create(CultureInfo.InvariantCulture, $"M{x:0.#} {y - 6:0.#}l6 6l-6 6l-6 -6Z"),
        };
    }
}
