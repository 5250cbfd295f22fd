using Npgsql;
using OpenSocialMap.Disclosure;

namespace OpenSocialMap.Cli.Releases;

/// <summary>The secret of rounding, of which a database has one for ever.</summary>
internal static class RoundingKeys
{
    /// <summary>The database's key; made when it isn't there yet.</summary>
    public static async Task<RoundingKey> GetAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using (var make = new NpgsqlCommand("insert into restricted.rounding_key (key) values ($1) on conflict do nothing", connection))
        {
            make.Parameters.AddWithValue(System.Security.Cryptography.RandomNumberGenerator.GetBytes(RoundingKey.Length));
            await make.ExecuteNonQueryAsync(cancellation);
        }
        await using var read = new NpgsqlCommand("select key from restricted.rounding_key", connection);
        return new((byte[])(await read.ExecuteScalarAsync(cancellation))!);
    }
}
