using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace CivicTech.Budgeting.Voting.Rolls;

/// <summary>The pseudonym of a voter in one cycle: 32 bytes that only who knows the host's secret can connect with a person. See <see cref="VoterKeys"/>.</summary>
/// <remarks>The order is that of the bytes, as databases compare binary columns. The text is 64 lower-case hexadecimal digits. The default value is 32 zero bytes.</remarks>
public readonly struct VoterKey : IEquatable<VoterKey>, IComparable<VoterKey>
{
    /// <summary>How many bytes it has.</summary>
    public const int Size = 32;

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    private VoterKey(ReadOnlySpan<byte> bytes)
    {
        _high = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _low = BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]);
    }

    /// <summary>A number that is spread evenly over all keys: the first byte.</summary>
    internal byte FirstByte => (byte)(_high >> 120);

    internal byte SecondByte => (byte)(_high >> 112);

    /// <summary>Takes the bytes of a key.</summary>
    /// <param name="bytes">Exactly 32.</param>
    /// <exception cref="ArgumentException">It is not 32 bytes long.</exception>
    public static VoterKey FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? new VoterKey(bytes)
        : throw new ArgumentException($"The key of a voter has {Size} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Reads the text form.</summary>
    /// <param name="text">64 hexadecimal digits of either case.</param>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static VoterKey Parse(string text) => TryParse(text, out var key)
        ? key
        : throw new FormatException($"'{text}' is not the key of a voter: expected 64 hexadecimal digits.");

    /// <summary>Reads the text form; false when it is anything else.</summary>
    /// <param name="text">64 hexadecimal digits of either case.</param>
    /// <param name="key">The key, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out VoterKey key)
    {
        Span<byte> bytes = stackalloc byte[Size];
        var isKey = text?.Length == 2 * Size && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        key = isKey ? new VoterKey(bytes) : default;
        return isKey;
    }

    /// <summary>The 32 bytes.</summary>
    public byte[] ToByteArray()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _high);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), _low);
        return bytes;
    }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToByteArray());

    /// <inheritdoc />
    public bool Equals(VoterKey other) => _high == other._high && _low == other._low;

    /// <inheritdoc />
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is VoterKey other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => (int)(uint)_low ^ (int)(uint)(_low >> 32);

    /// <inheritdoc />
    public int CompareTo(VoterKey other) => _high != other._high ? _high.CompareTo(other._high) : _low.CompareTo(other._low);

    /// <summary>Whether two keys are the same.</summary>
    public static bool operator ==(VoterKey left, VoterKey right) => left.Equals(right);

    /// <summary>Whether two keys differ.</summary>
    public static bool operator !=(VoterKey left, VoterKey right) => !left.Equals(right);

    /// <summary>Whether one comes before another in the order of bytes.</summary>
    public static bool operator <(VoterKey left, VoterKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after another in the order of bytes.</summary>
    public static bool operator >(VoterKey left, VoterKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether one comes before another, or is it.</summary>
    public static bool operator <=(VoterKey left, VoterKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one comes after another, or is it.</summary>
    public static bool operator >=(VoterKey left, VoterKey right) => left.CompareTo(right) >= 0;
}
