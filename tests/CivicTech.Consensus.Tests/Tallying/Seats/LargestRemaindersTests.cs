using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Seats;
using CivicTech.Numerics;
using CivicTech.Ties;
using CivicTech.Tests.Consensus.Tallying.Scoring;

namespace CivicTech.Tests.Consensus.Tallying.Seats;

public class LargestRemaindersTests
{
    private static readonly CandidateList Abc = new("A", "B", "C");

    [Fact]
    public void Allocate_LargerHouse_CanTakeASeat()
    {
        // The Alabama paradox: C has 10/7 of ten seats and 11/7 of eleven.
        var votes = new PartyVotes(Abc, 6, 6, 2);
        Lists.Equal([4, 4, 2], new LargestRemainder().Allocate(votes, 10).Seats);
        Lists.Equal([5, 5, 1], new LargestRemainder().Allocate(votes, 11).Seats);
    }

    [Fact]
    public void Allocate_EverySeat_HasItsStep()
    {
        var result = new LargestRemainder().Allocate(new PartyVotes(Abc, 47, 16, 37), 10);
        Assert.Equal((Rational)10, result.Quota);
        Lists.Equal(
            ["FullQuotas A 4 4.7", "FullQuotas B 1 1.6", "FullQuotas C 3 3.7", "Remainder A 1 7", "Remainder C 1 7"],
            result.Steps.Select(step => $"{step.Kind} {step.Party} {step.Seats} {step.Figure}"));
        Assert.Empty(result.Ties);
    }

    [Theory]
    [InlineData(SeatQuota.Hare, "100/5")]
    [InlineData(SeatQuota.Droop, "17")]
    [InlineData(SeatQuota.HagenbachBischoff, "100/6")]
    [InlineData(SeatQuota.Imperiali, "100/7")]
    public void Allocate_Quota_IsAsDefined(SeatQuota quota, string expected) =>
        Assert.Equal(Rational.Parse(expected), new LargestRemainder { Quota = quota, ExcessQuotas = ExcessQuotas.TakeBack }.Allocate(new PartyVotes(Abc, 55, 30, 15), 5).Quota);

    [Fact]
    public void Allocate_ExcessQuotas_AreHandledAsTheOptionSays()
    {
        // By 80 / 8 there are 4 + 2 + 1 quotas for six seats; by 80 / 7 there are 3 + 2 + 1.
        var votes = new PartyVotes(Abc, 45, 23, 12);
        Assert.Throws<ArgumentException>(() => new LargestRemainder { Quota = SeatQuota.Imperiali }.Allocate(votes, 6));
        var back = new LargestRemainder { Quota = SeatQuota.Imperiali, ExcessQuotas = ExcessQuotas.TakeBack }.Allocate(votes, 6);
        Lists.Equal([4, 2, 0], back.Seats);
        Assert.Equal((SeatStepKind.TakenBack, "C", -1, (Rational?)2), (back.Steps[^1].Kind, back.Steps[^1].Party, back.Steps[^1].Seats, back.Steps[^1].Figure));
        var larger = new LargestRemainder { Quota = SeatQuota.Imperiali, ExcessQuotas = ExcessQuotas.LargerQuota }.Allocate(votes, 6);
        Lists.Equal([3, 2, 1], larger.Seats);
        Assert.Equal(new Rational(80, 7), larger.Quota);
    }

    [Fact]
    public void Allocate_TieForASeatToLose_StaysOpenOrFallsToTheLoser()
    {
        // By 30 / 3 everybody has a full quota and no remainder: one of three has one too many.
        var votes = new PartyVotes(Abc, 10, 10, 10);
        var rule = new LargestRemainder { Quota = SeatQuota.HagenbachBischoff, ExcessQuotas = ExcessQuotas.TakeBack };
        var open = rule.Allocate(votes, 2);
        Lists.Equal([0, 0, 0], open.Seats);
        Assert.Equal(new SeatTie(["A", "B", "C"], 2), open.OpenTie);
        var all = new LargestRemainder { Quota = rule.Quota, ExcessQuotas = rule.ExcessQuotas, Ties = TieChain.AllOutcomes }.Allocate(votes, 2);
        Lists.Equal(["0 1 1", "1 0 1", "1 1 0"], SeatTables.Text(all.Outcomes.Select(outcome => outcome.AsEnumerable())));
        Lists.Equal([0, 1, 1], new LargestRemainder { Quota = rule.Quota, ExcessQuotas = rule.ExcessQuotas, Ties = TieChain.By(TieKey.PublishedOrder("C", "B", "A")) }.Allocate(votes, 2).Seats);
    }

    [Fact]
    public void Allocate_FewerVotesThanSeats_NeedsAnExactQuota()
    {
        var votes = new PartyVotes(Abc, 1, 0, 0);
        Lists.Equal([5, 0, 0], new LargestRemainder().Allocate(votes, 5).Seats);
        Assert.Throws<ArgumentException>(() => new LargestRemainder { Quota = SeatQuota.Droop }.Allocate(votes, 5));
    }

    [Fact]
    public void Allocate_RandomVotes_AreAllDivisionsOfTheDefinition()
    {
        for (var seed = 0UL; seed < 300; seed++)
        {
            var random = new SplitMix64(seed);
            var quotas = random.Pick([SeatQuota.Hare, SeatQuota.Droop, SeatQuota.HagenbachBischoff]);
            var seats = random.Between(2, 7);
            long[] votes = [.. Enumerable.Range(0, 4).Select(_ => (long)random.Between(5, 12))];
            var total = votes.Sum();
            var quota = quotas switch { SeatQuota.Hare => new Rational(total, seats), SeatQuota.Droop => (total / (seats + 1)) + 1, _ => new Rational(total, seats + 1) };
            long[] full = [.. votes.Select(count => (long)(count / quota).Floor().Numerator)];
            if (full.Sum() > seats)
            {
                Assert.Throws<ArgumentException>(() => Allocate());
                continue;
            }

            // Everybody has the full quotas or one more, and nobody with one more has a smaller remainder than somebody without.
            var expected = SeatTables.All(4, seats).Where(table => Enumerable.Range(0, 4).All(party => table[party] - full[party] is 0 or 1)
                && Enumerable.Range(0, 4).All(up => table[up] == full[up] || Enumerable.Range(0, 4).All(down => table[down] > full[down] || Remainder(up) >= Remainder(down))));
            Assert.Equal(SeatTables.Text(expected), SeatTables.Text(Allocate().Outcomes.Select(outcome => outcome.AsEnumerable())));

            Rational Remainder(int party) => votes[party] - (full[party] * quota);
            SeatAllocation Allocate() => new LargestRemainder { Quota = quotas, Ties = TieChain.AllOutcomes }.Allocate(new PartyVotes(new CandidateList("A", "B", "C", "D"), votes), seats);
        }
    }

    [Fact]
    public void Allocate_Hare_IsTheApportionmentOfNumerics()
    {
        for (var seed = 0UL; seed < 300; seed++)
        {
            var random = new SplitMix64(seed);
            long[] votes = [.. Enumerable.Range(0, 6).Select(_ => (long)random.Between(0, 2000)), 1];
            var seats = random.Between(0, 60);
            Assert.Equal(
                Apportionment.LargestRemainders(seats, votes).Select(part => (int)part),
                new LargestRemainder { Ties = TieChain.ListedOrder }.Allocate(new PartyVotes(new CandidateList("A", "B", "C", "D", "E", "F", "G"), votes), seats).Seats);
        }
    }
}
