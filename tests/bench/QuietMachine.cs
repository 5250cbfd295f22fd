namespace OpenSocialMap.Bench;

/// <summary>Holds a benchmark up after its long preparations, until whoever started it sees that nothing else runs.</summary>
internal static class QuietMachine
{
    public static async Task WaitAsync(bool wanted, CancellationToken cancellation)
    {
        if (!wanted)
            return;
        Console.WriteLine("What comes now is measured. Press Enter when nothing else runs.");
        await Console.In.ReadLineAsync(cancellation);
    }
}
