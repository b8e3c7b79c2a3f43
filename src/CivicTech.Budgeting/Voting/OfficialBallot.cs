using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Voting;

/// <summary>What can be voted on: areas with their budgets, and projects in ballot order with their prices. Frozen; each change is a new edition.</summary>
/// <remarks>
/// Ballots in the box name projects by their place in the list, so a later edition has the same projects at the same places, and new ones after them: what leaves the ballot is marked, not taken out.
/// <see cref="Next"/> makes such an edition. Immutable; equal when all that it says is equal.
/// </remarks>
public sealed record OfficialBallot
{
    /// <summary>Its number: 1 for the first, one more with every change that matters to voting.</summary>
    public required int Edition { get; init; }

    /// <summary>The areas, as in the plan; budgets may have changed since.</summary>
    public required ImmutableArray<VotingArea> Areas { get => field.IsDefault ? [] : field; init; }

    /// <summary>The projects in ballot order, all areas together.</summary>
    public required ImmutableArray<BallotProject> Projects { get => field.IsDefault ? [] : field; init; }

    /// <summary>The SHA-256 of its canonical JSON (RFC 8785). Computed each time it is asked for, in O(n log n).</summary>
    [JsonIgnore]
    public Digest Digest => BallotJson.DigestOf(this);

    /// <summary>The next edition.</summary>
    /// <param name="change">What changes; an empty change makes an edition that differs in its number alone (the vote was extended).</param>
    /// <exception cref="ArgumentException">A project or area is not on the ballot, is named twice, or an amount is in another currency.</exception>
    public OfficialBallot Next(BallotChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return BallotSuccession.Next(this, change);
    }

    /// <inheritdoc />
    public bool Equals(OfficialBallot? other) => other is not null && Edition == other.Edition && Areas.AsSpan().SequenceEqual(other.Areas.AsSpan()) && Projects.AsSpan().SequenceEqual(other.Projects.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Edition, Areas.Length, Projects.Length);
}
