using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Elimination;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Elimination;

public sealed class EliminationRoundsTests
{
    private static readonly string[] Tennessee = ["42: M N C K", "26: N C K M", "15: C K N M", "17: K C N M"];

    // Memphis has 58 last places in round 1; then Nashville has 68 of 100 votes.
    [Fact]
    public void Count_CoombsTennessee_IsAsExplainedEverywhere()
    {
        var result = new Coombs().Count(Ballots.Contest("M N C K", 1, Tennessee));

        Assert.Equal(["N"], result.Elected.ToArray());
        Assert.Equal(2, result.Rounds.Length);
        Assert.Equal("Last places: M 58, N 0, C 0, K 42.", result.Rounds[0].Note);
        Assert.Equal("Has the most last places: 58.", Assert.Single(result.Rounds[0].Actions).Why);
        Assert.Equal([new VoteTransfer("N", null, 42)], result.Rounds[0].Actions[0].Transfers.ToArray());
        Assert.Equal("Has 68 of 100 votes that count: more than half.", Assert.Single(result.Rounds[1].Actions).Why);
        Assert.Equal(["N", "K", "C", "M"], result.Order.Select(group => Assert.Single(group)));
    }

    // Memphis has 126 points, below the mean of 150; Knoxville 107, Chattanooga 173, Nashville 194.
    [Fact]
    public void Count_BordaRulesTennessee_IsAsExplainedEverywhere()
    {
        var nanson = new Nanson().Count(Ballots.Contest("M N C K", 1, Tennessee));
        var baldwin = new Baldwin().Count(Ballots.Contest("M N C K", 1, Tennessee));

        Assert.Equal([126, 194, 173, 107], nanson.Rounds[0].Tallies.Select(tally => tally.Votes));
        Assert.Equal("The mean is 150.", nanson.Rounds[0].Note);
        Assert.Equal(["K", "M"], nanson.Rounds[0].Actions.Select(action => action.Candidate));
        Assert.Equal(["N", "C", "M", "K"], nanson.Order.Select(group => Assert.Single(group)));
        Assert.Equal(["N"], baldwin.Elected.ToArray());
        Assert.Equal(["K", "M", "C"], baldwin.Rounds.Select(round => round.Actions[0].Candidate));
        Assert.Equal("borda-points", Assert.Single(baldwin.Figures).Name);
    }

    [Fact]
    public void Count_EqualRanks_AreSharedAndTransferredExactly()
    {
        var result = new SmithIrv().Count(Ballots.Contest("A B C", 1, "7: A B C", "6: B C A", "5: C A B", "1: B=C A", "1:"));

        Assert.Equal([new Rational(7), new Rational(13, 2), new Rational(11, 2)], result.Rounds[0].Tallies.Select(tally => tally.Votes));
        Assert.Equal([new InactiveVotes(InactiveReason.NoRanking, 1)], result.Rounds[0].Inactive.ToArray());
        var gone = Assert.Single(result.Rounds[0].Actions);
        Assert.Equal("C", gone.Candidate);
        Assert.Equal([new VoteTransfer("A", null, 5), new VoteTransfer("B", null, new Rational(1, 2))], gone.Transfers.ToArray());
        Assert.Equal([new Rational(12), new Rational(7)], result.Rounds[1].Tallies.Select(tally => tally.Votes));
        Assert.Equal(["A"], result.Elected.ToArray());
        Assert.All(result.Rounds, round => Assert.Equal(20, round.Total));
    }

    [Fact]
    public void Count_BottomTwoRunoff_TellsWhoLostToWhom()
    {
        var result = new BottomTwoRunoff().Count(Ballots.Contest("A B C", 1, "6: A B", "5: B C", "4: C A"));

        var gone = result.Rounds[0].Actions[0];
        Assert.Equal(["C"], result.Rounds[0].Actions.Select(action => action.Candidate));
        Assert.Equal([new VoteTransfer("A", null, 4)], gone.Transfers.ToArray());
        Assert.Equal("Is one of the last two and loses to B: 4 against 11.", gone.Why);
        Assert.Equal("Beats everybody else who is left.", Assert.Single(result.Rounds[1].Actions).Why);
        Assert.Equal(["A"], result.Elected.ToArray());
    }

    [Fact]
    public void Count_SmithIrv_TakesOutsidersOutFirst()
    {
        // A, B and C stand in a cycle; D has the most first preferences and loses to everybody.
        var result = new SmithIrv().Count(Ballots.Contest("A B C D", 1, "3: A B C D", "3: B C A D", "2: C A B D", "5: D", "2: C A B"));

        Assert.Equal("D", Assert.Single(result.Rounds[0].Actions).Candidate);
        Assert.Equal("D", Assert.Single(result.Order[^1]));
        Assert.Equal([new VoteTransfer(null, InactiveReason.ExhaustedChoices, 5)], result.Rounds[0].Actions[0].Transfers.ToArray());
    }

    [Fact]
    public void Count_Benham_StopsAtTheCondorcetWinner()
    {
        var result = new Benham().Count(Ballots.Contest("M N C K", 1, Tennessee));

        Assert.Equal("Beats everybody else who is left.", Assert.Single(Assert.Single(result.Rounds).Actions).Why);
        Assert.Equal(["N", "M", "K", "C"], result.Order.Select(group => Assert.Single(group)));
    }

    // Twelve whom nobody ranks: their order is no question, so there are no ways to try.
    [Fact]
    public void Count_ManyHopelessCandidates_LeavesNoTieOpen()
    {
        const string Candidates = "A B C D E F G H I J K L M N O";
        string[] ballots = ["9: A B", "8: B C", "6: C A"];
        foreach (OrderingRule rule in new OrderingRule[] { new Benham(), new BottomTwoRunoff(), new SmithIrv(), new Coombs { Stop = CoombsStop.LastCandidate }, new Baldwin(), new Nanson() })
        {
            var result = rule.Count(Ballots.Contest(Candidates, 1, ballots));

            Assert.Equal(TallyStatus.Decided, result.Status);
            Assert.Equal(12, result.Order[^1].Length);
        }
    }

    [Fact]
    public void Count_TieForTheLastPlace_StaysOpenAndIsNobodysElection()
    {
        // Who goes out of B and C decides whether A or the other wins.
        var contest = Ballots.Contest("A B C", 1, "4: A B C", "3: B C A", "3: C B A");
        var open = new Benham { Ties = TieChain.Refuse }.Count(Ballots.Contest("A B C", 1, "4: A B C", "3: B C A", "3: C A B"));

        Assert.Equal(TallyStatus.OpenTie, open.Status);
        Assert.Equal(["B", "C"], open.OpenTie!.Tied.ToArray());
        Assert.Empty(open.Elected);
        Assert.Equal(TallyStatus.Decided, new Baldwin { Ties = TieChain.ListedOrder }.Count(contest).Status);
        var decided = new Benham().Count(Ballots.Contest("A B C", 1, "4: A B C", "3: B C A", "3: C A B"), new TallyRequest { Decisions = [new TieDecision(1, ["C", "B"])] });
        Assert.Equal(["C"], decided.Elected.ToArray());
        Assert.Equal(["A"], new Benham { Ties = TieChain.By(TieKey.PublishedOrder("B", "C")) }.Count(decided.Contest).Elected.ToArray());
    }

    [Fact]
    public void Count_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => new Coombs().Count(Ballots.Contest("M N C K", 1, Tennessee), new TallyRequest { CancellationToken = source.Token }));
    }
}
