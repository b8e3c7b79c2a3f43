using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace CivicTech.Budgeting.Voting.Files;

/// <summary>
/// A random code that the voter gets with the receipt of a ballot. After the vote all trackers of counted ballots are published, sorted: who finds the own one knows that the ballot is among them. It
/// says nothing about what was voted, or by whom.
/// </summary>
/// <remarks>128 random bits. The text is 32 lower-case hexadecimal digits. The order is that of the bytes, and of the texts.</remarks>
public readonly struct Tracker : IEquatable<Tracker>, IComparable<Tracker>
{
    /// <summary>How many bytes it has.</summary>
    public const int Size = 16;

    private readonly UInt128 _bits;

    private Tracker(UInt128 bits) => _bits = bits;

    /// <summary>Takes the bytes of a tracker.</summary>
    /// <param name="bytes">Exactly 16.</param>
    /// <exception cref="ArgumentException">It is not 16 bytes long.</exception>
    public static Tracker FromBytes(ReadOnlySpan<byte> bytes) => bytes.Length == Size
        ? new Tracker(BinaryPrimitives.ReadUInt128BigEndian(bytes))
        : throw new ArgumentException($"A tracker has {Size} bytes, not {bytes.Length}.", nameof(bytes));

    /// <summary>Reads the text form.</summary>
    /// <param name="text">32 hexadecimal digits of either case.</param>
    /// <exception cref="FormatException">It is anything else.</exception>
    public static Tracker Parse(string text) => TryParse(text, out var tracker)
        ? tracker
        : throw new FormatException($"'{text}' is not a tracker: expected 32 hexadecimal digits.");

    /// <summary>Reads the text form; false when it is anything else.</summary>
    /// <param name="text">32 hexadecimal digits of either case.</param>
    /// <param name="tracker">The tracker, or the default value.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Tracker tracker)
    {
        Span<byte> bytes = stackalloc byte[Size];
        var isTracker = text?.Length == 2 * Size && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done;
        tracker = isTracker ? FromBytes(bytes) : default;
        return isTracker;
    }

    /// <summary>Writes the 16 bytes.</summary>
    /// <param name="destination">At least 16 long.</param>
    public void WriteTo(Span<byte> destination) => BinaryPrimitives.WriteUInt128BigEndian(destination, _bits);

    /// <summary>32 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        WriteTo(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <inheritdoc />
    public bool Equals(Tracker other) => _bits == other._bits;

    /// <inheritdoc />
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Tracker other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => _bits.GetHashCode();

    /// <inheritdoc />
    public int CompareTo(Tracker other) => _bits.CompareTo(other._bits);

    /// <summary>Whether two trackers are the same.</summary>
    public static bool operator ==(Tracker left, Tracker right) => left.Equals(right);

    /// <summary>Whether two trackers differ.</summary>
    public static bool operator !=(Tracker left, Tracker right) => !left.Equals(right);

    /// <summary>Whether one comes before another.</summary>
    public static bool operator <(Tracker left, Tracker right) => left._bits < right._bits;

    /// <summary>Whether one comes after another.</summary>
    public static bool operator >(Tracker left, Tracker right) => left._bits > right._bits;

    /// <summary>Whether one comes before another, or is it.</summary>
    public static bool operator <=(Tracker left, Tracker right) => left._bits <= right._bits;

    /// <summary>Whether one comes after another, or is it.</summary>
    public static bool operator >=(Tracker left, Tracker right) => left._bits >= right._bits;
}
