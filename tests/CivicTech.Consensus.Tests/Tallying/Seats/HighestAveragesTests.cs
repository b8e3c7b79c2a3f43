using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Seats;
using CivicTech.Numerics;
using CivicTech.Ties;
using CivicTech.Tests.Consensus.Tallying.Scoring;

namespace CivicTech.Tests.Consensus.Tallying.Seats;

public class HighestAveragesTests
{
    private static readonly PartyVotes Four = new(new CandidateList("A", "B", "C", "D"), 100_000, 80_000, 30_000, 20_000);

    // The table that encyclopedias show for eight seats, worked out by hand from the definitions.
    [Theory]
    [InlineData(DivisorSeries.DHondt, "4 3 1 0")]
    [InlineData(DivisorSeries.SainteLague, "3 3 1 1")]
    [InlineData(DivisorSeries.Danish, "3 3 1 1")]
    [InlineData(DivisorSeries.Adams, "3 3 1 1")]
    [InlineData(DivisorSeries.HuntingtonHill, "3 3 1 1")]
    [InlineData(DivisorSeries.Imperiali, "5 3 0 0")]
    public void Allocate_EightSeats_AreDivided(DivisorSeries divisors, string expected) =>
        Assert.Equal(expected, string.Join(' ', new HighestAverages { Divisors = divisors }.Allocate(Four, 8).Seats));

    [Fact]
    public void Allocate_EverySeat_HasItsStep()
    {
        var result = new HighestAverages().Allocate(Four, 4);
        Lists.Equal(["A 100000", "B 80000", "A 50000", "B 40000"], result.Steps.Select(step => $"{step.Party} {step.Figure}"));
        Lists.Equal([1, 2, 3, 4], result.Steps.Select(step => step.Number));
        Assert.Equal(2, result.SeatsOf("B"));
    }

    [Fact]
    public void Allocate_FirstDivisor_KeepsSmallPartiesOut()
    {
        var votes = new PartyVotes(new CandidateList("A", "B"), 53, 12);
        Lists.Equal([2, 1], new HighestAverages { Divisors = DivisorSeries.SainteLague }.Allocate(votes, 3).Seats);
        Lists.Equal([3, 0], new HighestAverages { Divisors = DivisorSeries.SainteLague, FirstDivisor = new Rational(7, 5) }.Allocate(votes, 3).Seats);
        Assert.Throws<ArgumentException>(() => new HighestAverages { Divisors = DivisorSeries.SainteLague, FirstDivisor = 4 }.Allocate(votes, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HighestAverages { FirstDivisor = 0 });
    }

    [Fact]
    public void Allocate_DHondt_CanBreakQuota()
    {
        // A has 7.5 seats' worth of votes and gets all ten.
        var votes = new PartyVotes(new CandidateList(Enumerable.Range(0, 11).Select(i => $"P{i}")), [750, .. Enumerable.Repeat(25L, 10)]);
        Assert.Equal(10, new HighestAverages().Allocate(votes, 10).Seats[0]);
    }

    [Fact]
    public void Allocate_InfiniteAverages_GoToTheLargest() =>
        Lists.Equal([1, 0, 1], new HighestAverages { Divisors = DivisorSeries.HuntingtonHill }.Allocate(new PartyVotes(new CandidateList("A", "B", "C"), 5, 4, 9), 2).Seats);

    [Fact]
    public void Allocate_HuntingtonHillOfHugeVotes_IsExact()
    {
        // Second seats: (10^18)² / 2 against (10^18 + 1)² / 2.
        const long Huge = 1_000_000_000_000_000_000;
        var result = new HighestAverages { Divisors = DivisorSeries.HuntingtonHill }.Allocate(new PartyVotes(new CandidateList("A", "B"), Huge, Huge + 1), 3);
        Lists.Equal([1, 2], result.Seats);
        Assert.Equal(TallyStatus.Decided, result.Status);
    }

    [Fact]
    public void Allocate_GivenDivisors_AreUsedAndMustSuffice()
    {
        var rule = new HighestAverages { Divisors = DivisorSeries.Given, GivenDivisors = [1, 5] };
        Lists.Equal([2, 1], rule.Allocate(new PartyVotes(new CandidateList("A", "B"), 100, 10), 3).Seats);
        Assert.Throws<ArgumentException>(() => rule.Allocate(new PartyVotes(new CandidateList("A", "B"), 100, 10), 5));
        Assert.Throws<ArgumentException>(() => new HighestAverages { GivenDivisors = [2, 1] });
    }

    [Fact]
    public void Allocate_TieForTheLastSeat_IsOpenListedOrBroken()
    {
        var votes = new PartyVotes(new CandidateList("A", "B", "C"), 40, 20, 20);
        var open = new HighestAverages().Allocate(votes, 2);
        Assert.Equal(TallyStatus.OpenTie, open.Status);
        Lists.Equal([1, 0, 0], open.Seats);
        Assert.Equal(new SeatTie(["A", "B", "C"], 1), open.OpenTie);
        Assert.Empty(open.Outcomes);
        Lists.Equal(["2 0 0", "1 1 0", "1 0 1"], new HighestAverages { Ties = TieChain.AllOutcomes }.Allocate(votes, 2).Outcomes.Select(outcome => string.Join(' ', outcome)));
        var limited = new HighestAverages { Ties = TieChain.Refuse.OrAllOutcomes(2) }.Allocate(votes, 2);
        Assert.Equal((2, false), (limited.Outcomes.Length, limited.IsComplete));
        var broken = new HighestAverages { Ties = TieChain.By(TieKey.Lowest("votes"), TieKey.PublishedOrder("C")) }.Allocate(votes, 2);
        Lists.Equal([1, 0, 1], broken.Seats);
        Lists.Equal(["C", "B", "A"], Assert.Single(broken.Ties).Order);
        Assert.Throws<ArgumentException>(() => new HighestAverages { Ties = TieChain.By(TieKey.Highest("points")) }.Allocate(votes, 2));
    }

    [Fact]
    public void Allocate_TieThatDecidesNothing_IsNoTie()
    {
        var result = new HighestAverages().Allocate(new PartyVotes(new CandidateList("A", "B"), 20, 20), 4);
        Lists.Equal([2, 2], result.Seats);
        Assert.Empty(result.Ties);
    }

    [Fact]
    public void Allocate_LargerHouse_TakesNoSeatAway()
    {
        foreach (var divisors in Enum.GetValues<DivisorSeries>().Where(divisors => divisors != DivisorSeries.Given))
        {
            var random = new SplitMix64((ulong)divisors);
            var votes = new PartyVotes(new CandidateList("A", "B", "C", "D"), Enumerable.Range(0, 4).Select(_ => (long)random.Between(1, 500)));
            var rule = new HighestAverages { Divisors = divisors, Ties = TieChain.ListedOrder };
            for (var seats = 0; seats < 40; seats++)
            {
                Assert.All(rule.Allocate(votes, seats).Seats.Zip(rule.Allocate(votes, seats + 1).Seats), pair => Assert.True(pair.First <= pair.Second));
            }
        }
    }

    [Fact]
    public void Allocate_RandomVotes_AreAllDivisionsOfTheDefinition()
    {
        for (var seed = 0UL; seed < 300; seed++)
        {
            var random = new SplitMix64(seed);
            var divisors = random.Pick([DivisorSeries.DHondt, DivisorSeries.SainteLague, DivisorSeries.Danish, DivisorSeries.Imperiali, DivisorSeries.HuntingtonHill, DivisorSeries.Adams]);
            var seats = random.Between(4, 8);
            long[] votes = [.. Enumerable.Range(0, 4).Select(_ => (long)random.Between(1, 8))];

            // Nobody's last seat has a smaller average than somebody's next one.
            var expected = SeatTables.All(4, seats).Where(table => Enumerable.Range(0, 4).All(one => table[one] == 0
                || Enumerable.Range(0, 4).All(other => AtLeast(votes[one], Square(table[one] - 1), votes[other], Square(table[other])))));
            var result = new HighestAverages { Divisors = divisors, Ties = TieChain.AllOutcomes }.Allocate(new PartyVotes(new CandidateList("A", "B", "C", "D"), votes), seats);
            Assert.Equal(SeatTables.Text(expected), SeatTables.Text(result.Outcomes.Select(outcome => outcome.AsEnumerable())));

            // Squares of divisors, so that roots are exact too.
            Rational Square(long held) => divisors switch
            {
                DivisorSeries.DHondt => (held + 1) * (held + 1),
                DivisorSeries.SainteLague => ((2 * held) + 1) * ((2 * held) + 1),
                DivisorSeries.Danish => ((3 * held) + 1) * ((3 * held) + 1),
                DivisorSeries.Imperiali => new Rational((held + 2) * (held + 2), 4),
                DivisorSeries.HuntingtonHill => held * (held + 1),
                _ => held * held,
            };
        }

        // v / d >= w / e without division, where a divisor of zero is the smallest of all.
        static bool AtLeast(long v, Rational d, long w, Rational e) => (Rational)(v * v) * e >= w * w * d;
    }
}
