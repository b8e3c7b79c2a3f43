using System.Collections.Immutable;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>At least one of several targets.</summary>
public sealed record AnyOf : CompositeTarget
{
    /// <summary>At least one of these targets.</summary>
    /// <param name="targets">At least one.</param>
    /// <exception cref="ArgumentException">There is none, one is null, or their amounts are in different currencies.</exception>
    public AnyOf(params ImmutableArray<Target> targets)
        : base(targets)
    {
    }

    /// <inheritdoc />
    public override bool IsMet(GoalTotals totals) => Targets.Any(target => target.IsMet(totals));

    /// <summary>The targets: <c>(EUR 500.00 or 20 people)</c>.</summary>
    public override string ToString() => $"({string.Join(" or ", Targets)})";
}
