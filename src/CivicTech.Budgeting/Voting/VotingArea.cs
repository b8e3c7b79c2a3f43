using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Designs;

namespace CivicTech.Budgeting.Voting;

/// <summary>An area with projects and a budget of its own: a district, or the whole city.</summary>
public sealed record VotingArea
{
    /// <summary>The host's id: 1 to 100 characters without a slash.</summary>
    public required string Id { get; init; }

    /// <summary>The group of areas that it belongs to, for <see cref="AreaAccess.OnePerGroup"/>; null for one that stands alone.</summary>
    public string? Group { get; init; }

    /// <summary>Whether it is the area of everybody, wherever they live.</summary>
    public bool IsWholeCity { get; init; }

    /// <summary>What there is to spend; null where the number of winners is fixed instead. May be zero.</summary>
    public Money? Budget { get; init; }

    /// <summary>What its ballots may say; null for <see cref="VotingPlan.Design"/>.</summary>
    public BallotDesign? Design { get; init; }

    /// <summary>The budgets of earlier editions of the official ballot, the oldest first; none in a plan.</summary>
    public ImmutableArray<EarlierAmount> EarlierBudgets { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(VotingArea? other) => other is not null && Id == other.Id && Group == other.Group && IsWholeCity == other.IsWholeCity && Budget == other.Budget
        && Equals(Design, other.Design) && EarlierBudgets.AsSpan().SequenceEqual(other.EarlierBudgets.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Group, IsWholeCity, Budget, Design);
}
