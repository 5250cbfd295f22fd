using System.Text;

namespace OpenSocialMap.GraphQL.Language;

/// <summary>A GraphQL text as UTF-8, with the name that error messages call it by.</summary>
public sealed record Source(ReadOnlyMemory<byte> Body, string Name = "GraphQL request")
{
    public Source(string body, string name = "GraphQL request") : this(Encoding.UTF8.GetBytes(body), name) { }

    /// <summary>The line and column (both from 1, columns in UTF-16 code units) of a byte offset.</summary>
    public Location LocationOf(int offset)
    {
        var before = Body.Span[..Math.Min(offset, Body.Length)];
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] == '\n' || (before[i] == '\r' && !(i + 1 < Body.Length && Body.Span[i + 1] == '\n')))
            {
                line++;
                lineStart = i + 1;
            }
        }
        return new Location(line, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}

/// <summary>A place in a GraphQL text: line and column, both from 1.</summary>
public readonly record struct Location(int Line, int Column);
