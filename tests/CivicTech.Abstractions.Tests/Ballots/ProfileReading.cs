using CivicTech.Ballots;

namespace CivicTech.Abstractions.Tests.Ballots;

/// <summary>Reads profiles back, and makes candidate lists.</summary>
internal static class ProfileReading
{
    public static CandidateList Candidates(int count) => new(Enumerable.Range(0, count).Select(i => $"c{i}"));

    /// <summary>The ballots of a profile in their order.</summary>
    public static IReadOnlyList<Ballot> BallotsOf(Profile profile) =>
    [
        .. Enumerable.Range(0, profile.DistinctBallots)
            .Select(ballot => new Ballot(profile.CandidatesOf(ballot).ToArray(), ValuesOf(profile, ballot), profile.WeightOf(ballot))),
    ];

    /// <summary>A naive fold: each distinct ballot once, in order of first arrival, with the weights of all its equals.</summary>
    public static IReadOnlyList<Ballot> Fold(IEnumerable<Ballot> ballots) =>
        [.. ballots.GroupBy(ballot => ballot.Key).Select(same => same.First() with { Weight = same.Sum(ballot => ballot.Weight) })];

    private static long[] ValuesOf(Profile profile, int ballot) => profile switch
    {
        CardinalProfile cardinal => cardinal.ScoresOf(ballot).ToArray(),
        OrdinalProfile ordinal => ordinal.RanksOf(ballot).ToArray(),
        GradedProfile graded => graded.GradesOf(ballot).ToArray(),
        SignedProfile signed => signed.SignsOf(ballot).ToArray(),
        _ => [],
    };
}
