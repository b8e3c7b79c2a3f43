using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Transfers;

public sealed class StatutoryRulesTests
{
    [Fact]
    public void ScottishLocal_TransferOfASurplus_IsCutOffAtFiveDecimalsAPaper()
    {
        // 100 papers, 3 seats: quota 26. A has 40, surplus 14: each paper goes on at 14/40 = 0.35. B then has 20 + 40 * 0.35 = 34, a surplus of
        // 8: a paper that came from A goes on at 8 * 0.35 / 34 = 0.082352…, cut off to 0.08235, B's own at 8 / 34 = 0.235294…, cut off to 0.23529.
        var contest = Ballots.Contest("A B C D", 3, "40: A B C", "20: B C", "22: C", "18: D");

        var rounds = StatutoryRules.ScottishLocal().Count(contest).Rounds;

        Assert.Equal(26, rounds[0].Threshold);
        var surplusOfB = rounds[1].Actions.Single(action => action.Kind == TallyActionKind.Surplus);
        Assert.Equal("B", surplusOfB.Candidate);
        var toC = surplusOfB.Transfers.Single(transfer => transfer.To == "C").Votes;
        Assert.Equal((40 * Rational.Parse("0.08235")) + (20 * Rational.Parse("0.23529")), toC);
        Assert.Equal(8 - toC, surplusOfB.Transfers.Single(transfer => transfer.IsResidual).Votes);
    }

    [Fact]
    public void ScottishLocal_TieForExclusion_FallsByTheLatestStageThenStaysOpen()
    {
        // C and D are tied with 12 at the second stage; at the first D had more.
        var byStage = StatutoryRules.ScottishLocal().Count(Ballots.Contest("A B C D E", 1, "40: A", "30: B", "10: C", "12: D", "2: E C"));
        Assert.Equal("C", byStage.Rounds[1].Actions.Single().Candidate);
        Assert.Equal(TieKey.Highest("votes-backwards"), Assert.Single(byStage.Ties).BrokenBy.Single());

        // Tied at every stage, and it matters: whoever stays receives the other's votes and is elected.
        var open = StatutoryRules.ScottishLocal().Count(Ballots.Contest("A C D", 1, "40: A", "30: C D", "30: D C"));
        Assert.Equal(TallyStatus.OpenTie, open.Status);
        Assert.Equal(["C", "D"], open.OpenTie!.Tied.ToArray());
        Assert.Empty(open.Elected);
    }

    [Fact]
    public void ScottishLocal_GapInTheRanking_MakesThePaperNonTransferable()
    {
        var result = StatutoryRules.ScottishLocal().Count(Ballots.Contest("A B C", 1, "5: A", "4: B", "3: C - B"));

        Assert.Equal([new InactiveVotes(InactiveReason.SkippedRanks, 3)], result.Rounds[1].Inactive.ToArray());
        Assert.Equal(["A"], result.Elected.ToArray());
    }

    [Fact]
    public void Maine_OvervoteOfCandidatesWhoAreOut_IsPassedOver()
    {
        // C and D go out first; the ballots that rank both second then count for B.
        var contest = Ballots.Contest("A B C D E", 1, "10: A", "7: B", "1: C", "2: D", "4: E C=D B");

        var result = StatutoryRules.Maine(TieKey.ListedOrder).Count(contest);

        Assert.Equal(["B"], result.Elected.ToArray());
        Assert.Equal(11, result.Rounds[^1].Tallies.Single(tally => tally.Candidate == "B").Votes);
    }

    [Fact]
    public void Alaska_MajorityAfterTheFirstRound_GoesOnToTwo()
    {
        var contest = Ballots.Contest("A B C D", 1, "45: A", "30: B", "15: C A", "10: D A");

        Assert.Equal(3, StatutoryRules.Alaska().Count(contest).Rounds.Length);
        Assert.Equal(2, StatutoryRules.GenericRankedChoice().Count(contest).Rounds.Length);
        Assert.Single(StatutoryRules.Alaska().Count(Ballots.Contest("A B C D", 1, "51: A", "49: B")).Rounds);
    }

    [Fact]
    public void MinneapolisOneSeat_ThresholdOfTheFirstRound_Stays()
    {
        // Ten ballots end with C; the best of the last two is elected below the threshold.
        var result = StatutoryRules.MinneapolisOneSeat().Count(Ballots.Contest("A B C", 1, "20: A", "15: B", "10: C"));

        Assert.All(result.Rounds, round => Assert.Equal(23, round.Threshold));
        Assert.Equal(["A"], result.Elected.ToArray());
    }

    [Fact]
    public void MinneapolisSeveralSeats_Hopeless_GoOutBeforeTheSurplus()
    {
        // Quota 34 of 100. A has 16 too many; D and E together with the surplus cannot reach C.
        var result = StatutoryRules.MinneapolisSeveralSeats().Count(Ballots.Contest("A B C D E", 2, "50: A B", "22: B", "23: C", "3: D C", "2: E"));

        Assert.Equal(["D", "E"], result.Rounds[0].Actions.Where(action => action.Kind == TallyActionKind.Eliminated).Select(action => action.Candidate).Order());
        Assert.Equal(["A", "B"], result.Elected.Order());
    }

    [Fact]
    public void StatutoryRules_OptionsDocument_MakesTheSameRule()
    {
        var registry = new RuleRegistry(new TransferRulesOnly());
        foreach (ITallyRule rule in new ITallyRule[]
        {
            StatutoryRules.ScottishLocal(TieKey.Lot("seed")), StatutoryRules.MinneapolisOneSeat(), StatutoryRules.MinneapolisSeveralSeats(), StatutoryRules.Maine(),
            StatutoryRules.Alaska(), StatutoryRules.GenericRankedChoice(TieKey.Identifier),
        })
        {
            var again = registry.Create<ITallyRule>(rule.Id, rule.DescribeOptions().ToJsonString());
            Assert.Equal(rule.DescribeOptions().ToJsonString(), again.DescribeOptions().ToJsonString());
            Assert.DoesNotContain("null", rule.DescribeOptions()["ballots"]!["overvotes"]!.ToJsonString(), StringComparison.Ordinal);
        }
    }

    private sealed class TransferRulesOnly : IRuleSource
    {
        public IEnumerable<RuleDefinition> Rules => TransferRules.All;
    }
}
