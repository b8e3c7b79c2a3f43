using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>The elections of <see cref="SharesCase"/>.</summary>
internal static class SharesElections
{
    public static RawElection Make(ProfileKind kind, SplitMix64 random, int maxProjects)
    {
        var count = random.Between(3, maxProjects);
        var hasClones = count > 4 && random.OneIn(3);
        var costs = Enumerable.Range(0, random.Between(1, 4)).Select(_ => random.Between(5, 59)).ToArray();
        var isFractional = random.OneIn(4);
        var costOf = Enumerable.Range(0, count).Select(_ => new Rational(random.Pick(costs), isFractional ? random.Pick([1, 3, 7]) : 1)).ToArray();
        if (hasClones)
        {
            (costOf[2], costOf[3]) = (costOf[0], costOf[1]);
        }

        var pool = Enumerable.Range(0, random.Between(2, 19)).Select(_ => Ballot(kind, random, count, hasClones)).ToArray();
        var voters = random.Between(50, 60);
        return new RawElection(
            kind,
            new Rational(random.Between(60, 199), isFractional ? random.Pick([1, 2, 3]) : 1),
            [.. costOf.Select((cost, i) => new Project($"p{i}", cost))],
            [.. Enumerable.Range(0, voters).Select(_ => random.OneIn(2) ? random.Pick(pool) : Ballot(kind, random, count, hasClones))]);
    }

    /// <summary>The voters in two or three groups, each with an endowment of its own: together at most the budget.</summary>
    public static VoterGroup[] InGroups(RawElection raw, SplitMix64 random, Rational times)
    {
        var groups = random.Between(2, 3);
        int[] groupOf = [.. raw.Ballots.Select(_ => random.Below(groups))];
        var each = raw.Budget * times / raw.Ballots.Count;
        return [.. Enumerable.Range(0, groups).Select(group =>
            new VoterGroup((raw with { Ballots = [.. raw.Ballots.Where((_, i) => groupOf[i] == group)] }).Build().Profile)
            {
                Endowment = each * random.Pick([new Rational(0), new(1, 2), new(2, 3), new(1)]),
            })];
    }

    private static RawBallot Ballot(ProfileKind kind, SplitMix64 random, int projects, bool hasClones)
    {
        var named = Enumerable.Range(0, projects).Where(_ => random.OneIn(3)).ToList();
        if (hasClones)
        {
            // 2 is a clone of 0, and 3 of 1.
            named.RemoveAll(project => project is 2 or 3);
            named.AddRange(named.Where(project => project < 2).Select(project => project + 2).ToList());
            named.Sort();
        }

        var scores = named.Select(project => project % 2 == 0 ? 1L : random.Between(1, 3)).ToArray();
        if (hasClones)
        {
            for (var i = 0; i < scores.Length; i++)
            {
                scores[i] = named[i] is 2 or 3 ? scores[named.IndexOf(named[i] - 2)] : scores[i];
            }
        }

        if (kind == ProfileKind.Ordinal)
        {
            random.Shuffle(named);
        }

        return new RawBallot([.. named], scores, 1);
    }
}
