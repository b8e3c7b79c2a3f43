using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Processes.Checks;

namespace CivicTech.Budgeting.Voting;

/// <summary>Areas, ballots and voters: what is fixed before anybody votes.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record VotingPlan
{
    /// <summary>The areas, at least one, each id once, in the order in which they are shown and counted.</summary>
    public required ImmutableArray<VotingArea> Areas { get => field.IsDefault ? [] : field; init; }

    /// <summary>What a ballot may say where an area has no design of its own; null when all have one.</summary>
    public BallotDesign? Design { get; init; }

    /// <summary>The most projects on all ballots of a voter together; null for no such limit, 0 means none.</summary>
    public int? CombinedMaximum { get; init; }

    /// <summary>In which areas a voter may vote.</summary>
    public AreaAccess Access { get; init; }

    /// <summary>Who votes.</summary>
    public VoterRule Voters { get => field ?? new(); init; }

    /// <summary>How a ballot gets into the box.</summary>
    public Submission Submission { get; init; }

    /// <summary>Which ballot counts when a voter votes online and on paper.</summary>
    public ChannelPrecedence Precedence { get; init; }

    /// <summary>Whether counts are shown before the box is sealed.</summary>
    public bool ShowsInterimCounts { get; init; }

    /// <summary>What is wrong with it; nothing when votes can be taken by it.</summary>
    internal IReadOnlyList<PlanProblem> Problems() => VotingPlanCheck.Problems(this);

    /// <summary>The design of an area; null when there is none for it.</summary>
    /// <param name="area">Of this plan, or of an edition of the ballot.</param>
    public BallotDesign? DesignOf(VotingArea area)
    {
        ArgumentNullException.ThrowIfNull(area);
        return area.Design ?? Design;
    }

    /// <inheritdoc />
    public bool Equals(VotingPlan? other) => other is not null && Areas.AsSpan().SequenceEqual(other.Areas.AsSpan()) && Equals(Design, other.Design)
        && CombinedMaximum == other.CombinedMaximum && Access == other.Access && Voters == other.Voters && Submission == other.Submission && Precedence == other.Precedence
        && ShowsInterimCounts == other.ShowsInterimCounts;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Areas.Length, Design, CombinedMaximum, Access, Voters, Submission, Precedence);
}
