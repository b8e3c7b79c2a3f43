using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>A number of distinct backers to win, whatever each of them gives.</summary>
public sealed record PeopleTarget : Target
{
    /// <summary>A target of a number of people.</summary>
    /// <param name="people">As <see cref="People"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public PeopleTarget(int people)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 1);
        People = people;
    }

    /// <summary>How many people, at least 1: reached when so many or more count.</summary>
    public int People { get; }

    /// <inheritdoc />
    [JsonIgnore]
    public override Currency? Currency => null;

    /// <inheritdoc />
    public override bool IsMet(GoalTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return totals.People >= People;
    }

    /// <inheritdoc />
    public override ImmutableArray<TargetProgress> Progress(GoalTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        return [new PeopleProgress(People, totals.People)];
    }

    /// <summary>The number: <c>100 people</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{People} {(People == 1 ? "person" : "people")}");

    private protected override ImmutableArray<TargetProgress> Lacking(GoalTotals totals) => Progress(totals);
}
