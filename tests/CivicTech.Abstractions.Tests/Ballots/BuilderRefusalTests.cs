using CivicTech.Ballots;

namespace CivicTech.Abstractions.Tests.Ballots;

/// <summary>What every builder refuses, and that a refusal leaves no trace.</summary>
public sealed class BuilderRefusalTests
{
    private static readonly CandidateList Candidates = ProfileReading.Candidates(60);

    public static TheoryData<string> Kinds => KindUnderTest.Names;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Add_UnknownIndex_IsRefusedWithoutTrace(string name)
    {
        foreach (var index in new[] { -1, 60, int.MaxValue, int.MinValue })
        {
            Refuses<ArgumentOutOfRangeException>(name, kind => kind.Naming(0, 1, index));
            Refuses<ArgumentOutOfRangeException>(name, kind => kind.Naming(0, 1, 0, 1, index));
            Refuses<ArgumentOutOfRangeException>(name, kind => kind.Naming(0, 1, [.. Enumerable.Range(0, 55), index]));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Add_UnknownIndexWithoutCandidates_IsRefused(string name)
    {
        var kind = KindUnderTest.Of(name);

        Assert.Throws<ArgumentOutOfRangeException>(() => kind.Build(ProfileReading.Candidates(0), kind.Naming(0, 1, 0)));
        Assert.Equal(3, kind.Build(ProfileReading.Candidates(0), kind.Naming(0, 3)).Voters);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Add_CandidateRepeated_IsRefusedWithoutTrace(string name)
    {
        Refuses<ArgumentException>(name, kind => kind.Naming(0, 1, 7, 7));
        Refuses<ArgumentException>(name, kind => kind.Naming(0, 1, 7, 3, 9, 7));
        Refuses<ArgumentException>(name, kind => kind.Naming(0, 1, [.. Enumerable.Range(0, 60), 59]));
        Refuses<ArgumentException>(name, kind => kind.Naming(0, 1, [.. Enumerable.Repeat(2, 1000)]));
        if (name is not ("approval" or "ordinal"))
        {
            Refuses<ArgumentException>(name, kind => new Ballot([4, 4], [kind.Naming(0, 1, 4).Values[0], kind.Naming(1, 1, 4).Values[0]]));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Add_WeightNotPositive_IsRefusedWithoutTrace(string name)
    {
        foreach (var weight in new[] { 0, -1, long.MinValue })
        {
            Refuses<ArgumentOutOfRangeException>(name, kind => kind.Naming(0, weight, 1));
            Refuses<ArgumentOutOfRangeException>(name, kind => kind.Naming(0, weight));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Add_WeightsBeyondLong_AreRefusedWithoutTrace(string name)
    {
        Refuses<OverflowException>(name, kind => kind.Naming(0, long.MaxValue, 1));
        Refuses<OverflowException>(name, kind => kind.Naming(0, long.MaxValue, 59, 0));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Add_LargestWeight_IsKept(string name)
    {
        var kind = KindUnderTest.Of(name);

        var profile = kind.Build(Candidates, kind.Naming(0, long.MaxValue - 1, 3), kind.Naming(0, 1, 3));

        Assert.Equal(long.MaxValue, profile.Voters);
        Assert.Equal(long.MaxValue, profile.WeightOf(0));
        Assert.Equal(long.MaxValue, profile.CountVoters()[3]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AddProfile_WeightsBeyondLong_AreRefusedWithoutTrace(string name)
    {
        var kind = KindUnderTest.Of(name);
        var builder = kind.NewBuilder(Candidates);
        builder.Add(kind.Naming(0, long.MaxValue - 5, 0));
        var more = kind.Build(Candidates, kind.Naming(0, 3, 1), kind.Naming(0, 3, 2));

        Assert.Throws<OverflowException>(() => builder.Add(more));

        Assert.Equal((long.MaxValue - 5, 1), (builder.Voters, builder.DistinctBallots));
        Assert.Equal(kind.Build(Candidates, kind.Naming(0, long.MaxValue - 5, 0)).Digest, builder.Build().Digest);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AddProfile_OfOtherCandidates_IsRefused(string name)
    {
        var kind = KindUnderTest.Of(name);
        var (list, other) = (new CandidateList("a", "b"), new CandidateList("b", "a"));

        Assert.Throws<ArgumentException>(() => kind.NewBuilder(list).Add(kind.Build(other)));
        Assert.Throws<ArgumentException>(() => kind.Merge(kind.Build(list), kind.Build(other)));
        Assert.Throws<ArgumentNullException>(() => kind.NewBuilder(list).Add((Profile)null!));
        kind.NewBuilder(list).Add(kind.Build(new CandidateList("a", "b")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Merge_NothingOrNull_IsRefused(string name)
    {
        var kind = KindUnderTest.Of(name);

        Assert.Throws<ArgumentException>(() => kind.Merge());
        Assert.ThrowsAny<ArgumentException>(() => kind.Merge(null!, kind.Build(Candidates)));
        Assert.ThrowsAny<ArgumentException>(() => kind.Merge(kind.Build(Candidates), null!));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Builder_WithoutCandidates_IsRefused(string name) =>
        Assert.Throws<ArgumentNullException>(() => KindUnderTest.Of(name).NewBuilder(null!));

    private static void Refuses<TException>(string name, Func<KindUnderTest, Ballot> bad)
        where TException : Exception
    {
        var kind = KindUnderTest.Of(name);
        Ballot[] good = [kind.Naming(0, 2, 3, 1), kind.Naming(0, 1), kind.Naming(0, 1, [.. Enumerable.Range(2, 50)])];
        var builder = kind.NewBuilder(Candidates);
        builder.Add(good[0]);
        builder.Add(good[1]);

        Assert.Throws<TException>(() => builder.Add(bad(kind)));

        Assert.Equal((3, 2), (builder.Voters, builder.DistinctBallots));
        builder.Add(good[0]);
        builder.Add(good[2]);
        Assert.Equal(kind.Build(Candidates, [good[0], .. good]).Digest, builder.Build().Digest);
    }
}
