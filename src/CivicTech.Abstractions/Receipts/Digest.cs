using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CivicTech.Receipts;

/// <summary>A SHA-256 digest (FIPS 180-4). Its text is <c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
/// <remarks>The default value is 32 zero bytes: no known input has that digest.</remarks>
[JsonConverter(typeof(DigestJsonConverter))]
public readonly struct Digest : IEquatable<Digest>
{
    private const string Prefix = "sha256:";

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    private Digest(ReadOnlySpan<byte> bytes)
    {
        _high = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _low = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>The digest of some bytes.</summary>
    /// <param name="data">Any bytes, also none.</param>
    public static Digest Of(ReadOnlySpan<byte> data)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, hash);
        return new Digest(hash);
    }

    /// <summary>Takes the 32 bytes of a digest computed elsewhere.</summary>
    /// <param name="hash">Exactly 32 bytes.</param>
    /// <exception cref="ArgumentException">It is not 32 bytes long.</exception>
    public static Digest FromBytes(ReadOnlySpan<byte> hash) => hash.Length == SHA256.HashSizeInBytes
        ? new Digest(hash)
        : throw new ArgumentException($"A SHA-256 digest has 32 bytes, not {hash.Length}.", nameof(hash));

    /// <summary>Reads the text form.</summary>
    /// <param name="text"><c>sha256:</c> and 64 hexadecimal digits of either case.</param>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static Digest Parse(string text) => TryParse(text, out var digest)
        ? digest
        : throw new FormatException($"'{text}' is not a digest: expected 'sha256:' and 64 hexadecimal digits.");

    /// <summary>Reads the text form; false when it is anything else.</summary>
    /// <param name="text"><c>sha256:</c> and 64 hexadecimal digits of either case.</param>
    /// <param name="digest">The digest, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Digest digest)
    {
        digest = default;
        if (text is null || text.Length != Prefix.Length + 64 || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[32];
        if (Convert.FromHexString(text.AsSpan(Prefix.Length), bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            return false;
        }

        digest = new Digest(bytes);
        return true;
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToByteArray()
    {
        var bytes = new byte[32];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _high);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), _low);
        return bytes;
    }

    /// <summary>The text form, such as <c>sha256:e3b0…</c>.</summary>
    public override string ToString() => Prefix + Convert.ToHexStringLower(ToByteArray());

    /// <inheritdoc />
    public bool Equals(Digest other) => _high == other._high && _low == other._low;

    /// <inheritdoc />
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Digest other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_high, _low);

    /// <summary>Whether two digests are the same.</summary>
    public static bool operator ==(Digest left, Digest right) => left.Equals(right);

    /// <summary>Whether two digests differ.</summary>
    public static bool operator !=(Digest left, Digest right) => !left.Equals(right);
}

/// <summary>Writes a digest as its text.</summary>
internal sealed class DigestJsonConverter : JsonConverter<Digest>
{
    public override Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Digest.TryParse(reader.GetString(), out var digest)
            ? digest
            : throw new JsonException("Expected a digest: 'sha256:' and 64 hexadecimal digits.");

    public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
