namespace OpenSocialMap.Disclosure;

/// <summary>Decides for each cell of a table whether and how it is published, and gives nothing away that the attacker can open.</summary>
public static class Protector
{
    /// <summary>
    /// Protects <paramref name="table"/> so that it, together with all that <paramref name="earlier"/> releases told, opens no protected cell.
    /// Throws <see cref="OpenTableException"/> when that can't be.
    /// </summary>
    public static ProtectedTable Protect(
        CellTable table,
        ProtectorOptions options,
        IReadOnlyList<PublishedRelease>? earlier = null,
        IProgress<ProtectionProgress>? progress = null,
        CancellationToken cancellation = default) => throw new NotImplementedException();
}
