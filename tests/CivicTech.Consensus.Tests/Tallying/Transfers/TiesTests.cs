using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Transfers;

public sealed class TiesTests
{
    // Whichever of C and D stays is elected.
    private static readonly Contest Open = Ballots.Contest("A C D", 1, "40: A", "30: C D", "30: D C");

    [Fact]
    public void Count_TieLeftToOfficials_StopsAsksAndTakesTheirDecision()
    {
        var rule = new InstantRunoff();
        var asked = rule.Count(Open);
        Assert.Equal(TallyStatus.OpenTie, asked.Status);
        Assert.Equal(1, asked.OpenTie!.Round);

        var decided = rule.Count(Open, new TallyRequest { Decisions = [new TieDecision(1, ["D", "C"])] });

        Assert.Equal(TallyStatus.Decided, decided.Status);
        Assert.Equal(["D"], decided.Elected.ToArray());
        Assert.Equal([TieKey.PublishedOrder("D", "C")], decided.Ties.Single().BrokenBy.ToArray());
        Assert.Equal("C", decided.Rounds[0].Actions.Single().Candidate);
    }

    [Fact]
    public void Verify_CountWithADecision_HoldsOnlyWithIt()
    {
        var registry = new RuleRegistry(new Rules());
        var request = new TallyRequest { Decisions = [new TieDecision(1, ["D", "C"])] };
        var receipt = new InstantRunoff().Count(Open, request).Receipt;

        Assert.True(TallyReceipt.Verify(receipt, Open, registry).Holds);
        var without = receipt.Body;
        without["decisions"] = new System.Text.Json.Nodes.JsonArray();
        Assert.False(TallyReceipt.Verify(new CivicTech.Receipts.Receipt(without), Open, registry).Holds);
    }

    [Theory]
    [InlineData("D", "D", "E")]
    [InlineData("D", "X")]
    [InlineData("D")]
    public void Count_DecisionThatOrdersNothing_IsRefused(params string[] order) =>
        Assert.Throws<ArgumentException>(() => new InstantRunoff().Count(Open, new TallyRequest { Decisions = [new TieDecision(1, [.. order])] }));

    [Fact]
    public void Count_AllOutcomes_ListsEveryWinner()
    {
        var result = new InstantRunoff { Ties = TieChain.AllOutcomes }.Count(Open);

        Assert.Equal(TallyStatus.SeveralOutcomes, result.Status);
        Assert.True(result.IsComplete);
        Assert.Equal(["C", "D"], result.Outcomes.Select(outcome => outcome.Single()).Order());
        Assert.Empty(result.Elected);
    }

    [Fact]
    public void Count_TieThatCannotMatter_IsDecidedWithoutAChain()
    {
        // Five candidates without a vote can go out in 120 orders.
        var result = new InstantRunoff().Count(Ballots.Contest("A B C D E F G", 1, "4: A", "3: B"));

        Assert.Equal(TallyStatus.Decided, result.Status);
        Assert.Equal(["A"], result.Elected.ToArray());

        // Nor does it matter here, though votes move.
        var moving = new InstantRunoff().Count(Ballots.Contest("A B C D", 1, "10: A", "9: B A", "2: C B", "2: D A"));
        Assert.Equal(TallyStatus.Decided, moving.Status);
        Assert.False(moving.Ties.Single().Matters);
    }

    [Theory]
    [InlineData("votes-backwards", "C")]
    [InlineData("votes-forwards", "D")]
    public void Count_EarlierRounds_ByTheNamedVariant(string figure, string loser)
    {
        // C has 7, 7 and 9 votes in the first three rounds, D has 6, 8 and 9.
        var contest = Ballots.Contest("A B C D E F", 1, "40: A", "30: B", "7: C", "6: D", "2: E C", "1: E D", "2: F D");
        var rule = new InstantRunoff { Ties = TieChain.By(TieKey.Highest(figure)) };

        var result = rule.Count(contest);

        Assert.Equal(["F", "E", loser], result.Rounds.Take(3).Select(round => round.Actions.Single().Candidate));
    }

    [Fact]
    public void Count_Lot_FallsByTheSeedAndSaysSo()
    {
        var winners = Enumerable.Range(0, 20)
            .Select(seed => new InstantRunoff { Ties = TieChain.By(TieKey.Lot($"seed {seed}")) }.Count(Open))
            .ToList();

        Assert.All(winners, result => Assert.StartsWith("lot:seed", result.Ties.Single().BrokenBy.Single().ToString(), StringComparison.Ordinal));
        Assert.Equal(["C", "D"], winners.Select(result => result.Elected.Single()).Distinct().Order());
    }

    [Fact]
    public void Count_FigureOfAnotherRule_IsRefusedBeforeThereIsATie() =>
        Assert.Throws<ArgumentException>(() => new InstantRunoff { Ties = TieChain.By(TieKey.Highest("points")) }.Count(Ballots.Contest("A B", 1, "2: A")));

    [Fact]
    public void Rank_OpenTie_PutsThoseItTouchesInOneGroup()
    {
        var ranking = new InstantRunoff().Rank(Open.Profile);

        Assert.Equal([[0, 1, 2]], ranking.Groups.Select(group => group.ToArray()));
        Assert.Equal([[1], [0], [2]], new InstantRunoff { Ties = TieChain.ListedOrder }.Rank(Open.Profile).Groups.Select(group => group.ToArray()));
    }

    private sealed class Rules : IRuleSource
    {
        IEnumerable<RuleDefinition> IRuleSource.Rules => TransferRules.All;
    }
}
