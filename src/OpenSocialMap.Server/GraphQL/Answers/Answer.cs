using System.Buffers;
using OpenSocialMap.Server.Sql;

namespace OpenSocialMap.Server.GraphQL.Answers;

/// <summary>
/// The answer to an operation: the database's JSON in the pieces that it came in, ready to be sent as often as it is asked for. Each
/// compressed form is made once, when the first client takes it.
/// </summary>
/// <param name="extensions">The member <c>"extensions"</c> with a comma before it, or nothing.</param>
internal sealed class Answer(Statement statement, StatementResult result, ReadOnlyMemory<byte> extensions, string entityTag)
{
    private const int WorthCompressing = 1024;
    private readonly ReadOnlyMemory<byte> _errors = ResponseWriter.ErrorMember(result.Errors);
    private byte[]? _brotli;
    private byte[]? _gzip;
    private readonly int _length = LengthOf(statement, result);

    public string EntityTag => entityTag;

    public OperationLabel? Operation => statement.Label;

    /// <summary>The version of the data that it was made of; 0 when it needed none and holds as long as the server runs.</summary>
    public long Version => result.Version;

    /// <summary>When it was made (<see cref="Environment.TickCount64"/>).</summary>
    public long MadeAt { get; } = Environment.TickCount64;

    public int Length => _length + _errors.Length + extensions.Length;

    public bool IsWorthCompressing => Length >= WorthCompressing;

    public void WriteTo(IBufferWriter<byte> body)
    {
        body.Write("{\"data\":{"u8);
        for (var i = 0; i < statement.Fields.Count; i++)
        {
            body.Write(statement.Fields[i].Prefix.Span);
            body.Write(result.Values[i].Span);
        }
        body.Write("}"u8);
        body.Write(_errors.Span);
        body.Write(extensions.Span);
        body.Write("}"u8);
    }

    public byte[] Compressed(ContentCoding coding)
    {
        ref var form = ref ReferenceEquals(coding, ContentCoding.Brotli) ? ref _brotli : ref _gzip;
        return form ??= Compress(coding);
    }

    private byte[] Compress(ContentCoding coding)
    {
        var plain = new ArrayBufferWriter<byte>(Length);
        WriteTo(plain);
        using var compressed = new MemoryStream(Length / 4);
        using (var compressor = coding.Compressor(compressed))
            compressor.Write(plain.WrittenSpan);
        return compressed.ToArray();
    }

    private static int LengthOf(Statement statement, StatementResult result)
    {
        var length = "{\"data\":{}}".Length;
        for (var i = 0; i < statement.Fields.Count; i++)
            length += statement.Fields[i].Prefix.Length + result.Values[i].Length;
        return length;
    }
}
