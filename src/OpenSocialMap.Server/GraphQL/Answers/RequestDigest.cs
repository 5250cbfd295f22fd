using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OpenSocialMap.Server.GraphQL.Answers;

/// <summary>
/// Names a request by all that its answer depends on besides the data. The same on every server of the same build, and made by a
/// cryptographic hash, so that nobody can ask one thing and get what belongs to another.
/// </summary>
public readonly record struct RequestDigest(UInt128 Value)
{
    /// <param name="build">What the code and the schema are.</param>
    /// <param name="form">How the answer is to be written: media type and additions.</param>
    /// <param name="address">The address by which the client knows this server; records' addresses begin with it.</param>
    /// <param name="message">The request as it came.</param>
    public static RequestDigest Of(ReadOnlySpan<byte> build, byte form, string address, ReadOnlySpan<byte> message)
    {
        var length = build.Length + 2 + Encoding.UTF8.GetMaxByteCount(address.Length) + message.Length;
        byte[]? rented = null;
        var buffer = length <= 2048 ? stackalloc byte[2048] : rented = ArrayPool<byte>.Shared.Rent(length);
        build.CopyTo(buffer);
        var at = build.Length;
        buffer[at++] = form;
        at += Encoding.UTF8.GetBytes(address, buffer[at..]);
        buffer[at++] = 0;
        message.CopyTo(buffer[at..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer[..(at + message.Length)], hash);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
        return new RequestDigest(BinaryPrimitives.ReadUInt128BigEndian(hash));
    }

    /// <summary>
    /// The entity tag of the answer that is made of this version of the data; 0 for an answer that needs none. Weak, because the same
    /// answer leaves in several content codings. https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3
    /// </summary>
    public string EntityTag(long version) => string.Create(CultureInfo.InvariantCulture, $"W/\"{version:x}-{Value:x32}\"");
}
