using CivicTech.Ballots;

namespace CivicTech.Abstractions.Tests.Ballots;

/// <summary>A kind of profile seen alike by all laws: how it is built and merged, and what its ballots look like.</summary>
internal abstract class KindUnderTest(string name)
{
    private static readonly string[] Grades = ["poor", "fair", "good"];

    public static IReadOnlyList<KindUnderTest> All { get; } =
    [
        new KindUnderTest<ApprovalProfile>("approval", ApprovalProfile.Merge, list =>
        {
            var builder = new ApprovalProfileBuilder(list);
            return new(
                ballot => builder.Add(ballot.Candidates, ballot.Weight),
                builder.Add,
                () => builder.Voters,
                () => builder.DistinctBallots,
                builder.Build);
        }),
        new KindUnderTest<CardinalProfile>("cardinal", CardinalProfile.Merge, list =>
        {
            var builder = new CardinalProfileBuilder(list, 1);
            return new(
                ballot => builder.Add(ballot.Candidates, ballot.Values, ballot.Weight),
                builder.Add,
                () => builder.Voters,
                () => builder.DistinctBallots,
                builder.Build);
        }),
        new KindUnderTest<OrdinalProfile>("ordinal", OrdinalProfile.Merge, list =>
        {
            var builder = new OrdinalProfileBuilder(list);
            return new(
                ballot => builder.Add(ballot.Candidates, ballot.Values, ballot.Weight),
                builder.Add,
                () => builder.Voters,
                () => builder.DistinctBallots,
                builder.Build);
        }),
        new KindUnderTest<GradedProfile>("graded", GradedProfile.Merge, list =>
        {
            var builder = new GradedProfileBuilder(list, Grades);
            return new(
                ballot => builder.Add(ballot.Candidates, ballot.Values, ballot.Weight),
                builder.Add,
                () => builder.Voters,
                () => builder.DistinctBallots,
                builder.Build);
        }),
        new KindUnderTest<SignedProfile>("signed", SignedProfile.Merge, list =>
        {
            var builder = new SignedProfileBuilder(list);
            return new(
                ballot => builder.Add(Side(ballot, 1), Side(ballot, -1), ballot.Weight),
                builder.Add,
                () => builder.Voters,
                () => builder.DistinctBallots,
                builder.Build);
        }),
    ];

    public static TheoryData<string> Names => [.. All.Select(kind => kind.Name)];

    public string Name => name;

    public static KindUnderTest Of(string name) => All.Single(kind => kind.Name == name);

    public abstract BuilderUnderTest NewBuilder(CandidateList candidates);

    public abstract Profile Merge(params IReadOnlyList<Profile> parts);

    public Profile Build(CandidateList candidates, params IEnumerable<Ballot> ballots)
    {
        var builder = NewBuilder(candidates);
        foreach (var ballot in ballots)
        {
            builder.Add(ballot);
        }

        return builder.Build();
    }

    /// <summary>A ballot that gives each named candidate the n-th of the values that the kind knows.</summary>
    public Ballot Naming(int n, long weight, params int[] candidates) =>
        new(candidates, name == "approval" ? [] : [.. candidates.Select(_ => ValuesKnown[n])], weight);

    public Ballot Draw(SeededRandom random, int candidates)
    {
        var named = name == "ordinal" ? DrawRanked(random, candidates) : random.Subset(candidates);
        long[] values = name switch
        {
            "approval" => [],
            "ordinal" => [.. named.Select((_, i) => RankOf(named, i) + random.Below(2))],
            _ => [.. named.Select(_ => random.Pick(ValuesKnown))],
        };

        // Two draws may put a candidate twice at one rank.
        var entries = new Ballot(named, values).Entries.Distinct().ToArray();
        return new Ballot(
            [.. entries.Select(entry => entry.Candidate)],
            name == "approval" ? [] : [.. entries.Select(entry => entry.Value)],
            random.Between(1, 4));
    }

    public Ballot[] Draw(SeededRandom random, int candidates, int ballots) =>
        [.. Enumerable.Range(0, ballots).Select(_ => Draw(random, candidates))];

    private long[] ValuesKnown => name switch
    {
        "cardinal" => [10, -20, 30, 0, 10, 20, 5],
        "ordinal" => [1, 2, 4],
        "graded" => [0, 1, 2],
        _ => [1, -1],
    };

    private static int[] DrawRanked(SeededRandom random, int candidates)
    {
        var named = random.Subset(candidates);
        return random.Below(6) == 0 ? [.. named, .. named.Take(1)] : named;
    }

    private static long RankOf(int[] named, int place) => named[place] % 2 == 0 ? place + 1 : (place * 2) + 1;

    private static int[] Side(Ballot ballot, long sign) =>
        [.. ballot.Entries.Where(entry => entry.Value == sign).Select(entry => entry.Candidate)];
}
