using System.Collections.Frozen;
using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>Small elections in which everything happens often: ties, misfits, free projects, empty ballots, no voters at all.</summary>
internal static class RandomElections
{
    private static readonly string[] Categories = ["green", "roads", "school"];
    private static readonly string[] Districts = ["north", "south"];

    /// <summary>The n-th election of a kind; the same every time.</summary>
    public static RawElection Make(ProfileKind kind, int n, int maxProjects = 7)
    {
        var random = new SplitMix64(((ulong)n * 1_000_003) + (ulong)kind);
        var projects = Enumerable.Range(0, random.Between(0, maxProjects)).Select(number => MakeProject(random, number)).ToArray();
        var ballots = Enumerable.Range(0, random.Pick([0, 1, 2, 4, 9, 14])).Select(_ => MakeBallot(random, projects.Length)).ToArray();
        return new RawElection(kind, new Rational(random.Pick([0, 3, 7, 12, 20, 31, 64]), random.OneIn(5) ? 3 : 1), projects, ballots)
        {
            MaxBallotLength = random.OneIn(2) ? random.Between(1, 4) : null,
            DefaultScore = random.OneIn(4) ? new Rational(1, 2) : 0,
        };
    }

    private static Project MakeProject(SplitMix64 random, int number) => new($"p{number}", MakeCost(random))
    {
        Categories = [.. Categories.Where(_ => random.OneIn(2))],
        Attributes = random.OneIn(4)
            ? FrozenDictionary<string, string>.Empty
            : FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create("district", random.Pick(Districts))], StringComparer.Ordinal),
        IsWithdrawn = random.OneIn(9),
        DeclaredVotes = random.Below(5),
        DeclaredScore = random.Below(9),
    };

    private static Rational MakeCost(SplitMix64 random) => random.Below(8) switch
    {
        0 => 0,
        1 => new Rational(random.Between(1, 30), 4),
        2 => 1000,
        _ => random.Between(1, 10),
    };

    private static RawBallot MakeBallot(SplitMix64 random, int projects)
    {
        var all = Enumerable.Range(0, projects).ToList();
        random.Shuffle(all);
        int[] named = [.. all.Take(random.Below(projects + 1))];
        return new RawBallot(named, [.. named.Select(_ => (long)random.Between(-1, 5))], random.OneIn(3) ? random.Between(2, 5) : 1);
    }
}
