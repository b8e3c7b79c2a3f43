using CivicTech.Ballots;

namespace CivicTech.Abstractions.Tests.Ballots;

/// <summary>What holds for profiles of every kind: each law is written once.</summary>
public sealed class ProfileLawsTests
{
    public static TheoryData<string> Kinds => KindUnderTest.Names;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Fold_AnyBallots_KeepsEachOnceInOrderOfArrival(string name) => ForEachStream(name, (kind, candidates, ballots, _) =>
    {
        var expected = ProfileReading.Fold(Expected(kind, ballots));

        var profile = kind.Build(candidates, ballots);

        Assert.Equal(expected.Select(ballot => ballot.ToString()), ProfileReading.BallotsOf(profile).Select(ballot => ballot.ToString()));
        Assert.Equal(ballots.Sum(ballot => ballot.Weight), profile.Voters);
        Assert.Equal(expected.Count, profile.DistinctBallots);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Merge_AnyPartsInAnyOrderAndGrouping_GivesTheSameProfile(string name) => ForEachStream(name, (kind, candidates, ballots, random) =>
    {
        var whole = kind.Build(candidates, ballots);
        var parts = Enumerable.Range(0, 1 + random.Below(6)).Select(_ => new List<Ballot>()).ToArray();
        Array.ForEach(ballots, ballot => random.Pick(parts).Add(ballot));
        var pool = random.Shuffle(parts.Select(part => kind.Build(candidates, part))).ToList();

        while (pool.Count > 1)
        {
            var taken = pool.Take(2 + random.Below(pool.Count - 1)).ToArray();
            pool.RemoveRange(0, taken.Length);
            pool.Insert(random.Below(pool.Count + 1), kind.Merge(taken));
        }

        AssertSame(whole, pool[0]);
        AssertSame(whole, kind.Merge(whole));
        AssertSame(whole, kind.Merge(kind.Build(candidates), whole, kind.Build(candidates)));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Digest_BallotsInAnotherOrder_IsTheSame(string name) => ForEachStream(name, (kind, candidates, ballots, random) =>
    {
        var whole = kind.Build(candidates, ballots);

        AssertSame(whole, kind.Build(candidates, ballots.Reverse()));
        AssertSame(whole, kind.Build(candidates, random.Shuffle(ballots)));
        AssertSame(whole, kind.Build(candidates, random.Shuffle(ballots.Select(ballot => ballot.Shuffled(random)))));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Weight_OfSeveral_EqualsRepetition(string name) => ForEachStream(name, (kind, candidates, ballots, random) =>
    {
        var one = ballots.SelectMany(ballot => Enumerable.Repeat(ballot with { Weight = 1 }, (int)ballot.Weight));

        AssertSame(kind.Build(candidates, ballots), kind.Build(candidates, random.Shuffle(one)));
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Digest_AnyProfile_IsTheSha256OfTheDocumentedBytes(string name) => ForEachStream(name, (kind, candidates, ballots, _) =>
    {
        var (header, values) = kind.Name switch
        {
            "cardinal" => DocumentedDigest.FewestDecimals(ballots),
            "graded" => ("graded scale=poor\nfair\ngood", ballots),
            _ => (kind.Name, ballots),
        };

        Assert.Equal(DocumentedDigest.Of(header, candidates, values), kind.Build(candidates, ballots).Digest);
    });

    [Theory]
    [MemberData(nameof(Kinds))]
    public void CountVoters_AnyBallots_CountsEachBallotOncePerCandidate(string name) => ForEachStream(name, (kind, candidates, ballots, _) =>
    {
        var expected = new long[candidates.Count];
        foreach (var ballot in ballots)
        {
            foreach (var candidate in ballot.Candidates.Distinct())
            {
                expected[candidate] += ballot.Weight;
            }
        }

        Assert.Equal(expected, kind.Build(candidates, ballots).CountVoters());
    });

    private static void ForEachStream(string name, Action<KindUnderTest, CandidateList, Ballot[], SeededRandom> law)
    {
        var kind = KindUnderTest.Of(name);

        // Long ballots are sorted in other ways, and so are those of a long list that name few of it; beyond 255 entries they are ordered
        // in another way.
        foreach (var (candidates, ballots) in new[] { (0, 5), (1, 20), (2, 0), (3, 1), (3, 200), (5, 400), (70, 120), (130, 60), (400, 80), (20_000, 24) })
        {
            for (var seed = 1UL; seed <= 5; seed++)
            {
                var random = new SeededRandom(seed);
                law(kind, ProfileReading.Candidates(candidates), kind.Draw(random, candidates, ballots), random);
            }
        }
    }

    private static IEnumerable<Ballot> Expected(KindUnderTest kind, Ballot[] ballots) =>
        kind.Name == "cardinal" ? DocumentedDigest.FewestDecimals(ballots).Ballots : ballots;

    private static void AssertSame(Profile expected, Profile actual)
    {
        Assert.Equal(expected.Digest, actual.Digest);
        Assert.Equal(expected.Voters, actual.Voters);
        Assert.Equal(expected.DistinctBallots, actual.DistinctBallots);
    }
}
