using CivicTech.Ballots;

namespace CivicTech.Abstractions.Tests.Ballots;

/// <summary>Building and reading, alike for every kind.</summary>
public sealed class ProfileTests
{
    private static readonly CandidateList Candidates = ProfileReading.Candidates(60);

    public static TheoryData<string> Kinds => KindUnderTest.Names;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Build_EmptiesTheBuilderAndLeavesTheProfileAlone(string name)
    {
        var kind = KindUnderTest.Of(name);
        var builder = kind.NewBuilder(Candidates);
        var ballots = kind.Draw(new SeededRandom(7), 60, 400);
        Array.ForEach(ballots, builder.Add);
        var first = builder.Build();
        var texts = Texts(first);

        Assert.Equal((0, 0), (builder.Voters, builder.DistinctBallots));
        var empty = builder.Build();
        foreach (var ballot in kind.Draw(new SeededRandom(8), 60, 400).Concat(ballots))
        {
            builder.Add(ballot);
        }

        Assert.Equal(texts, Texts(first));
        Assert.Equal(kind.Build(Candidates, ballots).Digest, first.Digest);
        Assert.Equal(kind.Build(Candidates).Digest, empty.Digest);
        Assert.Equal(kind.Build(Candidates, kind.Draw(new SeededRandom(8), 60, 400).Concat(ballots)).Digest, builder.Build().Digest);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AddProfile_ToItsOwnBuilder_LeavesItAlone(string name)
    {
        var kind = KindUnderTest.Of(name);
        var builder = kind.NewBuilder(Candidates);
        builder.Add(kind.Naming(0, 2, 5, 3));
        var profile = builder.Build();

        builder.Add(profile);
        builder.Add(profile);

        Assert.Equal(2, profile.Voters);
        Assert.Equal(2, profile.WeightOf(0));
        Assert.Equal(4, builder.Build().WeightOf(0));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fold_EveryTriple_FindsEachAgain(string name)
    {
        // So many that some of them have the same 32 bits of hash in the table.
        const int Triples = 120 * 119 * 118 / 6;
        var kind = KindUnderTest.Of(name);
        var builder = kind.NewBuilder(ProfileReading.Candidates(120));
        AddEach(1);
        AddEach(2);

        var profile = builder.Build();
        Assert.Equal((3 * Triples, Triples), (profile.Voters, profile.DistinctBallots));
        Assert.Equal(0, Enumerable.Range(0, Triples).Count(ballot => profile.WeightOf(ballot) != 3));
        Assert.All(profile.CountVoters(), voters => Assert.Equal(3 * 119 * 118 / 2, voters));

        void AddEach(long weight)
        {
            for (var a = 0; a < 120; a++)
            {
                for (var b = 0; b < a; b++)
                {
                    for (var c = 0; c < b; c++)
                    {
                        builder.Add(kind.Naming(0, weight, b, a, c));
                    }
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fold_OneLongBallot_InAnyOrderOfCandidates_IsOne(string name)
    {
        var kind = KindUnderTest.Of(name);
        foreach (var length in new[] { 1, 2, 24, 25, 47, 48, 49, 60 })
        {
            var ballot = kind.Naming(0, 1, [.. Enumerable.Range(0, length)]);
            var random = new SeededRandom((ulong)length);

            var profile = kind.Build(Candidates, Enumerable.Range(0, 50).Select(_ => ballot.Shuffled(random)));

            Assert.Equal((50, 1), (profile.Voters, profile.DistinctBallots));
            Assert.Equal(Enumerable.Range(0, length), profile.CandidatesOf(0).ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fold_EmptyBallots_CountAsVoters(string name)
    {
        var kind = KindUnderTest.Of(name);

        var profile = kind.Build(Candidates, kind.Naming(0, 2), kind.Naming(0, 1, 3), kind.Naming(0, 3));

        Assert.Equal((6, 2), (profile.Voters, profile.DistinctBallots));
        Assert.Equal(5, profile.WeightOf(0));
        Assert.True(profile.CandidatesOf(0).IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Entries_OfAnyBallot_AscendAsDocumented(string name)
    {
        var kind = KindUnderTest.Of(name);

        foreach (var ballot in ProfileReading.BallotsOf(kind.Build(Candidates, kind.Draw(new SeededRandom(5), 60, 500))))
        {
            var entries = ballot.Entries;
            Assert.Equal(entries.OrderBy(entry => name == "ordinal" ? entry.Value : 0).ThenBy(entry => entry.Candidate), entries);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Reading_NoSuchBallot_IsRefused(string name)
    {
        var kind = KindUnderTest.Of(name);
        var profile = kind.Build(Candidates, kind.Naming(0, 1, 0));

        foreach (var ballot in new[] { 1, 2, -1, int.MaxValue, int.MinValue })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => profile.WeightOf(ballot));
            Assert.Throws<ArgumentOutOfRangeException>(() => profile.CandidatesOf(ballot).Length);
            Assert.Throws<ArgumentOutOfRangeException>(() => profile switch
            {
                CardinalProfile cardinal => cardinal.ScoresOf(ballot).Length,
                OrdinalProfile ordinal => ordinal.RanksOf(ballot).Length,
                GradedProfile graded => graded.GradesOf(ballot).Length,
                SignedProfile signed => signed.SignsOf(ballot).Length,
                _ => profile.CandidatesOf(ballot).Length,
            });
        }
    }

    [Fact]
    public void ToString_AnyProfile_SaysKindAndSize()
    {
        var builder = new ApprovalProfileBuilder(new CandidateList("a", "b"));
        builder.Add([0], 3);

        Assert.Equal("Approval profile: 3 voters, 1 distinct ballots, 2 candidates", builder.Build().ToString());
    }

    [Theory]
    [InlineData("approval", ProfileKind.Approval)]
    [InlineData("cardinal", ProfileKind.Cardinal)]
    [InlineData("ordinal", ProfileKind.Ordinal)]
    [InlineData("graded", ProfileKind.Graded)]
    [InlineData("signed", ProfileKind.Signed)]
    public void Kind_OfAProfile_IsItsOwn(string name, ProfileKind kind)
    {
        var profile = KindUnderTest.Of(name).Build(Candidates);

        Assert.Equal(kind, profile.Kind);
        Assert.Same(Candidates, profile.Candidates);
    }

    private static string[] Texts(Profile profile) => [.. ProfileReading.BallotsOf(profile).Select(ballot => ballot.ToString())];
}
