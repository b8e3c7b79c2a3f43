using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Abstractions.Tests.Ballots;

/// <summary>What profiles sum up, against a model that looks at every voter.</summary>
public sealed class ProfileFiguresTests
{
    private const int Width = 6;

    private static readonly CandidateList Candidates = ProfileReading.Candidates(Width);

    [Fact]
    public void SumScores_AnyBallots_IsTheExactSum() => ForEachStream<CardinalProfile>("cardinal", (profile, ballots) =>
    {
        var expected = Enumerable.Range(0, Width)
            .Select(candidate => new Rational(Entries(ballots, candidate).Sum(entry => entry.Value * entry.Weight), 10));

        Assert.Equal(expected, profile.SumScores());
    });

    [Fact]
    public void SumScores_BeyondLong_IsExact()
    {
        var builder = new CardinalProfileBuilder(Candidates);
        builder.Add([0, 1], [long.MaxValue, long.MinValue], long.MaxValue - 1);
        builder.Add([0, 1], [long.MaxValue, long.MinValue + 1], 1);

        var sums = builder.Build().SumScores();

        Assert.Equal(Rational.Parse("85070591730234615847396907784232501249"), sums[0]);
        Assert.Equal(Rational.Parse("-85070591730234615856620279821087277055"), sums[1]);
    }

    [Fact]
    public void SumPoints_AnyRankings_CountsTheBestRankOfEachCandidate() => ForEachStream<OrdinalProfile>("ordinal", (profile, ballots) =>
    {
        Rational[] expected = new Rational[Width];
        foreach (var ballot in ballots)
        {
            var ranked = ballot.Candidates.Distinct().ToArray();
            foreach (var candidate in ranked)
            {
                var best = ballot.Entries.Where(entry => entry.Candidate == candidate).Min(entry => entry.Value);
                expected[candidate] += ballot.Weight * Points(best, ranked.Length);
            }
        }

        Assert.Equal(expected, profile.SumPoints(Points));
    });

    [Fact]
    public void SumPoints_NoFunction_IsRefused() =>
        Assert.Throws<ArgumentNullException>(() => new OrdinalProfileBuilder(Candidates).Build().SumPoints(null!));

    [Fact]
    public void CountGrades_AnyBallots_CountsEachGrade() => ForEachStream<GradedProfile>("graded", (profile, ballots) =>
    {
        var counts = profile.CountGrades();

        Assert.Equal((Width, 3), (counts.GetLength(0), counts.GetLength(1)));
        for (var candidate = 0; candidate < Width; candidate++)
        {
            for (var grade = 0; grade < 3; grade++)
            {
                Assert.Equal(Entries(ballots, candidate).Where(entry => entry.Value == grade).Sum(entry => entry.Weight), counts[candidate, grade]);
            }
        }
    });

    [Fact]
    public void CountSides_AnyBallots_CountsForAndAgainst() => ForEachStream<SignedProfile>("signed", (profile, ballots) =>
    {
        var expected = Enumerable.Range(0, Width).Select(candidate => (
            Entries(ballots, candidate).Where(entry => entry.Value > 0).Sum(entry => entry.Weight),
            Entries(ballots, candidate).Where(entry => entry.Value < 0).Sum(entry => entry.Weight)));

        Assert.Equal(expected, profile.CountSides());
    });

    [Theory]
    [InlineData("1")]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("1/2")]
    [InlineData("1/3")]
    [InlineData("0.51")]
    [InlineData("1000000000000000000000000000000")]
    [InlineData("-1000000000000000000000000000000")]
    public void ToApprovals_OfScores_TakesThoseOfAtLeastTheMinimum(string minimum) => ForEachStream<CardinalProfile>("cardinal", (profile, ballots) =>
    {
        var least = Rational.Parse(minimum);

        var approvals = profile.ToApprovals(least);

        AssertApprovals(approvals, ballots, entry => new Rational(entry.Value, 10) >= least);
    });

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(long.MaxValue)]
    public void ToApprovals_OfRankings_TakesThoseUpToTheLastRank(long lastRank) => ForEachStream<OrdinalProfile>("ordinal", (profile, ballots) =>
        AssertApprovals(profile.ToApprovals(lastRank), ballots, entry => entry.Value <= lastRank));

    [Theory]
    [InlineData(0)]
    [InlineData(long.MinValue)]
    public void ToApprovals_NoSuchRank_IsRefused(long lastRank) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new OrdinalProfileBuilder(Candidates).Build().ToApprovals(lastRank));

    private static Rational Points(long rank, int ranked) => new(ranked, rank + 1);

    private static IEnumerable<(long Value, long Weight)> Entries(Ballot[] ballots, int candidate) =>
        ballots.SelectMany(ballot => ballot.Entries.Where(entry => entry.Candidate == candidate).Select(entry => (entry.Value, ballot.Weight)));

    private static void AssertApprovals(ApprovalProfile actual, Ballot[] ballots, Func<(int Candidate, long Value), bool> approves)
    {
        var expected = KindUnderTest.Of("approval").Build(
            Candidates,
            ballots.Select(ballot => new Ballot([.. ballot.Entries.Where(approves).Select(entry => entry.Candidate).Distinct()], [], ballot.Weight)));

        Assert.Equal(expected.Digest, actual.Digest);
        Assert.Equal(ballots.Sum(ballot => ballot.Weight), actual.Voters);
    }

    private static void ForEachStream<TProfile>(string name, Action<TProfile, Ballot[]> law)
        where TProfile : Profile
    {
        var kind = KindUnderTest.Of(name);
        for (var seed = 100UL; seed < 130; seed++)
        {
            var ballots = kind.Draw(new SeededRandom(seed), Width, seed == 100 ? 0 : 40);
            law((TProfile)kind.Build(Candidates, ballots), ballots);
        }
    }
}
