using System.Numerics;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Pricing;

/// <summary>
/// What the Method of Equal Shares decides on, prepared once for all runs on an election: who supports what, and all money in a unit in
/// which every amount is a whole number.
/// </summary>
internal sealed class SharesProblem
{
    /// <param name="support">Who supports what. Without worths, every supporter of a project values it alike.</param>
    /// <param name="projects">The projects that may be bought: supported, with a cost above zero and within the budget limit.</param>
    /// <param name="costs">For each project of the election.</param>
    /// <param name="utilities">For each project what it is worth to a supporter; not looked at where <paramref name="support"/> has worths.</param>
    /// <param name="ranks">How ties are broken.</param>
    /// <param name="amounts">Other amounts of money that must be whole numbers: endowments and their increments.</param>
    internal SharesProblem(
        SupportTable support, int[] projects, Rational[] costs, Rational[] utilities, TieRanks ranks, params IEnumerable<Rational> amounts)
    {
        Support = support;
        Projects = projects;
        Ranks = ranks;
        Unit = amounts.Concat(projects.Select(project => costs[project]))
            .Aggregate(BigInteger.One, (unit, amount) => unit * amount.Denominator / BigInteger.GreatestCommonDivisor(unit, amount.Denominator));
        Costs = Array.ConvertAll(costs, cost => (cost * Unit).Numerator);
        Utilities = support.Worths is null ? utilities : Array.ConvertAll(costs, _ => Rational.One);
        CostPerUtility = [.. Costs.Zip(Utilities, (cost, utility) => utility.IsZero ? Rational.Zero : cost / utility)];
    }

    internal SupportTable Support { get; }

    /// <summary>The projects that may be bought, ascending.</summary>
    internal int[] Projects { get; }

    internal TieRanks Ranks { get; }

    /// <summary>
    /// Whether the order of funding matters also among projects without a common supporter: when a run is cut off where the budget ends.
    /// </summary>
    internal bool IsCutOff { get; init; }

    /// <summary>How many units of this problem are one unit of the election's money.</summary>
    internal BigInteger Unit { get; }

    /// <summary>For each project of the election, in units of this problem.</summary>
    internal BigInteger[] Costs { get; }

    /// <summary>For each project, what the whole price is divided by to compare projects; one where supporters' worths differ.</summary>
    internal Rational[] Utilities { get; }

    /// <summary>For each project, cost over utility: over the number of supporters, this is its price per utility while all can pay in full.</summary>
    internal Rational[] CostPerUtility { get; }

    /// <summary>Whether two projects have the same cost and the same supporters to whom they are worth the same: they are always tied.</summary>
    internal bool AreClones(int one, int other)
    {
        if (Costs[one] != Costs[other] || Utilities[one] != Utilities[other] || !Support.SupportersOf(one).SequenceEqual(Support.SupportersOf(other)))
        {
            return false;
        }

        return Support.Worths is not { } worths
            || worths.AsSpan(Support.ProjectStarts[one]..Support.ProjectStarts[one + 1]).SequenceEqual(worths.AsSpan(Support.ProjectStarts[other]..Support.ProjectStarts[other + 1]));
    }

    /// <summary>What one voter's full payment is a multiple of: 1, or the voter's worth of the project.</summary>
    internal long WorthAt(int supporterPlace) => Support.Worths is { } worths ? worths[supporterPlace] : 1;
}
