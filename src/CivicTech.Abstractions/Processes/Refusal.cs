using System.Collections.Immutable;

namespace CivicTech.Processes;

/// <summary>Why a process says no: a stable code, the data behind it, and a sentence for people.</summary>
/// <remarks>Two refusals are equal when code and data are.</remarks>
public sealed class Refusal : IEquatable<Refusal>
{
    internal Refusal(RefusalKind kind, ImmutableSortedDictionary<string, string> data)
    {
        Kind = kind;
        Data = data;
    }

    /// <summary>What kind of reason it is.</summary>
    public RefusalKind Kind { get; }

    /// <summary>The stable code, such as <c>pledge-after-deadline</c>.</summary>
    public string Code => Kind.Code;

    /// <summary>The figures behind it (limit, remaining, deadline), as invariant text by name.</summary>
    public ImmutableSortedDictionary<string, string> Data { get; }

    /// <summary>The sentence with the data in it.</summary>
    /// <param name="language">A BCP 47 tag in any case: <c>fr</c> and <c>fa</c> with their regions; English for anything else.</param>
    public string Message(string language = "en")
    {
        ArgumentNullException.ThrowIfNull(language);
        return RefusalKind.Placeholder().Replace(Kind.Sentence(language), match => Data[match.Groups[1].Value]);
    }

    /// <inheritdoc />
    public bool Equals(Refusal? other) => other is not null && Code == other.Code && Data.SequenceEqual(other.Data);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Refusal);

    /// <inheritdoc />
    public override int GetHashCode() => Data.Aggregate(Code.GetHashCode(StringComparison.Ordinal), (hash, pair) => HashCode.Combine(hash, pair.Key, pair.Value));

    /// <summary>Whether code and data are the same.</summary>
    public static bool operator ==(Refusal? left, Refusal? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether code or data differ.</summary>
    public static bool operator !=(Refusal? left, Refusal? right) => !(left == right);

    /// <summary>The code and the English sentence.</summary>
    public override string ToString() => $"{Code}: {Message()}";
}
