using CivicTech.Ballots;

namespace CivicTech.Abstractions.Tests.Ballots;

/// <summary>A ballot that was seen before costs no memory: millions of voters fold into their distinct ballots.</summary>
public sealed class AllocationFreeTests
{
    private const int Distinct = 100;

    private static readonly CandidateList Candidates = ProfileReading.Candidates(300);
    private static readonly int[][] Named = [.. Enumerable.Range(0, Distinct).Select(i => Enumerable.Range(i, 1 + (i % 40)).Reverse().ToArray())];
    private static readonly int[][] Long = [.. Enumerable.Range(0, Distinct).Select(i => Enumerable.Range(i, 150).Reverse().ToArray())];

    [Fact]
    public void Add_RepeatedApprovals_AllocatesNothing()
    {
        var builder = new ApprovalProfileBuilder(Candidates);

        AllocatesNothing(Named, ballot => builder.Add(ballot));
        AllocatesNothing(Long, ballot => builder.Add(ballot));

        Assert.Equal(2 * Distinct, builder.DistinctBallots);
    }

    [Fact]
    public void Add_RepeatedScores_AllocatesNothing()
    {
        var builder = new CardinalProfileBuilder(Candidates);
        var scores = Enumerable.Range(1, 300).Select(i => (long)(i % 7)).ToArray();

        AllocatesNothing(Named, ballot => builder.Add(ballot, scores.AsSpan(0, ballot.Length)));
        AllocatesNothing(Long, ballot => builder.Add(ballot, scores.AsSpan(0, ballot.Length)));

        Assert.Equal(2 * Distinct, builder.DistinctBallots);
    }

    [Fact]
    public void Add_RepeatedRankings_AllocatesNothing()
    {
        var builder = new OrdinalProfileBuilder(Candidates);
        var ranks = Enumerable.Range(1, 300).Select(i => (long)(i / 2) + 5).ToArray();

        AllocatesNothing(Named, ballot => builder.Add(ballot));
        AllocatesNothing(Named, ballot => builder.Add(ballot, ranks.AsSpan(0, ballot.Length), 2));
        AllocatesNothing(Long, ballot => builder.Add(ballot));

        Assert.Equal(3 * Distinct, builder.DistinctBallots);
    }

    [Fact]
    public void Add_RepeatedGrades_AllocatesNothing()
    {
        var builder = new GradedProfileBuilder(Candidates, "no", "yes");
        var grades = Enumerable.Range(1, 300).Select(i => (long)(i % 2)).ToArray();

        AllocatesNothing(Named, ballot => builder.Add(ballot, grades.AsSpan(0, ballot.Length), 1));

        Assert.Equal(Distinct, builder.DistinctBallots);
    }

    private static void AllocatesNothing(int[][] ballots, Action<int[]> add)
    {
        Run(200);

        Assert.Equal(0, Measured.LeastAllocated(() => Run(10_000)));

        void Run(int times)
        {
            for (var i = 0; i < times; i++)
            {
                add(ballots[i % ballots.Length]);
            }
        }
    }
}
