using OpenSocialMap.Disclosure.Attack;

namespace OpenSocialMap.Disclosure;

/// <summary>Somebody with a computer and everything that was ever published, who knows the rules and wants to know about a few people.</summary>
public static class Attacker
{
    /// <summary>Which protected cells can be worked out too closely from all <paramref name="releases"/> together, withdrawn ones included.</summary>
    public static AttackReport Attack(
        IReadOnlyList<PublishedRelease> releases,
        IProgress<ProtectionProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var builder = new PuzzleBuilder();
        foreach (var release in releases)
        {
            new ReleaseReader(builder, release).Read();
        }
        var puzzle = builder.Build();
        return Auditor.Audit(puzzle, progress, cancellation).Report(puzzle);
    }
}
