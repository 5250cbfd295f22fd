namespace OpenSocialMap.Disclosure;

/// <summary>The table can't be published: whatever is withheld now, the attacker opens these cells, as a rule because of what earlier releases told.</summary>
public sealed class OpenTableException : DisclosureException
{
    public OpenTableException(IReadOnlyList<OpenedCell> opened)
        : base($"{opened.Count} protected {(opened.Count == 1 ? "cell" : "cells")} could be worked out: {string.Join("; ", opened.Take(10))}{(opened.Count > 10 ? "; ..." : "")}.") => Opened = opened;

    public IReadOnlyList<OpenedCell> Opened { get; }
}
