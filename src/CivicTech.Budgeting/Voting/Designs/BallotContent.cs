using System.Diagnostics.CodeAnalysis;

namespace CivicTech.Budgeting.Voting.Designs;

/// <summary>What a ballot says, and nothing else: places of projects on the official ballot with their values, as a few bytes. Ballots that say the same have the same bytes.</summary>
/// <remarks>
/// <para>A blank ballot has no bytes; it is the default value. Otherwise: twice the number of lines, plus 1 if they have values; the first place; for each further line how far its place is from the
/// one before; then the values, zigzag. All are variable-length integers, seven bits a byte, the lowest first.</para>
/// <para>Immutable. The order is that of the bytes.</para>
/// </remarks>
public readonly partial struct BallotContent : IEquatable<BallotContent>, IComparable<BallotContent>
{
    private readonly byte[]? _bytes;

    private BallotContent(byte[]? bytes) => _bytes = bytes;

    /// <summary>Whether it says nothing.</summary>
    public bool IsBlank => _bytes is null;

    /// <summary>The bytes; none when it is blank.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <inheritdoc />
    public bool Equals(BallotContent other) => ReferenceEquals(_bytes, other._bytes) || Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc />
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is BallotContent other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(Bytes);
        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public int CompareTo(BallotContent other) => Bytes.SequenceCompareTo(other.Bytes);

    /// <summary>The bytes as hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(Bytes);

    /// <summary>Whether two ballots say the same.</summary>
    public static bool operator ==(BallotContent left, BallotContent right) => left.Equals(right);

    /// <summary>Whether two ballots differ.</summary>
    public static bool operator !=(BallotContent left, BallotContent right) => !left.Equals(right);

    /// <summary>Whether one comes before another in the order of bytes.</summary>
    public static bool operator <(BallotContent left, BallotContent right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after another in the order of bytes.</summary>
    public static bool operator >(BallotContent left, BallotContent right) => left.CompareTo(right) > 0;

    /// <summary>Whether one comes before another, or is it.</summary>
    public static bool operator <=(BallotContent left, BallotContent right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one comes after another, or is it.</summary>
    public static bool operator >=(BallotContent left, BallotContent right) => left.CompareTo(right) >= 0;
}
