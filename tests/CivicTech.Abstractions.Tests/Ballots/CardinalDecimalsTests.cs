using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Abstractions.Tests.Ballots;

public sealed class CardinalDecimalsTests
{
    private static readonly CandidateList Candidates = ProfileReading.Candidates(3);

    [Fact]
    public void Build_ScoresWithFewerDecimals_HasTheFewest()
    {
        Assert.Equal((1, "15,-20"), Read(Builder(3, (0, 1500), (1, -2000)).Build()));
        Assert.Equal((0, "1,2"), Read(Builder(18, (0, 1_000_000_000_000_000_000), (1, 2_000_000_000_000_000_000)).Build()));
        Assert.Equal((18, "1,0"), Read(Builder(18, (0, 1), (1, 0)).Build()));
        Assert.Equal((0, "0,0"), Read(Builder(18, (0, 0), (1, 0)).Build()));
        Assert.Equal((0, "1000,20"), Read(Builder(0, (0, 1000), (1, 20)).Build()));
        Assert.Equal((0, "922337203685477580,-922337203685477580"), Read(Builder(1, (0, long.MaxValue - 7), (1, long.MinValue + 8)).Build()));
        Assert.Equal(0, new CardinalProfileBuilder(Candidates, 18).Build().Decimals);
    }

    [Fact]
    public void Digest_SameScoresInOtherDecimals_IsTheSame()
    {
        var wholes = Builder(0, (0, 5), (1, 0)).Build();

        foreach (var decimals in Enumerable.Range(1, 18))
        {
            var unit = (long)Math.Pow(10, decimals);
            Assert.Equal(wholes.Digest, Builder(decimals, (0, 5 * unit), (1, 0)).Build().Digest);
        }
    }

    [Fact]
    public void UseDecimals_More_RescalesWhatWasAdded()
    {
        var builder = Builder(0, (0, 7), (1, -3));
        builder.Add([2], [4], 5);

        builder.UseDecimals(2);
        builder.Add([0, 1], [700, -300]);
        builder.Add([0, 1], [701, -300]);
        builder.UseDecimals(2);
        builder.UseDecimals(3);
        builder.Add([2], [4000], 2);
        builder.Add([2], [4]);
        var profile = builder.Build();

        Assert.Equal(3, profile.Decimals);
        Assert.Equal(
            ["2 x [0:7000 1:-3000]", "7 x [2:4000]", "1 x [0:7010 1:-3000]", "1 x [2:4]"],
            ProfileReading.BallotsOf(profile).Select(ballot => ballot.ToString()));
    }

    [Fact]
    public void UseDecimals_ThousandsOfBallots_StillFoldsEachAgain()
    {
        var list = ProfileReading.Candidates(70);
        var ballots = KindUnderTest.Of("cardinal").Draw(new SeededRandom(11), 70, 3000);
        var (whole, rescaled) = (new CardinalProfileBuilder(list), new CardinalProfileBuilder(list));
        foreach (var ballot in ballots)
        {
            whole.Add(ballot.Candidates, ballot.Values, ballot.Weight);
            rescaled.Add(ballot.Candidates, ballot.Values, ballot.Weight);
        }

        rescaled.UseDecimals(4);
        foreach (var ballot in ballots)
        {
            whole.Add(ballot.Candidates, ballot.Values, ballot.Weight);
            rescaled.Add(ballot.Candidates, [.. ballot.Values.Select(value => value * 10_000)], ballot.Weight);
        }

        Assert.Equal((whole.Voters, whole.DistinctBallots), (rescaled.Voters, rescaled.DistinctBallots));
        Assert.Equal(whole.Build().Digest, rescaled.Build().Digest);
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData((long.MaxValue / 10) + 1)]
    public void UseDecimals_ScoreWouldNotFit_ChangesNothing(long score)
    {
        var builder = Builder(0, (0, 5), (1, score));
        builder.Add([2], [1]);

        Assert.Throws<OverflowException>(() => builder.UseDecimals(1));

        Assert.Equal((0, 2, 2), (builder.Decimals, builder.Voters, builder.DistinctBallots));
        builder.Add([0, 1], [5, score]);
        Assert.Equal(["2 x [0:5 1:" + score + "]", "1 x [2:1]"], ProfileReading.BallotsOf(builder.Build()).Select(ballot => ballot.ToString()));
    }

    [Fact]
    public void UseDecimals_FewerOrTooMany_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new CardinalProfileBuilder(Candidates, 2).UseDecimals(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CardinalProfileBuilder(Candidates, 2).UseDecimals(19));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CardinalProfileBuilder(Candidates, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CardinalProfileBuilder(Candidates, 19));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CardinalProfileBuilder(Candidates, int.MaxValue));
    }

    [Fact]
    public void Merge_OtherDecimals_KeepsEachScoresValue()
    {
        var wholes = Builder(0, (0, 7), (1, -2)).Build();
        var hundredths = Builder(2, (0, 700), (1, -201)).Build();
        var same = Builder(2, (0, 700), (1, -200)).Build();

        var merged = CardinalProfile.Merge(wholes, hundredths, same);

        Assert.Equal(2, merged.Decimals);
        Assert.Equal(["2 x [0:700 1:-200]", "1 x [0:700 1:-201]"], ProfileReading.BallotsOf(merged).Select(ballot => ballot.ToString()));
        Assert.Equal(merged.Digest, CardinalProfile.Merge(same, hundredths, wholes).Digest);
        Assert.Equal([Rational.Parse("21"), Rational.Parse("-6.01"), Rational.Zero], merged.SumScores());
        Assert.Equal((0, "7,-2"), Read(wholes));
    }

    [Fact]
    public void AddProfile_ScoreWouldNotFit_ChangesNothing()
    {
        var builder = Builder(2, (0, 5), (1, 0));
        var (large, fine) = (Builder(0, (0, long.MaxValue), (1, 0)), Builder(3, (0, 1), (1, 1)));
        large.Add([2], [1]);
        var mixed = new CardinalProfileBuilder(Candidates);
        mixed.Add([2], [1]);
        mixed.Add([2], [long.MaxValue]);
        var largest = Builder(0, (0, long.MaxValue), (1, 0));

        Assert.Throws<OverflowException>(() => builder.Add(large.Build()));
        Assert.Throws<OverflowException>(() => builder.Add(mixed.Build()));
        Assert.Equal((2, 1, 1), (builder.Decimals, builder.Voters, builder.DistinctBallots));
        Assert.Throws<OverflowException>(() => largest.Add(fine.Build()));
        Assert.Equal((0, 1, 1), (largest.Decimals, largest.Voters, largest.DistinctBallots));
    }

    [Fact]
    public void AddProfile_MoreDecimalsButTooManyVoters_ChangesNothing()
    {
        var builder = new CardinalProfileBuilder(Candidates);
        builder.Add([0], [1], long.MaxValue);

        Assert.Throws<OverflowException>(() => builder.Add(Builder(3, (0, 1), (1, 1)).Build()));

        Assert.Equal((0, long.MaxValue, 1), (builder.Decimals, builder.Voters, builder.DistinctBallots));
    }

    private static CardinalProfileBuilder Builder(int decimals, (int Candidate, long Score) first, (int Candidate, long Score) second)
    {
        var builder = new CardinalProfileBuilder(Candidates, decimals);
        builder.Add([first.Candidate, second.Candidate], [first.Score, second.Score]);
        return builder;
    }

    private static (int Decimals, string Scores) Read(CardinalProfile profile) => (profile.Decimals, string.Join(',', profile.ScoresOf(0).ToArray()));
}
