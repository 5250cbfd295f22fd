using System.Text;

namespace OpenSocialMap.Server.Tests.RandomDocuments;

/// <summary>A GraphQL request as text.</summary>
/// <param name="Variables">A JSON object.</param>
internal sealed record RequestText(string Query, string Variables);

/// <summary>Writes one selection as a request: with its values in the document, or with some of them as variables.</summary>
internal sealed class RandomDocument
{
    private readonly StringBuilder _fragments = new();
    private readonly List<string> _definitions = [];
    private readonly List<string> _values = [];
    private readonly Func<Given, bool> _isVariable;

    private RandomDocument(Func<Given, bool> isVariable) => _isVariable = isVariable;

    public static RequestText WithLiterals(IReadOnlyList<Selected> selections) => new RandomDocument(_ => false).Write(selections);

    public static RequestText WithVariables(IReadOnlyList<Selected> selections, Dice dice) => new RandomDocument(_ => dice.OneIn(3)).Write(selections);

    private RequestText Write(IReadOnlyList<Selected> selections)
    {
        var body = new StringBuilder();
        Write(body, selections, 0);
        var definitions = _definitions.Count == 0 ? "" : $"query ({string.Join(", ", _definitions)}) ";
        return new RequestText($"{definitions}{body}{_fragments}", $"{{{string.Join(",", _values)}}}");
    }

    private void Write(StringBuilder text, IReadOnlyList<Selected> selections, int depth)
    {
        text.Append("{\n");
        foreach (var selected in selections)
        {
            text.Append(' ', 2 * depth + 2);
            switch (selected)
            {
                case SelectedFieldOf field:
                    Write(text, field, depth);
                    break;
                case SelectedFragment { Fragment: { } name } fragment:
                    text.Append("...").Append(name);
                    WriteDirective(text, fragment);
                    _fragments.Append($"fragment {name} on {fragment.Condition!.Name} ").Append(Body(fragment.Selections)).Append('\n');
                    break;
                case SelectedFragment fragment:
                    text.Append(fragment.Condition is null ? "..." : $"... on {fragment.Condition.Name}");
                    WriteDirective(text, fragment);
                    text.Append(' ');
                    Write(text, fragment.Selections, depth + 1);
                    break;
            }
            text.Append('\n');
        }
        text.Append(' ', 2 * depth).Append('}');
    }

    private string Body(IReadOnlyList<Selected> selections)
    {
        var text = new StringBuilder();
        Write(text, selections, 0);
        return text.ToString();
    }

    private void Write(StringBuilder text, SelectedFieldOf field, int depth)
    {
        text.Append(field.Alias is null ? "" : $"{field.Alias}: ").Append(field.Field.Name);
        if (field.Arguments.Count > 0)
            text.Append('(').AppendJoin(", ", field.Arguments.Select(a => $"{a.Name}: {Text(a.Value)}")).Append(')');
        WriteDirective(text, field);
        if (field.Selections.Count > 0)
            Write(text.Append(' '), field.Selections, depth + 1);
    }

    private void WriteDirective(StringBuilder text, Selected selected)
    {
        if (selected.Directive is var (name, condition))
            text.Append($" @{name}(if: {Text(condition)})");
    }

    private string Text(Given value)
    {
        var text = new StringBuilder();
        value.Write(text, Variable);
        return text.ToString();
    }

    private string? Variable(Given value)
    {
        if (!_isVariable(value))
            return null;
        var name = $"v{_definitions.Count}";
        _definitions.Add($"${name}: {value.Type}");
        _values.Add($"\"{name}\":{value.Json()}");
        return $"${name}";
    }
}
