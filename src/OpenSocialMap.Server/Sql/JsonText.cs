using System.Text;

namespace OpenSocialMap.Server.Sql;

/// <summary>
/// Writes SQL that makes JSON as text: <c>concat('{"name":', to_json(t0.name), '}')</c>, measured at half the cost of PostgreSQL's
/// JSON functions. Its trap: concat turns NULL into nothing, so every nullable value comes with its own 'null'.
/// </summary>
internal sealed class JsonText
{
    private const int MaxArguments = 100;
    private readonly List<string> _arguments = [];
    private readonly StringBuilder _text = new();

    /// <summary>JSON that is known when the statement is written. Names of GraphQL hold no quotes; SQL's own are doubled all the same.</summary>
    public JsonText Text(string json)
    {
        _text.Append(json.Replace("'", "''", StringComparison.Ordinal));
        return this;
    }

    /// <summary>SQL whose text is JSON and never NULL. A mere constant joins the text around it.</summary>
    public JsonText Sql(string expression)
    {
        if (expression[0] == '\'' && expression.IndexOf('\'', 1) == expression.Length - 1)
        {
            _text.Append(expression.AsSpan(1, expression.Length - 2));
            return this;
        }
        Flush();
        _arguments.Add(expression);
        return this;
    }

    /// <summary>The next key of an object.</summary>
    public JsonText Key(string key, bool first) => Text($"{(first ? "" : ",")}\"{key}\":");

    public override string ToString()
    {
        Flush();
        if (_arguments is [var only] && only.StartsWith('\''))
            return only;
        var chunks = _arguments.Chunk(MaxArguments).Select(chunk => $"concat({string.Join(", ", chunk)})");
        return string.Join(" || ", chunks);
    }

    private void Flush()
    {
        if (_text.Length == 0)
            return;
        _arguments.Add($"'{_text}'");
        _text.Clear();
    }
}
