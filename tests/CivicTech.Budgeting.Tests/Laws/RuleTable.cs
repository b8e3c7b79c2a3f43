using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

/// <summary>Every rule of the package with several sets of options. A new rule gets rows here, and the laws are tested on it.</summary>
internal static class RuleTable
{
    private const Promise Plain = Promise.KeepsTheBudget | Promise.Neutral | Promise.IndependentOfLosers | Promise.Exhaustive
        | Promise.RewardsSupport | Promise.RewardsDiscounts;

    private const Promise Bounded = Promise.KeepsTheBudget | Promise.Neutral | Promise.IndependentOfLosers;

    private static readonly ProfileKind[] Approvals = [ProfileKind.Approval];
    private static readonly ProfileKind[] Any = [ProfileKind.Approval, ProfileKind.Ordinal, ProfileKind.Cardinal];
    private static readonly ProfileKind[] WithPoints = [ProfileKind.Ordinal, ProfileKind.Cardinal];
    private static readonly ProfileKind[] Scores = [ProfileKind.Cardinal];
    private static readonly ProfileKind[] Rankings = [ProfileKind.Ordinal];

    public static LawfulRule[] All { get; } =
    [
        new("votes, skip", Any, Plain, _ => new Greedy()),
        new("votes, skip, ties by cost then refused", Any, Promise.KeepsTheBudget | Promise.Neutral,
            _ => new Greedy { Ties = TieChain.By(TieKey.Lowest("cost")) }),
        new("votes, skip, lot", Any, Plain, _ => new Greedy { Ties = TieChain.By(TieKey.Lowest("cost"), TieKey.Lot("seed")) }),
        new("votes, skip, all outcomes", Any, Promise.KeepsTheBudget | Promise.Neutral | Promise.IndependentOfLosers, _ => new Greedy { Ties = TieChain.AllOutcomes }),
        new("votes, minimum of two", Any, Plain, _ => new Greedy { MinimumScore = 2 }),
        new("votes, declared", Any, Plain, _ => new Greedy { Counts = CountSource.Declared, MinimumScore = 1 }),
        new("votes, stop", Any, Promise.KeepsTheBudget | Promise.Neutral | Promise.RewardsSupport | Promise.RewardsDiscounts,
            _ => new Greedy { Limits = new() { OnMisfit = Misfit.Stop } }),
        new("votes, stop, all outcomes", Any, Promise.KeepsTheBudget | Promise.Neutral,
            _ => new Greedy { Limits = new() { OnMisfit = Misfit.Stop }, Ties = TieChain.AllOutcomes }),
        new("votes, Poznan", Any, Promise.OvershootsOnce | Promise.Neutral,
            _ => new Greedy { Limits = new() { OnMisfit = Misfit.Stop, OvershootFrom = new Rational(4, 5) } }),
        new("votes, skip until one overshoots by half, all outcomes", Any, Promise.OvershootsOnce | Promise.Neutral,
            _ => new Greedy { Limits = new() { OvershootFrom = new Rational(1, 2) }, Ties = TieChain.AllOutcomes }),
        new("votes, two winners", Any, Bounded | Promise.RewardsSupport, _ => new Greedy { Limits = new() { MaxWinners = 2 } }),
        new("votes, two withdrawn", Any, Bounded | Promise.RewardsSupport,
            ids => new Greedy { Limits = new() { Withdrawn = [.. ids.Take(2)] } }),
        new("votes, overlapping exclusive sets", Any, Bounded,
            ids => new Greedy { Limits = new() { Exclusive = [[.. ids.Take(3)], [.. ids.Skip(2).Take(2)]] } }),
        new("votes, group budgets", Any, Bounded, _ => new Greedy { Limits = new() { GroupBudgets = Groups() } }),
        new("votes, group budgets, leftover", Any, Promise.KeepsTheBudget | Promise.Neutral,
            _ => new Greedy { Limits = new() { GroupBudgets = Groups(), LeftoverIgnoresGroups = true } }),
        new("votes, group budgets, leftover, all outcomes", Any, Promise.KeepsTheBudget | Promise.Neutral,
            _ => new Greedy { Limits = new() { GroupBudgets = Groups(), LeftoverIgnoresGroups = true }, Ties = TieChain.AllOutcomes }),
        new("votes, stop, group budgets, leftover, refused", Any, Promise.KeepsTheBudget | Promise.Neutral, _ => new Greedy
        {
            Limits = new() { OnMisfit = Misfit.Stop, GroupBudgets = Groups(), LeftoverIgnoresGroups = true },
            Ties = TieChain.Refuse,
        }),
        new("votes, one of all outcomes", Any, Promise.KeepsTheBudget, _ => new Greedy { Ties = TieChain.AllOutcomes.OrAllOutcomes(1) }),
        new("votes, everything at once", Any, Promise.OvershootsOnce | Promise.Neutral, ids => new Greedy
        {
            MinimumScore = 1,
            Limits = new()
            {
                OnMisfit = Misfit.Stop,
                OvershootFrom = new Rational(2, 3),
                MaxWinners = 3,
                Withdrawn = [.. ids.Take(1)],
                Exclusive = [[.. ids.Skip(1).Take(2)]],
                GroupBudgets = Groups(),
                LeftoverIgnoresGroups = true,
            },
        }),
        new("points", WithPoints, Promise.KeepsTheBudget | Promise.Neutral | Promise.Exhaustive | Promise.RewardsDiscounts,
            _ => new Greedy { Order = GreedyOrder.Points }),
        new("points, at least five", Scores, Promise.KeepsTheBudget | Promise.Neutral | Promise.Exhaustive | Promise.RewardsDiscounts,
            _ => new Greedy { Order = GreedyOrder.Points, MinimumScore = 5 }),
        new("cost utility", Any, Plain, _ => new Greedy { Order = GreedyOrder.UtilityPerCost }),
        new("cardinality utility", Any, Plain, _ => new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Cardinality }),
        new("points per cost", WithPoints, Promise.KeepsTheBudget | Promise.Neutral | Promise.Exhaustive,
            _ => new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Points }),
        new("Borda per cost", Rankings, Promise.KeepsTheBudget | Promise.Neutral | Promise.Exhaustive | Promise.RewardsDiscounts,
            _ => new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Borda }),
        new("in order of votes", Any, Plain, _ => new FundInOrder(new RankingByVotes())),
        new("in order of votes, stop", Any, Promise.KeepsTheBudget | Promise.Neutral | Promise.RewardsSupport | Promise.RewardsDiscounts,
            _ => new FundInOrder(new RankingByVotes()) { Limits = new() { OnMisfit = Misfit.Stop } }),
        new("maximin support", Approvals, Plain, _ => new MaximinSupport()),
        new("maximin support, ties by cost then refused", Approvals, Promise.KeepsTheBudget | Promise.Neutral,
            _ => new MaximinSupport { Ties = TieChain.By(TieKey.Lowest("cost")) }),
        new("maximin support, all outcomes", Approvals, Promise.KeepsTheBudget | Promise.Neutral | Promise.IndependentOfLosers,
            _ => new MaximinSupport { Ties = TieChain.AllOutcomes }),
        new("maximin support, one of all outcomes", Approvals, Promise.KeepsTheBudget,
            _ => new MaximinSupport { Ties = TieChain.AllOutcomes.OrAllOutcomes(1) }),
        new("maximin support, stop", Approvals, Promise.KeepsTheBudget | Promise.Neutral | Promise.RewardsSupport | Promise.RewardsDiscounts,
            _ => new MaximinSupport { OnMisfit = Misfit.Stop }),
        new("maximin support, stop, all outcomes", Approvals, Promise.KeepsTheBudget | Promise.Neutral,
            _ => new MaximinSupport { OnMisfit = Misfit.Stop, Ties = TieChain.AllOutcomes }),
        new("Phragmen", Approvals, Promise.KeepsTheBudget | Promise.Neutral | Promise.RewardsSupport | Promise.RewardsDiscounts, _ => new Phragmen()),
        new("Phragmen, skip", Approvals, Plain, _ => new Phragmen { OnMisfit = Misfit.Skip }),
        new("Phragmen, skip, lot", Approvals, Plain,
            _ => new Phragmen { OnMisfit = Misfit.Skip, Ties = TieChain.By(TieKey.Highest("votes"), TieKey.Lot("seed")) }),
        new("Phragmen, ties by cost then refused", Approvals, Promise.KeepsTheBudget | Promise.Neutral,
            _ => new Phragmen { Ties = TieChain.By(TieKey.Lowest("cost")) }),
        new("Phragmen, skip, all outcomes", Approvals, Promise.KeepsTheBudget | Promise.Neutral | Promise.IndependentOfLosers,
            _ => new Phragmen { OnMisfit = Misfit.Skip, Ties = TieChain.AllOutcomes }),
        new("Phragmen, one of all outcomes", Approvals, Promise.KeepsTheBudget, _ => new Phragmen { Ties = TieChain.AllOutcomes.OrAllOutcomes(1) }),
        new("Equal Shares", Any, Bounded, _ => new EqualShares()),
        new("Equal Shares, cardinality, lot", Any, Bounded,
            _ => new EqualShares { Utility = Utility.Cardinality, Ties = TieChain.By(TieKey.Highest("votes"), TieKey.Lot("seed")) }),
        new("Equal Shares, effort, ties by cost then refused", Any, Promise.KeepsTheBudget | Promise.Neutral,
            _ => new EqualShares { Utility = Utility.Effort, Ties = TieChain.By(TieKey.Lowest("cost")) }),
        new("Equal Shares, points", Rankings, Promise.KeepsTheBudget | Promise.Neutral, _ => new EqualShares { Utility = Utility.Points }),
        new("Equal Shares, Borda", Rankings, Promise.KeepsTheBudget | Promise.Neutral, _ => new EqualShares { Utility = Utility.Borda }),
        new("Equal Shares, all outcomes", Any, Bounded, _ => new EqualShares { Ties = TieChain.AllOutcomes }),
        new("Equal Shares, one of all outcomes", Any, Promise.KeepsTheBudget, _ => new EqualShares { Ties = TieChain.AllOutcomes.OrAllOutcomes(1) }),
        new("Equal Shares, utilitarian", Any, Bounded | Promise.Exhaustive, _ => new EqualShares { Completion = Completion.Utilitarian }),
        new("Equal Shares, utilitarian, all outcomes", Any, Bounded, _ => new EqualShares { Completion = Completion.Utilitarian, Ties = TieChain.AllOutcomes }),
        new("Equal Shares, Phragmen", Any, Promise.KeepsTheBudget | Promise.Neutral, _ => new EqualShares { Completion = Completion.Phragmen }),
        new("Equal Shares, Add1, rounds that fit", Any, Promise.KeepsTheBudget | Promise.Neutral, _ => new EqualShares
        {
            AddOne = new() { Start = AddOneStart.Integral, StopWhenExhaustive = false, Increment = new Rational(1, 2), OnOvershoot = Overshoot.RoundsThatFit },
        }),
        new("Equal Shares, Wieliczka", Any, Promise.KeepsTheBudget | Promise.Neutral, _ => EqualShares.Wieliczka2023),
        new("Equal Shares, exclusion, all outcomes", Any, Promise.KeepsTheBudget | Promise.Neutral,
            _ => new EqualShares { Comparison = GreedyComparison.Exclusion, Ties = TieChain.AllOutcomes }),
        new("Equal Shares, checker of Pabulib", Any, Promise.KeepsTheBudget | Promise.Neutral, _ => EqualShares.PabulibChecker),
        new("Equal Shares, pabutools", Any, Promise.KeepsTheBudget | Promise.Neutral, _ => EqualShares.Pabutools),
        new("Equal Shares, browser tool", Any, Promise.KeepsTheBudget | Promise.Neutral, _ => EqualShares.BrowserTool),
    ];

    private static ImmutableArray<GroupBudget> Groups() =>
    [
        new(GroupBudget.Category, new Dictionary<string, Rational> { ["green"] = 9, ["roads"] = 6 }),
        new("district", new Dictionary<string, Rational> { ["north"] = 12 }),
    ];
}
