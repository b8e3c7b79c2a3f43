using CivicTech.Ballots;

namespace CivicTech.Abstractions.Tests.Ballots;

/// <summary>What a single kind refuses or keeps.</summary>
public sealed class BuilderTests
{
    private static readonly CandidateList Candidates = ProfileReading.Candidates(4);

    [Fact]
    public void TryAdd_CandidateTwice_AddsNothingAndIsFalse()
    {
        var builder = new ApprovalProfileBuilder(Candidates);

        Assert.False(builder.TryAdd([1, 2, 1], 5));
        Assert.Equal((0, 0), (builder.Voters, builder.DistinctBallots));
        Assert.True(builder.TryAdd([1, 2], 5));
        Assert.Equal((5, 1), (builder.Voters, builder.DistinctBallots));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.TryAdd([4], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.TryAdd([1], 0));
    }

    [Fact]
    public void Add_WithoutWeight_CountsOneVoter()
    {
        var approvals = new ApprovalProfileBuilder(Candidates);
        var scores = new CardinalProfileBuilder(Candidates);
        var rankings = new OrdinalProfileBuilder(Candidates);

        approvals.Add(2, 1);
        approvals.Add(1, 2);
        approvals.Add();
        scores.Add([2, 1], [5, 7]);
        rankings.Add(2, 1);
        rankings.Add(1, 2);
        rankings.Add();

        Assert.Equal(["2 x [1:0 2:0]", "1 x []"], Texts(approvals.Build()));
        Assert.Equal(["1 x [1:7 2:5]"], Texts(scores.Build()));
        Assert.Equal(["1 x [1:2 2:1]", "1 x [1:1 2:2]", "1 x []"], Texts(rankings.Build()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(100)]
    public void Add_AsManyValuesAsCandidates_IsDemanded(int values)
    {
        int[] two = [0, 1];
        var wrong = Enumerable.Repeat(1L, values).ToArray();

        Assert.Throws<ArgumentException>(() => new CardinalProfileBuilder(Candidates).Add(two, wrong));
        Assert.Throws<ArgumentException>(() => new CardinalProfileBuilder(Candidates).Add(two, wrong, 1));
        Assert.Throws<ArgumentException>(() => new OrdinalProfileBuilder(Candidates).Add(two, wrong, 1));
        Assert.Throws<ArgumentException>(() => new GradedProfileBuilder(Candidates, "no", "yes").Add(two, wrong, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void Add_RankBelowOne_IsRefused(long rank)
    {
        var builder = new OrdinalProfileBuilder(Candidates);

        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add([0, 1], [1, rank], 1));
        Assert.Equal(0, builder.Voters);
    }

    [Fact]
    public void Add_AnyOtherRanks_AreKept()
    {
        var builder = new OrdinalProfileBuilder(Candidates);

        builder.Add([3, 0, 1, 0], [7, 2, 2, long.MaxValue], 1);
        builder.Add([2, 2], 1);
        var profile = builder.Build();

        Assert.Equal([0, 1, 3, 0], profile.CandidatesOf(0).ToArray());
        Assert.Equal([2, 2, 7, long.MaxValue], profile.RanksOf(0).ToArray());
        Assert.Equal([2, 2], profile.CandidatesOf(1).ToArray());
        Assert.Equal([1, 2], profile.RanksOf(1).ToArray());
        Assert.Equal([1, 1, 1, 1], profile.CountVoters());
    }

    [Fact]
    public void Add_RanksThatDifferOnlyByAGap_AreTwoBallots()
    {
        var builder = new OrdinalProfileBuilder(Candidates);

        builder.Add(0, 1);
        builder.Add([0, 1], [1, 3], 1);
        builder.Add([0, 1], [1, 1], 1);
        builder.Add([1, 0], [2, 1], 1);

        Assert.Equal((4, 3), (builder.Voters, builder.DistinctBallots));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(1L << 32)]
    public void Add_GradeOutsideTheScale_IsRefused(long grade)
    {
        var builder = new GradedProfileBuilder(Candidates, "no", "yes");

        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add([0, 1], [1, grade], 1));
        Assert.Equal(0, builder.Voters);
    }

    public static TheoryData<string[]> WrongScales => [[], [""], [" "], ["no", "no"], ["no", "a\nb"], ["no", null!]];

    [Theory]
    [MemberData(nameof(WrongScales))]
    public void Scale_EmptyOrUnclear_IsRefused(string[] scale) =>
        Assert.Throws<ArgumentException>(() => new GradedProfileBuilder(Candidates, scale));

    [Fact]
    public void Scale_HalfASurrogatePair_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new GradedProfileBuilder(Candidates, "no", "a\uD800"));

    [Fact]
    public void Scale_Other_DoesNotMerge()
    {
        var one = new GradedProfileBuilder(Candidates, "no", "yes").Build();
        var other = new GradedProfileBuilder(Candidates, "yes", "no").Build();

        Assert.Throws<ArgumentException>(() => GradedProfile.Merge(one, other));
        Assert.Throws<ArgumentNullException>(() => new GradedProfileBuilder(Candidates, null!));
        Assert.Equal(["no", "yes"], GradedProfile.Merge(one, one).Scale.ToArray());
    }

    [Fact]
    public void Add_CandidateOnBothSides_IsRefused()
    {
        var builder = new SignedProfileBuilder(Candidates);

        Assert.Throws<ArgumentException>(() => builder.Add([0, 1], [2, 0], 1));
        builder.Add([1], [0], 2);
        builder.Add([], [], 1);
        var profile = builder.Build();

        Assert.Equal([0, 1], profile.CandidatesOf(0).ToArray());
        Assert.Equal([-1, 1], profile.SignsOf(0).ToArray());
        Assert.Equal(3, profile.Voters);
    }

    [Fact]
    public void Add_ExtremeScores_AreKept()
    {
        var builder = new CardinalProfileBuilder(Candidates);

        builder.Add([2, 0, 1], [long.MaxValue, long.MinValue, 0]);
        var profile = builder.Build();

        Assert.Equal([0, 1, 2], profile.CandidatesOf(0).ToArray());
        Assert.Equal([long.MinValue, 0, long.MaxValue], profile.ScoresOf(0).ToArray());
    }

    private static IEnumerable<string> Texts(Profile profile) => ProfileReading.BallotsOf(profile).Select(ballot => ballot.ToString());
}
