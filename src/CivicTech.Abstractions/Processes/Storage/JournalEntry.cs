using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CivicTech.Receipts;
using NodaTime;
using NodaTime.Text;

namespace CivicTech.Processes.Storage;

/// <summary>What one command did: who asked for what when, and what happened. Each entry carries a digest over itself and the one before, so that a journal cannot be changed unseen.</summary>
public sealed class JournalEntry
{
    /// <summary>An entry as a store has it.</summary>
    /// <param name="version">Its number, from 1.</param>
    /// <param name="at">When it was decided.</param>
    /// <param name="commandKey">The key of the command; null when it had none.</param>
    /// <param name="commandDigest">The digest of the command as it was asked.</param>
    /// <param name="by">Who asked; null when it was nobody in particular.</param>
    /// <param name="events">UTF-8 JSON.</param>
    /// <param name="digest">Of this entry and all before.</param>
    public JournalEntry(long version, Instant at, string? commandKey, Digest commandDigest, string? by, ReadOnlyMemory<byte> events, Digest digest)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(version);
        (Version, At, CommandKey, CommandDigest, By, Events, Digest) = (version, at, commandKey, commandDigest, by, events, digest);
    }

    /// <summary>Its number, from 1; the version of the process after it.</summary>
    public long Version { get; }

    /// <summary>When it was decided; never before the entry before it.</summary>
    public Instant At { get; }

    /// <summary>The key of the command, unique in the process; null when it had none.</summary>
    public string? CommandKey { get; }

    /// <summary>The digest of the command as it was asked: another command under the same key is refused.</summary>
    public Digest CommandDigest { get; }

    /// <summary>Who asked: an opaque id of the host; null when it was nobody in particular.</summary>
    public string? By { get; }

    /// <summary>What happened: UTF-8 JSON, kept byte for byte, since the digest covers it.</summary>
    public ReadOnlyMemory<byte> Events { get; }

    /// <summary>SHA-256 over the digest before and the content of this entry.</summary>
    public Digest Digest { get; }

    /// <summary>The next entry of a journal.</summary>
    /// <param name="previousVersion">The number of the last entry; 0 when there is none.</param>
    /// <param name="previous">The digest of the last entry; the default value when there is none.</param>
    /// <param name="at">When it was decided.</param>
    /// <param name="commandKey">The key of the command.</param>
    /// <param name="commandDigest">The digest of the command.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="events">UTF-8 JSON.</param>
    public static JournalEntry Next(long previousVersion, Digest previous, Instant at, string? commandKey, Digest commandDigest, string? by, ReadOnlyMemory<byte> events) =>
        new(previousVersion + 1, at, commandKey, commandDigest, by, events, DigestOf(previous, previousVersion + 1, at, commandKey, commandDigest, by, events.Span));

    /// <summary>Whether it is the entry that follows another, unchanged.</summary>
    /// <param name="previous">The digest of the entry before; the default value for the first.</param>
    public bool Follows(Digest previous) => Digest == DigestOf(previous, Version, At, CommandKey, CommandDigest, By, Events.Span);

    private static Digest DigestOf(Digest previous, long version, Instant at, string? commandKey, Digest commandDigest, string? by, ReadOnlySpan<byte> events)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AddText(previous.ToString());
        AddText(version.ToString(CultureInfo.InvariantCulture));
        AddText(InstantPattern.ExtendedIso.Format(at));
        AddText(commandKey);
        AddText(commandDigest.ToString());
        AddText(by);
        Add(events, events.Length);
        Span<byte> result = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(result);
        return Digest.FromBytes(result);

        void AddText(string? text) => Add(Encoding.UTF8.GetBytes(text ?? ""), text is null ? -1 : Encoding.UTF8.GetByteCount(text));

        // The length before each piece: no piece can lend bytes to the next, and nothing is not the empty text.
        void Add(ReadOnlySpan<byte> piece, int length)
        {
            Span<byte> lengthBytes = stackalloc byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(lengthBytes, length);
            hash.AppendData(lengthBytes);
            hash.AppendData(piece);
        }
    }
}
