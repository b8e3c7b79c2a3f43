using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying;

/// <summary>For each two candidates, how many voters prefer the one to the other.</summary>
/// <remarks>
/// A voter who ranks only one of two prefers that one; who ranks neither, or both at one rank, prefers neither. A candidate that stands at
/// several ranks counts at the best of them. Matrices over the same candidates add up, so ballots can be counted in parts.
/// </remarks>
public sealed class PairwiseMatrix
{
    private readonly long[] _preferring;

    private PairwiseMatrix(CandidateList candidates, long[] preferring)
    {
        Candidates = candidates;
        _preferring = preferring;
    }

    /// <summary>The candidates of rows and columns.</summary>
    public CandidateList Candidates { get; }

    /// <summary>How many voters prefer one candidate to another.</summary>
    /// <param name="candidate">Index of the preferred one.</param>
    /// <param name="other">Index of the other one.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index names no candidate.</exception>
    public long this[int candidate, int other]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)candidate, (uint)Candidates.Count, nameof(candidate));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)other, (uint)Candidates.Count, nameof(other));
            return _preferring[(candidate * Candidates.Count) + other];
        }
    }

    /// <summary>How many more voters prefer one candidate to another than the other way round; negative when fewer do.</summary>
    /// <param name="candidate">Index of the one.</param>
    /// <param name="other">Index of the other.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index names no candidate.</exception>
    public long Margin(int candidate, int other) => this[candidate, other] - this[other, candidate];

    /// <summary>Counts ranked ballots. O(d m²) at worst for d distinct ballots and m candidates.</summary>
    /// <param name="profile">The ballots.</param>
    public static PairwiseMatrix Of(OrdinalProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return new(profile.Candidates, PairwiseCount.Of(profile));
    }
}
