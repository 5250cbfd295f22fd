using System.Security.Cryptography;
using System.Text;

namespace OpenSocialMap.Data.Roles;

/// <summary>The reader's password: derived from the owner's, so that every server of a database knows it and nobody has to keep it.</summary>
internal static class ReaderPassword
{
    const int Iterations = 4096;

    public static string Derive(string ownerPassword, string role) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(ownerPassword), Encoding.UTF8.GetBytes(role)));

    /// <summary>What PostgreSQL keeps instead of the password (RFC 5803), so that the password itself stands in no statement and no log.</summary>
    public static string ScramVerifier(string password)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var salted = Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA256, 32);
        var storedKey = SHA256.HashData(HMACSHA256.HashData(salted, "Client Key"u8));
        var serverKey = HMACSHA256.HashData(salted, "Server Key"u8);
        return $"SCRAM-SHA-256${Iterations}:{Convert.ToBase64String(salt)}${Convert.ToBase64String(storedKey)}:{Convert.ToBase64String(serverKey)}";
    }
}
