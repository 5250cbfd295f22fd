using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OpenSocialMap.Disclosure;

/// <summary>The secret that decides which way a count is rounded: the same cell goes the same way in every query, table and release.</summary>
public sealed class RoundingKey
{
    public const int Length = 32;

    private readonly byte[] _secret;

    public RoundingKey(ReadOnlySpan<byte> secret)
    {
        Refuse.Unless(secret.Length >= Length, $"The rounding key has {secret.Length} bytes; it needs {Length}.");
        _secret = secret.ToArray();
    }

    public static RoundingKey Random() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>
    /// The count k x base + r goes up to (k + 1) x base with probability r / base, down to k x base otherwise, so its expectation is the count.
    /// The chance is drawn from the cell's identity and not from its value: a corrected count isn't a new draw, and nobody can average draws.
    /// </summary>
    public long Round(string key, long count, int roundingBase)
    {
        Refuse.Unless(count >= 0, $"'{key}' is {count}; only counts of 0 or more are rounded.");
        Refuse.Unless(roundingBase >= 2, $"A rounding base of {roundingBase} rounds nothing.");
        var remainder = count % roundingBase;
        var down = count - remainder;
        return remainder != 0 && Draw(key) * roundingBase < remainder ? down + roundingBase : down;
    }

    /// <summary>A number from 0 up to 1, uniform over identities: the first 53 bits of HMAC-SHA256(secret, identity).</summary>
    private double Draw(string key)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_secret, Encoding.UTF8.GetBytes(key), hash);
        return (BinaryPrimitives.ReadUInt64BigEndian(hash) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>A key is never printed.</summary>
    public override string ToString() => nameof(RoundingKey);
}
