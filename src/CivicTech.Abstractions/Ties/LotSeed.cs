using System.Security.Cryptography;
using System.Text;
using CivicTech.Receipts;

namespace CivicTech.Ties;

/// <summary>
/// Seeds that nobody can choose: before voting ends the organiser publishes the commitment to a secret and names a public value
/// that does not exist yet (a lottery draw, the closing price of a day); afterwards the secret is shown and both make the seed.
/// </summary>
/// <remarks>The commit-then-reveal pattern; the public value keeps the organiser honest, the secret everybody else.</remarks>
public static class LotSeed
{
    internal const int ShortestSecret = 16;

    /// <summary>What to publish before: the SHA-256 of the secret's UTF-8 bytes.</summary>
    /// <param name="secret">Hard to guess: at least 16 characters.</param>
    /// <exception cref="ArgumentException">The secret is shorter than 16 characters, or holds half a surrogate pair.</exception>
    public static Digest Commit(string secret)
    {
        ArgumentNullException.ThrowIfNull(secret);
        return secret.Length >= ShortestSecret
            ? Digest.Of(BytesOf(secret, nameof(secret)))
            : throw new ArgumentException("A secret that can be guessed commits to nothing: at least 16 characters.", nameof(secret));
    }

    /// <summary>The seed for <see cref="TieKey.Lot"/>: 64 hexadecimal digits, the HMAC-SHA-256 of the public value under the secret.</summary>
    /// <param name="secret">The secret that was committed to.</param>
    /// <param name="commitment">What was published before.</param>
    /// <param name="publicValue">The public value, as published.</param>
    /// <exception cref="ArgumentException">The secret is not the one that was committed to, the public value is empty, or holds half a surrogate pair.</exception>
    public static string Reveal(string secret, Digest commitment, string publicValue)
    {
        ArgumentException.ThrowIfNullOrEmpty(publicValue);
        if (Commit(secret) != commitment)
        {
            throw new ArgumentException("This is not the secret that was committed to.", nameof(secret));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(BytesOf(secret, nameof(secret)), BytesOf(publicValue, nameof(publicValue))));
    }

    private static byte[] BytesOf(string text, string parameter) => WellFormedText.Is(text)
        ? Encoding.UTF8.GetBytes(text)
        : throw new ArgumentException("The text holds half a surrogate pair.", parameter);
}
