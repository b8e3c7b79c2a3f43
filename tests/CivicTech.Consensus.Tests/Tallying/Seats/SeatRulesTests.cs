using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Seats;
using CivicTech.Numerics;
using CivicTech.Receipts;
using CivicTech.Ties;
using CivicTech.Tests.Consensus.Tallying.Scoring;

namespace CivicTech.Tests.Consensus.Tallying.Seats;

public class SeatRulesTests
{
    private static readonly RuleRegistry Registry = new(new Source());

    private static readonly ISeatRule[] All =
    [
        new HighestAverages { Divisors = DivisorSeries.SainteLague, FirstDivisor = new Rational(7, 5), Threshold = new() { Share = new Rational(1, 20), MustExceed = true } },
        new HighestAverages { Divisors = DivisorSeries.Given, GivenDivisors = [1, 2, 4, 8, 16], Ties = TieChain.AllOutcomes },
        new LargestRemainder { Quota = SeatQuota.Imperiali, ExcessQuotas = ExcessQuotas.LargerQuota, Ties = TieChain.ListedOrder },
        new LargestRemainder(),
    ];

    public static TheoryData<int> Rules => [.. Enumerable.Range(0, All.Length)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void DescribeOptions_Registry_MakesAnEqualRule(int rule)
    {
        var options = All[rule].DescribeOptions().ToJsonString();
        Assert.Equal(options, Registry.Create<ISeatRule>(All[rule].Id, options).DescribeOptions().ToJsonString());
        Assert.Throws<ArgumentException>(() => Registry.Create<ISeatRule>(All[rule].Id, """{"unknown":1}"""));
        Assert.Throws<ArgumentException>(() => Registry.Create<ISeatRule>(All[rule].Id, """{"threshold":{"share":"2"}}"""));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Verify_Receipt_HoldsForTheSameVotesOnly(int rule)
    {
        var parties = new CandidateList("A", "B", "C");
        var votes = new PartyVotes(parties, 60, 30, 30) { OtherVotes = 5 };
        var receipt = Receipt.Parse(All[rule].Allocate(votes, 6).Receipt.ToJson());
        Assert.True(SeatReceipt.Verify(receipt, votes, 6, Registry).Holds);
        Assert.False(SeatReceipt.Verify(receipt, new PartyVotes(parties, 61, 30, 30) { OtherVotes = 5 }, 6, Registry).Holds);
        Assert.False(SeatReceipt.Verify(receipt, votes, 7, Registry).Holds);
    }

    [Fact]
    public void Verify_OtherReceipt_Throws() => Assert.Throws<FormatException>(
        () => SeatReceipt.Verify(new Receipt(new System.Text.Json.Nodes.JsonObject { ["kind"] = "tally" }), new PartyVotes(new CandidateList("A"), 1), 1, Registry));

    [Fact]
    public void Allocate_Threshold_IsComparedExactlyWithAllVotes()
    {
        // 5 of 100 is exactly 1/20; with one more vote for nobody it is less.
        var parties = new CandidateList("A", "B");
        var votes = new PartyVotes(parties, 95, 5);
        SeatAllocation Allocate(PartyVotes of, bool mustExceed) =>
            new HighestAverages { Threshold = new() { Share = new Rational(1, 20), MustExceed = mustExceed } }.Allocate(of, 20);
        Lists.Equal([19, 1], Allocate(votes, false).Seats);
        Lists.Equal([20, 0], Allocate(votes, true).Seats);
        Lists.Equal(["B"], Allocate(votes, true).Excluded);
        Lists.Equal([20, 0], Allocate(new PartyVotes(parties, 95, 5) { OtherVotes = 1 }, false).Seats);
        Lists.Equal([19, 1], Allocate(new PartyVotes(parties, 95, 5) { OtherVotes = 1, Exempt = ["B"] }, false).Seats);
    }

    [Fact]
    public void Allocate_NobodyTakesPart_Throws()
    {
        var votes = new PartyVotes(new CandidateList("A", "B"), 0, 0);
        Assert.Throws<ArgumentException>(() => new HighestAverages().Allocate(votes, 1));
        Assert.Throws<ArgumentException>(() => new LargestRemainder().Allocate(votes, 1));
        Lists.Equal([0, 0], new LargestRemainder().Allocate(votes, 0).Seats);
        Lists.Equal([0, 0], new HighestAverages().Allocate(votes, 0).Seats);
        Assert.Throws<ArgumentOutOfRangeException>(() => new HighestAverages().Allocate(votes, -1));
    }

    [Fact]
    public void PartyVotes_WrongValues_AreRefused()
    {
        var parties = new CandidateList("A", "B");
        Assert.Throws<ArgumentException>(() => new PartyVotes(parties, 1));
        Assert.Throws<ArgumentException>(() => new PartyVotes(parties, 1, -1));
        Assert.Throws<OverflowException>(() => new PartyVotes(parties, long.MaxValue, 1));
        Assert.Throws<OverflowException>(() => new PartyVotes(parties, long.MaxValue, 0) { OtherVotes = 1 });
        Assert.Throws<ArgumentException>(() => new PartyVotes(parties, 1, 1) { Exempt = ["C"] });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SeatThreshold { Share = 2 });
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Allocate_OrderOfTheList_DoesNotMatterWithoutTies(int rule)
    {
        for (var seed = 0UL; seed < 50; seed++)
        {
            var random = new SplitMix64(seed);
            long[] votes = [.. Enumerable.Range(0, 4).Select(_ => (long)random.Between(50, 5000))];
            var one = All[rule].Allocate(new PartyVotes(new CandidateList("A", "B", "C", "D"), votes), 12);
            var other = All[rule].Allocate(new PartyVotes(new CandidateList("D", "C", "B", "A"), [.. votes.Reverse()]), 12);
            Assert.Equal(one.Status, other.Status);
            Assert.True(one.Ties.Length > 0 || one.Seats.SequenceEqual(other.Seats.Reverse()));
            Assert.Equal(one.Status == TallyStatus.Decided ? 12 : 12 - one.OpenTie!.Seats, one.Seats.Sum());
            Assert.Equal(one.Seats.Sum(), one.Steps.Sum(step => step.Seats));
        }
    }

    private sealed class Source : IRuleSource
    {
        public IEnumerable<RuleDefinition> Rules => SeatsRules.All;
    }
}
