using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

/// <summary>
/// What orders of tied projects can lead to, found the slow and obvious way: a rule that breaks ties by listed order is run on the same
/// election with its projects listed in every order.
/// </summary>
internal static class TieBruteForce
{
    /// <summary>The limits that ties are tried with: each alone, and together.</summary>
    public static FundingLimits[] Limits { get; } =
    [
        new(),
        new() { OnMisfit = Misfit.Stop },
        new() { OvershootFrom = new Rational(1, 2) },
        new() { OvershootFrom = new Rational(4, 5), OnMisfit = Misfit.Stop },
        new() { MaxWinners = 2 },
        new() { Exclusive = [["p0", "p1"], ["p1", "p2"]] },
        new() { Exclusive = [["p0", "p1"]], OnMisfit = Misfit.Stop },
        new() { GroupBudgets = [Category(4)] },
        new() { GroupBudgets = [Category(4)], OnMisfit = Misfit.Stop, MaxWinners = 3 },
        new() { GroupBudgets = [Category(5)], Exclusive = [["p0", "p3"]], OvershootFrom = new Rational(1, 3), OnMisfit = Misfit.Stop },
    ];

    /// <summary>Five projects of few different costs and one or two different numbers of votes: ties everywhere.</summary>
    public static RawElection Make(int n)
    {
        var random = new SplitMix64((ulong)n + 7_000_000);
        var projects = Enumerable.Range(0, 5).Select(i => new Project($"p{i}", random.Pick([0, 1, 2, 3, 4, 6]))
        {
            Categories = random.OneIn(2) ? ["green"] : [],
        }).ToArray();
        var ballots = Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, 5).Where(_ => random.OneIn(2)).ToArray())
            .Select(named => new RawBallot(named, [], 2))
            .ToArray();
        return new RawElection(ProfileKind.Approval, random.Between(0, 12), projects, random.OneIn(2) ? ballots : ballots[..1]);
    }

    public static Greedy Rule(FundingLimits limits, TieChain ties) => new() { Limits = limits, Ties = ties };

    /// <summary>The sets of projects that are funded when the given ones stand in every order among their own places in the list.</summary>
    public static HashSet<string> Outcomes(RawElection raw, FundingLimits limits, IReadOnlyList<int> tied)
    {
        var outcomes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var permuted in Permutations([.. tied]))
        {
            int[] order = [.. Enumerable.Range(0, raw.Projects.Count)];
            for (var i = 0; i < tied.Count; i++)
            {
                order[tied[i]] = permuted[i];
            }

            outcomes.Add(Set(Rule(limits, TieChain.ListedOrder).Allocate(raw.Build(order)).Funded));
        }

        return outcomes;
    }

    public static string Set(IEnumerable<Project> funded) => string.Join(' ', funded.Select(project => project.Id).Order(StringComparer.Ordinal));

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Permutations([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));

    private static GroupBudget Category(int limit) => new(GroupBudget.Category, new Dictionary<string, Rational> { ["green"] = limit });
}
