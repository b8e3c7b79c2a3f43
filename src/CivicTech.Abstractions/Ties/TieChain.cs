using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CivicTech.Ties;

/// <summary>
/// How ties are broken: keys tried one after the other, and what to do with a tie that they leave.
/// </summary>
/// <remarks>
/// Immutable. As JSON it is a list of texts, such as <c>["highest-votes", "lowest-cost", "lot:1956-03-21"]</c>; a chain whose keys may
/// leave ties can end with <c>"all-outcomes"</c> or <c>"all-outcomes:LIMIT"</c>, otherwise such a tie is refused.
/// </remarks>
[JsonConverter(typeof(TieChainJsonConverter))]
public sealed class TieChain : IEquatable<TieChain>
{
    /// <summary>How many outcomes are listed when no limit is given.</summary>
    public const int DefaultOutcomeLimit = 1000;

    private TieChain(ImmutableArray<TieKey> keys, int outcomeLimit)
    {
        Keys = keys;
        OutcomeLimit = outcomeLimit;
    }

    /// <summary>Who is listed first wins.</summary>
    public static TieChain ListedOrder { get; } = By(TieKey.ListedOrder);

    /// <summary>Whose identifier is first in ordinal order wins.</summary>
    public static TieChain Identifier { get; } = By(TieKey.Identifier);

    /// <summary>No tie is broken: one that matters leaves the outcome open.</summary>
    public static TieChain Refuse { get; } = new([], 0);

    /// <summary>No tie is broken: every outcome that some way of breaking ties leads to is listed, up to <see cref="DefaultOutcomeLimit"/>.</summary>
    public static TieChain AllOutcomes { get; } = new([], DefaultOutcomeLimit);

    /// <summary>The keys in the order in which they are tried.</summary>
    public ImmutableArray<TieKey> Keys { get; }

    /// <summary>How many outcomes are listed at most when a tie is left; 0 when such a tie is refused.</summary>
    public int OutcomeLimit { get; }

    /// <summary>Whether a tie that the keys leave leads to several outcomes instead of a refusal.</summary>
    public bool ListsAllOutcomes => OutcomeLimit > 0;

    /// <summary>Whether the keys break every tie.</summary>
    public bool IsTotal => Keys.Any(key => key.IsTotal);

    /// <summary>A chain of keys; a tie that they leave is refused.</summary>
    /// <param name="keys">Tried in this order. A key behind a total one (listed order, identifier, lot) would never be asked.</param>
    /// <exception cref="ArgumentException">A key stands behind a total one, or twice, or is null.</exception>
    public static TieChain By(params IEnumerable<TieKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ImmutableArray<TieKey> all = [.. keys];
        if (all.Contains(null!))
        {
            throw new ArgumentException("A tie key is null.", nameof(keys));
        }

        for (var i = 0; i + 1 < all.Length; i++)
        {
            if (all[i].IsTotal)
            {
                throw new ArgumentException($"'{all[i + 1]}' would never be asked: '{all[i]}' before it leaves no tie.", nameof(keys));
            }
        }

        return all.Distinct().Count() == all.Length
            ? new TieChain(all, 0)
            : throw new ArgumentException("A tie key stands twice in the chain.", nameof(keys));
    }

    /// <summary>The same keys; every outcome that a tie left by them leads to is listed.</summary>
    /// <param name="limit">How many outcomes at most: at least 1. When there are more, the result says that it is incomplete.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is below 1.</exception>
    /// <exception cref="InvalidOperationException">The keys break every tie: there would never be several outcomes.</exception>
    public TieChain OrAllOutcomes(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        return IsTotal
            ? throw new InvalidOperationException($"'{Keys[^1]}' leaves no tie, so there is never more than one outcome.")
            : new TieChain(Keys, limit);
    }

    /// <summary>The keys in order: "highest-votes, then lowest-cost, then lot:1956-03-21".</summary>
    public override string ToString() => string.Join(", then ", TieChainText.Write(this));

    /// <inheritdoc />
    public bool Equals(TieChain? other) =>
        other is not null && OutcomeLimit == other.OutcomeLimit && Keys.AsSpan().SequenceEqual(other.Keys.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as TieChain);

    /// <inheritdoc />
    public override int GetHashCode() => Keys.Aggregate(OutcomeLimit, HashCode.Combine);

    /// <summary>Whether two chains are the same.</summary>
    public static bool operator ==(TieChain? left, TieChain? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two chains differ.</summary>
    public static bool operator !=(TieChain? left, TieChain? right) => !(left == right);
}
