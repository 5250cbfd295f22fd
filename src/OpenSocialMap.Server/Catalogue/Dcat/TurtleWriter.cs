using System.Diagnostics;
using System.Text;

namespace OpenSocialMap.Server.Catalogue.Dcat;

/// <summary>Linked data as Turtle, which people can read too. https://www.w3.org/TR/turtle/</summary>
internal static class TurtleWriter
{
    public static string Write(Graph graph)
    {
        var turtle = new StringBuilder();
        foreach (var (prefix, address) in Graph.Prefixes)
            turtle.Append("@prefix ").Append(prefix).Append(": <").Append(address).Append("> .\n");
        foreach (var resource in graph.Resources)
        {
            turtle.Append("\n<").Append(Escape(resource.Address)).Append(">\n  a ").Append(resource.Type);
            foreach (var (property, value) in resource.Statements)
                turtle.Append(" ;\n  ").Append(property).Append(' ').Append(Tell(value));
            turtle.Append(" .\n");
        }
        return turtle.ToString();
    }

    private static string Tell(Term value) => value switch
    {
        Term.Link link => $"<{Escape(link.Address)}>",
        Term.Text { Language: { } language } text => $"\"{Quote(text.Value)}\"@{language}",
        Term.Text text => $"\"{Quote(text.Value)}\"",
        Term.Typed typed => $"\"{Quote(typed.Value)}\"^^{typed.Type}",
        _ => throw new UnreachableException(),
    };

    private static string Quote(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);

    /// <summary>What may not stand between the brackets of an address.</summary>
    private static string Escape(string address)
    {
        var escaped = new StringBuilder(address.Length);
        foreach (var letter in address)
        {
            if (letter <= ' ' || "<>\"{}|^`\\".Contains(letter))
                escaped.Append(System.Globalization.CultureInfo.InvariantCulture, $"%{(int)letter:X2}");
            else
                escaped.Append(letter);
        }
        return escaped.ToString();
    }
}
