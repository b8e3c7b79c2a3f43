namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>
/// Ties drawn as RCTab 2.0 draws them, so that its counts can be replayed. Not meant for new elections: <see cref="Ties.TieKey.Lot"/> can be
/// recomputed by anyone without knowing a programming language's generator.
/// </summary>
/// <remarks>Source: RCTab (github.com/BrightSpots/rcv), Tiebreak; the generator is that of java.util.Random.</remarks>
public sealed class RctabTies
{
    /// <summary>How it is drawn.</summary>
    public required RctabTieMode Mode { get; init; }

    /// <summary>The seed of the generator: RCTab's <c>randomSeed</c>.</summary>
    public required long Seed { get; init; }

    /// <summary>The order of candidates that RCTab's <c>generatePermutation</c> draws.</summary>
    /// <param name="seed">RCTab's <c>randomSeed</c>.</param>
    /// <param name="candidates">The declared candidates, in any order: they are sorted before they are shuffled.</param>
    public static IReadOnlyList<string> Permutation(long seed, IEnumerable<string> candidates)
    {
        string[] names = [.. candidates.Order(StringComparer.Ordinal)];
        new JavaRandom(seed).Shuffle(names);
        return names;
    }
}
