using CivicTech.Budgeting.Allocation;
using CivicTech.Numerics;
using CivicTech.Ties;
using AllocationResult = CivicTech.Budgeting.Allocation.Allocation;

namespace CivicTech.Tests.Budgeting;

/// <summary>The rule against its definition, voter by voter, on hundreds of small elections and all options.</summary>
public sealed class EqualSharesOracleTests
{
    private const int Elections = 1000;

    private static readonly Lazy<List<(SharesMade Made, List<EqualSharesOracle.End> Ends)>> Cases = new(() =>
        [.. SharesFuzz.Numbers(Elections).Select(SharesMade.Make).Select(made => (made, made.Oracle.Ends().ToList()))]);

    private static readonly AllocationRequest[] Requests =
    [
        new() { Trace = true },
        new() { Trace = true, Arithmetic = Arithmetic.Rational },
    ];

    [Fact]
    public void Allocate_ListedOrder_IsAWayOfTheDefinition() => ForAll((made, ends, name) =>
    {
        foreach (var request in Requests)
        {
            var allocation = made.Rule(TieChain.ListedOrder).Allocate(made.Election, request);
            Assert.Equal(AllocationStatus.Decided, allocation.Status);
            if (ends.Select(end => end.Set).Distinct().Count() == 1)
            {
                Assert.True(ends[0].Set == made.Set(allocation.Funded), $"{name}: {made.Set(allocation.Funded)} instead of {ends[0].Set}");
            }
            else
            {
                Assert.Contains(made.Set(allocation.Funded), ends.Select(end => end.Set));
            }
        }
    });

    [Fact]
    public void Allocate_AllOutcomes_AreThoseOfEveryWayToBreakTies()
    {
        var several = 0;
        ForAll((made, ends, name) =>
        {
            var expected = ends.Select(end => end.Set).Distinct().Order(StringComparer.Ordinal).ToList();
            several += expected.Count > 1 ? 1 : 0;
            foreach (var request in Requests)
            {
                var all = made.Rule(TieChain.AllOutcomes).Allocate(made.Election, request);
                var actual = all.Outcomes.Select(outcome => made.Set(outcome.Funded)).Order(StringComparer.Ordinal).ToList();
                Assert.True(expected.SequenceEqual(actual), $"{name} {request.Arithmetic}: {string.Join(", ", actual)} instead of {string.Join(", ", expected)}");
                Assert.True(all.IsComplete);
            }
        });
        Assert.True(several > Elections / 10, $"Only {several} elections had several outcomes.");
    }

    [Fact]
    public void Allocate_TiesRefused_AreOpenOnlyIfOutcomesDiffer() => ForAll((made, ends, name) =>
    {
        var isOpen = ends.DistinctBy(end => end.Set).Count() > 1;
        foreach (var request in Requests)
        {
            var refused = made.Rule(TieChain.Refuse).Allocate(made.Election, request);
            Assert.True((isOpen ? AllocationStatus.OpenTie : AllocationStatus.Decided) == refused.Status, $"{name}: {refused.Status}");
            Assert.True(!isOpen || refused.Ties.Any(tie => tie.Matters), $"{name}: no tie is said to matter.");
            if (isOpen)
            {
                // What is said to be settled is funded however the ties fall.
                Assert.All(ends, end => Assert.Subset(end.Funded.Select(project => made.Raw.Projects[project]).ToHashSet(), refused.Funded.ToHashSet()));
            }
        }
    });

    [Fact]
    public void Allocate_EveryListedOrder_LeadsToOneOfAllOutcomes() => ForAll((made, ends, name) =>
    {
        if (made.Raw.Projects.Count > 4 || made.Options.Endowments == Endowments.Given)
        {
            return;
        }

        foreach (var order in Orders([.. Enumerable.Range(0, made.Raw.Projects.Count)]))
        {
            var funded = made.Rule(TieChain.ListedOrder).Allocate(made.Raw.Build(order)).Funded;
            Assert.True(ends.Exists(end => end.Set == made.Set(funded)), $"{name} {string.Join(' ', order)}: {made.Set(funded)}");
        }
    });

    [Fact]
    public void Allocate_WithFewerOutcomesThanThereAre_SaysSo() => ForAll((made, ends, name) =>
    {
        var sets = ends.DistinctBy(end => end.Set).Count();
        foreach (var limit in new[] { 1, 2 })
        {
            var some = made.Rule(TieChain.AllOutcomes.OrAllOutcomes(limit)).Allocate(made.Election);
            Assert.True(some.IsComplete == sets <= limit, $"{name}: {some.Outcomes.Length} of {sets}, complete: {some.IsComplete}");
            Assert.Equal(Math.Min(limit, sets), some.Outcomes.Length);
        }
    });

    [Fact]
    public void Projects_FatesAndMoney_AreThoseOfTheDefinition() => ForAll((made, ends, name) =>
    {
        if (ends.DistinctBy(end => end.Run.Order + end.Run.Step + end.Set).Count() > 1)
        {
            return;
        }

        foreach (var request in Requests)
        {
            var allocation = made.Rule(TieChain.ListedOrder).Allocate(made.Election, request);
            EqualSharesExplanation.Expect(made, ends[0], allocation, name);
        }
    });

    [Fact]
    public void Allocate_EitherArithmetic_GivesTheSameReceiptAndReport() => ForAll((made, _, name) =>
    {
        foreach (var ties in new[] { TieChain.ListedOrder, TieChain.By(TieKey.Lowest("cost")) })
        {
            var reports = Requests.Select(request => made.Rule(ties).Allocate(made.Election, request)).ToList();
            Assert.True(reports[0].ToJson() == reports[1].ToJson(), $"{name}: {reports[0].ToText()} {reports[1].ToText()}");
            Assert.Equal(Payments(reports[0]), Payments(reports[1]));
        }
    });

    private static IEnumerable<VoterAmount> Payments(AllocationResult allocation) =>
        allocation.Trace.Where(round => round.Purchase is not null).SelectMany(round => round.Purchase!.Payments.Concat(round.Purchase.Leftovers));

    private static IEnumerable<int[]> Orders(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany(first => Orders([.. items.Where(item => item != first)]).Select(rest => (int[])[first, .. rest]));

    private static void ForAll(Action<SharesMade, List<EqualSharesOracle.End>, string> law)
    {
        foreach (var (n, (made, ends)) in Cases.Value.Index())
        {
            law(made, ends, $"{n} {made.Options.DescribeOptions().ToJsonString()}");
        }
    }
}
