using System.Collections.Immutable;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Counting;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Results;

/// <summary>Counts a cycle: area by area in the order of the plan, by the rule of each, with what earlier areas exclude and leave.</summary>
/// <remarks>
/// <para>Pure: the same input gives the same result, byte for byte, however often it is counted. A lot is no draw but a number that follows from the seed, so that counting again cannot change it.</para>
/// <para>Of projects that exclude each other, the one that is funded earlier stays. In an area that has been counted before, that is final; within an area the later one gives way and the rule is applied anew
/// without it, until nothing conflicts: at most as many times as there are projects.</para>
/// </remarks>
public static class CycleCount
{
    /// <summary>Counts.</summary>
    /// <param name="input">Plan, official ballot and tallies.</param>
    /// <param name="rules">Knows the rules that the plan names.</param>
    /// <param name="cancellationToken">Ends a long count early.</param>
    /// <exception cref="ArgumentException">
    /// The input does not fit together (an area without a tally, other ballots than those of the box, ballots about other projects, a lot without a seed, or with another than it has), the registry does not know a rule, or a rule cannot work on the ballots.
    /// </exception>
    /// <exception cref="InvalidOperationException">A host's own rule funded a project that it was told is withdrawn.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static CycleResult Run(CountInput input, RuleRegistry rules, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(rules);
        if (input.Plan.NeedsLot && input.Lot is null)
        {
            throw new ArgumentException("The plan breaks ties by lot: the secret and the public value must be revealed before the count.", nameof(input));
        }

        // Nobody may bring a seed that suits them.
        if (input.Lot is { } lot && lot != LotReveal.Of(lot.Secret, LotSeed.Commit(lot.Secret), lot.PublicValue))
        {
            throw new ArgumentException("The seed of the lot does not follow from its secret and its public value.", nameof(input));
        }

        var areas = Areas(input, input.Plan, rules, cancellationToken);
        if (BallotsDigest.Of(input.Ballot.Areas.Select(area => TallyOf(input, area.Id).Profile)) != input.Box.Ballots)
        {
            throw new ArgumentException("These are not the ballots that were in the box: their digest is another than the box's.", nameof(input));
        }

        if (input.Plan.Comparison is { } second)
        {
            var plan = input.Plan with { Rule = second, Areas = [.. input.Plan.Areas.Select(own => own with { Rule = null })] };
            var compared = Areas(input, plan, rules, cancellationToken);
            areas = [.. areas.Zip(compared, (area, other) => area with { Compared = new ComparedOutcome { Rule = other.Rule, Funded = other.Funded, Cost = other.Cost } })];
        }

        return new CycleResult
        {
            Rules = input.Rules,
            Edition = input.Ballot.Edition,
            Ballot = input.Ballot.Digest,
            Box = input.Box,
            Lot = input.Lot,
            Areas = areas,
        };
    }

    private static ImmutableArray<AreaResult> Areas(CountInput input, CountPlan plan, RuleRegistry rules, CancellationToken cancellationToken)
    {
        var order = InOrder(plan, input.Ballot.Areas);
        var zero = Money.Zero(CurrencyOf(input.Ballot));
        var carried = order.ToDictionary(area => area.Id, _ => zero, StringComparer.Ordinal);
        var exclusions = new Exclusions(input.Ballot.Projects);
        var results = ImmutableArray.CreateBuilder<AreaResult>(order.Length);
        for (var i = 0; i < order.Length; i++)
        {
            var area = order[i];
            var own = plan.Of(area.Id);
            var count = new AreaCounting(area, carried[area.Id], own, own.Rule.Make(rules, own.Ties, input.Lot?.Seed), cancellationToken);
            var result = count.Run(input.Ballot.Projects, TallyOf(input, area.Id), exclusions);
            if (Target(plan, order, i) is { } target && result.Unspent.IsPositive)
            {
                carried[target] += result.Unspent;
                result = result with { CarriedTo = target };
            }

            exclusions.Take(area.Id, result.Funded);
            results.Add(result);
        }

        return results.MoveToImmutable();
    }

    // The area that gets what the others leave is counted when they have left it.
    private static ImmutableArray<VotingArea> InOrder(CountPlan plan, ImmutableArray<VotingArea> areas) =>
    [
        .. (plan.Order switch
        {
            CountOrder.SmallestBudgetFirst => areas.OrderBy(area => area.Budget is null).ThenBy(area => area.Budget?.MinorUnits),
            CountOrder.LargestBudgetFirst => areas.OrderBy(area => area.Budget is null).ThenByDescending(area => area.Budget?.MinorUnits),
            _ => areas.AsEnumerable(),
        }).OrderBy(area => plan.Leftover == LeftoverUse.ToArea && area.Id == plan.LeftoverArea),
    ];

    private static string? Target(CountPlan plan, ImmutableArray<VotingArea> order, int counted) => plan.Leftover switch
    {
        LeftoverUse.Carried => order.Skip(counted + 1).FirstOrDefault(area => area.Budget is not null)?.Id,
        LeftoverUse.ToArea when order[counted].Id != plan.LeftoverArea => plan.LeftoverArea,
        _ => null,
    };

    private static Currency CurrencyOf(OfficialBallot ballot) =>
        ballot.Areas.Select(area => area.Budget?.Currency).Concat(ballot.Projects.Select(project => (Currency?)project.Cost.Currency)).FirstOrDefault(currency => currency is not null) ?? default;

    private static AreaTally TallyOf(CountInput input, string area)
    {
        var tallies = input.Tallies.Where(tally => tally.Numbers.Area == area).Take(2).ToArray();
        return tallies.Length == 1
            ? tallies[0]
            : throw new ArgumentException($"Area '{area}' has {(tallies.Length == 0 ? "no tally" : "several tallies")}; expected one.", nameof(input));
    }
}
