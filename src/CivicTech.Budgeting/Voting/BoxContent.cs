using System.Collections.Immutable;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Voting;

/// <summary>What was in a ballot box when it was sealed: numbers and digests, nothing about anybody.</summary>
public sealed record BoxContent
{
    /// <summary>How many people have a counted ballot in some area. A card from an urn is nobody's, and counts as one.</summary>
    public required long Voters { get; init; }

    /// <summary>The numbers of each area, in the order of the plan.</summary>
    public required ImmutableArray<AreaCount> Areas { get; init; }

    /// <summary>The digest of all counted ballots, area by area.</summary>
    public required Digest Ballots { get; init; }

    /// <summary>The digest of the sorted list of the tracker codes of counted ballots.</summary>
    public required Digest Trackers { get; init; }

    /// <inheritdoc />
    public bool Equals(BoxContent? other) => other is not null && Voters == other.Voters && Ballots == other.Ballots && Trackers == other.Trackers && Areas.AsSpan().SequenceEqual(other.Areas.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Voters, Ballots, Trackers);
}
