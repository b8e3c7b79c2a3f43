using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting.Rolls;

/// <summary>
/// Makes the keys of voters: HMAC-SHA-256 (RFC 2104) of the cycle and the host's id of the voter under a secret of the host. Without the secret nobody can tell who a key is, or whether keys of two
/// cycles are one person.
/// </summary>
/// <remarks>
/// The bytes hashed are the length of the cycle's id in UTF-8 (4 bytes, big-endian), the cycle's id, and the voter's id. Keep the secret outside the database of the ballot box, and destroy it when
/// no voter needs to be found again. Immutable, hence safe for several threads.
/// </remarks>
public sealed class VoterKeys
{
    /// <summary>The fewest bytes of a secret: as many as the key that it makes.</summary>
    public const int LeastSecretSize = 32;

    private readonly byte[] _secret;

    /// <summary>Keys under a secret.</summary>
    /// <param name="secret">At least 32 random bytes. They are copied.</param>
    /// <exception cref="ArgumentException">It is shorter.</exception>
    public VoterKeys(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < LeastSecretSize)
        {
            throw new ArgumentException($"The secret has at least {LeastSecretSize} bytes, not {secret.Length}.", nameof(secret));
        }

        _secret = secret.ToArray();
    }

    /// <summary>The key of a voter in a cycle.</summary>
    /// <param name="cycle">The host's id of the cycle, 1 to 200 characters.</param>
    /// <param name="voter">The host's id of the voter, 1 to 200 characters: no control characters, none beyond U+FFFD. Ids that differ in any character are different voters.</param>
    /// <exception cref="ArgumentException">One of them is anything else.</exception>
    public VoterKey KeyOf(string cycle, string voter)
    {
        ProcessName.Check(voter, ProcessName.LongestId, nameof(voter));
        return KeyOf(cycle, voter, 0);
    }

    /// <summary>The key of a paper card, which no voter can have: the length of the cycle's id has its highest bit set.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="card">The reference of the card, 1 to 200 characters.</param>
    internal VoterKey KeyOfCard(string cycle, string card)
    {
        ProcessName.Check(card, ProcessName.LongestId, nameof(card));
        return KeyOf(cycle, card, int.MinValue);
    }

    private VoterKey KeyOf(string cycle, string voter, int domain)
    {
        ProcessName.Check(cycle, ProcessName.LongestId, nameof(cycle));

        // Three bytes a character at most.
        Span<byte> text = stackalloc byte[sizeof(int) + 6 * ProcessName.LongestId];
        var cycleLength = Encoding.UTF8.GetBytes(cycle, text[sizeof(int)..]);
        BinaryPrimitives.WriteInt32BigEndian(text, cycleLength | domain);
        var length = sizeof(int) + cycleLength;
        length += Encoding.UTF8.GetBytes(voter, text[length..]);
        Span<byte> key = stackalloc byte[VoterKey.Size];
        HMACSHA256.HashData(_secret, text[..length], key);
        return VoterKey.FromBytes(key);
    }
}
