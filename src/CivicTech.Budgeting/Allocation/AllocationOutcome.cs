using System.Collections.Immutable;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>One set of funded projects.</summary>
public sealed class AllocationOutcome
{
    internal AllocationOutcome(Election election, IEnumerable<int> funded)
    {
        Funded = [.. funded.Select(project => election.Projects[project])];
        Cost = Funded.Aggregate(Rational.Zero, (sum, project) => sum + project.Cost);
        Unspent = election.BudgetLimit - Cost;
    }

    /// <summary>The funded projects in the order of funding.</summary>
    public ImmutableArray<Project> Funded { get; }

    /// <summary>What they cost together.</summary>
    public Rational Cost { get; }

    /// <summary>The budget limit less the cost; negative when the rule tolerated that a project went beyond the budget.</summary>
    public Rational Unspent { get; }
}
