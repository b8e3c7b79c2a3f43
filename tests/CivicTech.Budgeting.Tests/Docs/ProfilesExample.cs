using CivicTech.Ballots;
using CivicTech.Testing;

namespace Examples;

public sealed class ProfilesExample
{
    [Fact]
    public void ProfilesPage_PartialTallies_MergeToTheSameDigest()
    {
        using var Console = new StringWriter { NewLine = "\n" };

        // <merge>
        var candidates = new CandidateList("park", "library", "well");

        // What each district's database answers to: SELECT ballot, COUNT(*) FROM votes GROUP BY ballot
        (string Ballot, long Voters)[] north = [("park,library", 1200), ("well", 310), ("", 17)];
        (string Ballot, long Voters)[] south = [("library,park", 800), ("park", 95)];

        ApprovalProfile whole = ApprovalProfile.Merge(Fold(north), Fold(south));
        ApprovalProfile other = ApprovalProfile.Merge(Fold(south), Fold(north));
        Console.WriteLine(whole);
        Console.WriteLine(whole.Digest == other.Digest);

        ApprovalProfile Fold(IEnumerable<(string Ballot, long Voters)> rows)
        {
            var builder = new ApprovalProfileBuilder(candidates);
            foreach (var (ballot, voters) in rows)
                builder.Add(candidates.IndexesOf(ballot.Split(',', StringSplitOptions.RemoveEmptyEntries)), voters);
            return builder.Build();
        }
        // </merge>

        Assert.Equal("Approval profile: 2422 voters, 4 distinct ballots, 3 candidates\nTrue\n", Console.ToString());
    }

    [Fact]
    public void ProfilesPage_Kinds_AreBuiltAlike()
    {
        var candidates = new CandidateList("park", "library", "well");

        // <kinds>
        var scores = new CardinalProfileBuilder(candidates, decimals: 1);
        scores.Add([0, 2], [35, 10]);                 // 3.5 points for the park, 1 for the well

        var rankings = new OrdinalProfileBuilder(candidates);
        rankings.Add(2, 0);                           // the well first, then the park
        rankings.Add([0, 1, 2], [1, 1, 3], weight: 4);   // park and library share rank 1, rank 2 is skipped

        var grades = new GradedProfileBuilder(candidates, "reject", "poor", "good", "excellent");
        grades.Add([0, 1], [3, 1], weight: 2);        // the park is excellent, the library poor

        var sides = new SignedProfileBuilder(candidates);
        sides.Add(favoured: [0], opposed: [2], weight: 5);

        ApprovalProfile approvals = scores.Build().ToApprovals(minimum: 2);
        // </kinds>

        Assert.Equal([1L, 0, 0], approvals.CountVoters());
        Assert.Equal([5L, 4, 5], rankings.Build().CountVoters());
        Assert.Equal(2, grades.Build().CountGrades()[0, 3]);
        Assert.Equal((5L, 0L), sides.Build().CountSides()[0]);
    }

    /// <summary>The digest that the Python program of docs/receipts.md prints for these ballots.</summary>
    [Fact]
    public void ReceiptsPage_ProfileDigest_IsWhatOtherToolsCompute()
    {
        var builder = new ApprovalProfileBuilder(new CandidateList("park", "library", "well"));
        builder.Add([0, 1], 2000);
        builder.Add([2], 310);
        builder.Add([], 17);
        builder.Add([0], 95);

        Golden.Verify(builder.Build().Digest.ToString());
    }
}
