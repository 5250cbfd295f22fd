using System.Buffers;
using OpenSocialMap.Server.GraphQL.Answers;
using OpenSocialMap.Server.Sql;
using OpenSocialMap.Server.Traffic;

namespace OpenSocialMap.Server.Subscriptions;

/// <summary>
/// Runs operations that are followed, on data at least as new as what their followers are told of: the primary tells, and a standby that is
/// read from has the change a little later.
/// </summary>
internal sealed class OperationRunner(StatementRunner runner)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Answers for the server's own account, which no client's limits hold up.</summary>
    public static readonly Client Own = new(ClientKind.Local, "");

    /// <param name="atLeast">The data's version that the answer must hold, unless it takes too long: a late answer is better than none.</param>
    public async Task<byte[]> RunAsync(OpenOperation operation, Client client, CancellationToken cancel, ChangeEvent? about = null, long atLeast = 0)
    {
        var statement = operation.Statement;
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            var result = await runner.Run(statement, operation.Source(about), client, cancel);
            if (result.Version == 0 || result.Version >= atLeast || waited >= Patience)
                return Bytes(new Answer(statement, result, extensions: default, entityTag: ""));
            await Task.Delay(Pause, cancel);
        }
    }

    private static byte[] Bytes(Answer answer)
    {
        var json = new ArrayBufferWriter<byte>(answer.Length);
        answer.WriteTo(json);
        return json.WrittenSpan.ToArray();
    }
}
