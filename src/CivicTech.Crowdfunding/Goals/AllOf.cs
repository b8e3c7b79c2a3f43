using System.Collections.Immutable;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>All of several targets, such as an amount and a number of people.</summary>
public sealed record AllOf : CompositeTarget
{
    /// <summary>All of these targets.</summary>
    /// <param name="targets">At least one.</param>
    /// <exception cref="ArgumentException">There is none, one is null, or their amounts are in different currencies.</exception>
    public AllOf(params ImmutableArray<Target> targets)
        : base(targets)
    {
    }

    /// <inheritdoc />
    public override bool IsMet(GoalTotals totals) => Targets.All(target => target.IsMet(totals));

    /// <summary>The targets: <c>(EUR 500.00 and 20 people)</c>.</summary>
    public override string ToString() => $"({string.Join(" and ", Targets)})";
}
