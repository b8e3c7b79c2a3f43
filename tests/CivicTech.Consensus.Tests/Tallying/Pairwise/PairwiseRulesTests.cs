using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Elimination;
using CivicTech.Consensus.Tallying.Pairwise;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Pairwise;

public sealed class PairwiseRulesTests
{
    private static readonly RuleRegistry Registry = new([new Source()]);

    public static TheoryData<OrderingRule> Rules => new(
        new Copeland { TieValue = new Rational(1, 3), Ties = TieChain.ListedOrder },
        new Minimax { Score = MinimaxScore.PairwiseOpposition },
        new Schulze { Strength = PairStrength.Ratio },
        new RankedPairs { Strength = PairStrength.WinningVotes, TiedPairs = TiedPairs.LeaveOut, WorkLimit = 5 },
        new River { TiedPairs = RiverPairs.ByTieChain, Ties = TieChain.By(TieKey.Lot("x")) },
        new SplitCycle(),
        new Kemeny { WorkLimit = 9 },
        new Coombs { Stop = CoombsStop.LastCandidate },
        new Baldwin { Ties = TieChain.By(TieKey.Highest("borda-points")) },
        new Nanson { Cut = NansonCut.NotAboveMean },
        new Benham { Ties = TieChain.By(TieKey.Highest("first-preferences")) },
        new BottomTwoRunoff(),
        new SmithIrv());

    [Theory]
    [MemberData(nameof(Rules))]
    public void Create_FromDescribedOptions_MakesAnEqualRule(OrderingRule rule)
    {
        var options = rule.DescribeOptions();
        var again = Registry.Create<ITallyRule>(rule.Id, options.ToJsonString());

        Assert.Equal(rule.GetType(), again.GetType());
        Assert.Equal(options.ToJsonString(), again.DescribeOptions().ToJsonString());
        Assert.Equal(((OrderingRule)Activator.CreateInstance(rule.GetType())!).DescribeOptions().ToJsonString(), Registry.Create<IRankingRule>(rule.Id).DescribeOptions().ToJsonString());
        Assert.Contains("ties", options.Select(option => option.Key));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rank_ReorderedBallotsAndCandidates_IsTheSame(OrderingRule rule)
    {
        for (var seed = 1UL; seed <= 40; seed++)
        {
            // Chains that look at names or leave ties open: only what no tie decided is compared.
            var profile = (OrdinalProfile)Ballots.Random(seed, 2 + (int)(seed % 5), 10, 1, messy: true).Profile;
            var relisted = Compare.Relisted(profile, [.. Enumerable.Range(0, profile.Candidates.Count).OrderBy(i => (i * 7) % 5).ThenBy(i => i)]);
            var (one, other) = (rule.Count(profile, 1), rule.Count(relisted, 1));
            if (one.Ties.Any(tie => tie.BrokenBy.IsEmpty || tie.BrokenBy.Contains(TieKey.ListedOrder)))
            {
                Assert.Equal(one.Status == TallyStatus.OpenTie, other.Status == TallyStatus.OpenTie);
                continue;
            }

            Assert.Equal(Compare.Order(one), Compare.Order(other));
            Assert.Equal(one.Elected.ToArray(), other.Elected.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_Verified_IsFoundAgain(OrderingRule rule)
    {
        var contest = Ballots.Random(11, 5, 20, 2, messy: true);
        var result = rule.Count(contest);

        Assert.True(TallyReceipt.Verify(result.Receipt, contest, Registry).Holds);
        Assert.Equal(result.Contest.Standing.Candidates.Order(), result.Order.SelectMany(group => group).Order());
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_FewCandidates_Works(OrderingRule rule)
    {
        Assert.Equal(["A"], rule.Count(Ballots.Profile("A", "A", "1:"), 1).Elected.ToArray());
        Assert.Equal(["A", "B"], rule.Count(Ballots.Profile("A B", "A", "1:"), 2).Elected.Order());
        Assert.Empty(rule.Count(Ballots.Profile("", "1:"), 1).Elected);
        Assert.Equal("AB", Compare.Order(rule, Ballots.Profile("A B", "1:")).Replace(" ", "", StringComparison.Ordinal));
    }

    private sealed class Source : IRuleSource
    {
        public IEnumerable<RuleDefinition> Rules => [.. PairwiseRules.All, .. EliminationRules.All];
    }
}
