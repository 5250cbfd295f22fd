using System.Runtime.CompilerServices;
using OpenSocialMap.GraphQL.Language;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.GraphQL;

/// <summary>The statements of late, of all documents together, so that no document can fill the memory with its variants.</summary>
/// <param name="capacity">How many bytes one of its two generations may take.</param>
public sealed class StatementStore(long capacity)
{
    private const int Overhead = 4 * 1024;
    private const int PerParameter = 512;
    private readonly RecentCache<Key, Kept> _statements = new(capacity, (_, kept) => kept.Bytes);

    public Statement? Find(OperationDefinition operation, string shape) => _statements.Find(new Key(operation, shape))?.Statement;

    /// <param name="staticBytes">What its fields that need no database hold as ready answers.</param>
    public void Keep(OperationDefinition operation, string shape, Statement statement, long staticBytes) => _statements.Set(new Key(operation, shape),
        new Kept(statement, Overhead + staticBytes + 2L * shape.Length + 2L * (statement.Text?.Length ?? 0) + (long)PerParameter * statement.Parameters.Count));

    private sealed record Kept(Statement Statement, long Bytes);

    /// <summary>An operation is known as the node that it is: comparing what is in it would read half the document for each request.</summary>
    private readonly record struct Key(OperationDefinition Operation, string Shape)
    {
        public bool Equals(Key other) => ReferenceEquals(Operation, other.Operation) && Shape == other.Shape;

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Operation), Shape);
    }
}
