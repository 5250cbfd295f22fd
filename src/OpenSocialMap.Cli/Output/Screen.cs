using Spectre.Console;

namespace OpenSocialMap.Cli.Output;

/// <summary>What the steward sees: tables and a moving bar on a terminal, plain lines anywhere else.</summary>
internal sealed class Screen
{
    // A file or a pipe has no width: lines that are cut would be no use to a script.
    const int Endless = 100_000;

    readonly IAnsiConsole _out;
    readonly IAnsiConsole _errors;
    readonly bool _interactive;

    /// <summary>For what writes by itself, such as help.</summary>
    public TextWriter OutWriter => _out.Profile.Out.Writer;

    public TextWriter ErrorWriter => _errors.Profile.Out.Writer;

    Screen(IAnsiConsole @out, IAnsiConsole errors, bool interactive)
    {
        _out = @out;
        _errors = errors;
        _interactive = interactive;
    }

    public static Screen OfConsole() =>
        new(Over(Console.Out, Console.IsOutputRedirected), Over(Console.Error, Console.IsErrorRedirected),
            !Console.IsOutputRedirected && !Console.IsErrorRedirected);

    /// <summary>Plain lines into two texts.</summary>
    public static Screen Plain(TextWriter @out, TextWriter errors) => new(Over(@out, plain: true), Over(errors, plain: true), interactive: false);

    static IAnsiConsole Over(TextWriter writer, bool plain)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (plain)
            console.Profile.Width = Endless;
        return console;
    }

    public void Line(string text = "") => _out.WriteLine(text);

    public void Error(string text) => _errors.WriteLine(text);

    public void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        var table = new Table { Border = _interactive ? TableBorder.Rounded : TableBorder.None, UseSafeBorder = true };
        foreach (var header in headers)
            table.AddColumn(new TableColumn(new Text(header)).NoWrap());
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        _out.Write(table);
    }

    /// <summary>Does something that takes a while; <paramref name="work"/> tells how far it is, from 0 to 1.</summary>
    public async Task<T> WorkAsync<T>(string what, Func<IProgress<double>, Task<T>> work)
    {
        if (!_interactive)
        {
            Line($"{what} ...");
            return await work(new Silent());
        }
        return await _out.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask(Markup.Escape(what), maxValue: 1);
                var done = await work(new Moving(bar));
                bar.Value = 1;
                return done;
            });
    }

    sealed class Silent : IProgress<double>
    {
        public void Report(double value)
        {
        }
    }

    sealed class Moving(ProgressTask bar) : IProgress<double>
    {
        public void Report(double value) => bar.Value = value;
    }
}
