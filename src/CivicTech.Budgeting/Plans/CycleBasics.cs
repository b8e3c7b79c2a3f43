using System.Collections.Immutable;
using CivicTech.Budgeting.Voting;

namespace CivicTech.Budgeting.Plans;

/// <summary>What differs from city to city whatever the rules: what a preset is filled with.</summary>
/// <remarks>Equal when all that it says is equal. What it does not say, a plan takes by <c>with</c>.</remarks>
public sealed record CycleBasics
{
    /// <summary>As <see cref="CyclePlan.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary>As <see cref="CyclePlan.Description"/>.</summary>
    public required string Description { get; init; }

    /// <summary>As <see cref="CyclePlan.Currency"/>.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The zone on whose clocks stages begin and end, as an identifier of the IANA database.</summary>
    public required string Zone { get; init; }

    /// <summary>The year in which the cycle begins, in the ISO calendar, 1 to 9996.</summary>
    public required int Year { get; init; }

    /// <summary>The areas: districts, and one with <see cref="VotingArea.IsWholeCity"/> where the city as a whole has projects too. Ballot designs and groups are the preset's.</summary>
    public required ImmutableArray<VotingArea> Areas { get; init; }

    /// <inheritdoc />
    public bool Equals(CycleBasics? other) => other is not null
        && Id == other.Id && Description == other.Description && Currency == other.Currency && Zone == other.Zone && Year == other.Year && Areas.AsSpan().SequenceEqual(other.Areas.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Description, Currency, Zone, Year, Areas.Length);
}
