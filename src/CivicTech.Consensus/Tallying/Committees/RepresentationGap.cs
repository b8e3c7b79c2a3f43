using System.Collections.Immutable;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>A group of voters that a committee leaves short of what a law of representation gives it.</summary>
/// <param name="Members">How many members the group is large enough for: at least 1.</param>
/// <param name="Candidates">The candidates that all of the group approve of, in listed order.</param>
/// <param name="Voters">How many voters it has.</param>
public sealed record RepresentationGap(int Members, ImmutableArray<string> Candidates, long Voters)
{
    /// <summary>Whether two gaps say the same.</summary>
    /// <param name="other">Another gap.</param>
    public bool Equals(RepresentationGap? other) =>
        other is not null && Members == other.Members && Voters == other.Voters && Candidates.AsSpan().SequenceEqual(other.Candidates.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Members, Candidates.Length, Voters);
}
