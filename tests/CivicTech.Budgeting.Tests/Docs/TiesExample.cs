using System.Security.Cryptography;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Receipts;
using CivicTech.Testing;
using CivicTech.Ties;

namespace Examples;

public sealed class TiesExample
{
    private static readonly Election Tied = MakeTied();

    [Fact]
    public void TiesPage_CommitAndReveal_DecidesATie()
    {
        var election = Tied;
        using var Console = new StringWriter { NewLine = "\n" };

        // <lot>
        // Before voting ends: publish the commitment, and name the public value, such as the numbers of a lottery draw on a later day.
        string secret = "gather 41 lanterns by the gate";
        Digest commitment = LotSeed.Commit(secret);

        // Afterwards: show the secret. Anyone can check it against the commitment, and both make the seed.
        string seed = LotSeed.Reveal(secret, commitment, publicValue: "3, 8, 19, 27, 33, 46");
        var rule = new Greedy { Ties = TieChain.By(TieKey.Highest("votes"), TieKey.Lowest("cost"), TieKey.Lot(seed)) };

        Allocation allocation = rule.Allocate(election);
        foreach (var tie in allocation.Ties)
            Console.WriteLine(tie);
        // </lot>

        Golden.Verify($"{commitment}\n{seed}\n{Console}");
    }

    [Fact]
    public void TiesPage_AllOutcomes_ListsBoth()
    {
        var election = Tied;
        using var Console = new StringWriter { NewLine = "\n" };

        // <all-outcomes>
        Allocation allocation = new Greedy { Ties = TieChain.AllOutcomes }.Allocate(election);
        Console.WriteLine($"{allocation.Status}, complete: {allocation.IsComplete}");
        foreach (var outcome in allocation.Outcomes)
            Console.WriteLine(string.Join(", ", outcome.Funded.Select(project => project.Id)));
        // </all-outcomes>

        Assert.Equal("SeveralOutcomes, complete: True\npark, well\npark, mural\n", Console.ToString());
        Assert.Equal(AllocationStatus.OpenTie, new Greedy { Ties = TieChain.Refuse }.Allocate(election).Status);
    }

    [Fact]
    public void TiesPage_LotNumbers_AreSha256OfSeedZeroAndIdentifier()
    {
        static string Number(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("1956-03-21\0" + id)));

        var order = new Greedy { Ties = TieChain.By(TieKey.Lot("1956-03-21")) }.Allocate(Tied).Ties.Single().Order;

        Assert.Equal(new[] { "well", "mural" }.OrderBy(Number, StringComparer.Ordinal), order);
    }

    // The park first; the well and the mural cost the same, have the same votes, and do not both fit.
    private static Election MakeTied()
    {
        var projects = new[] { new Project("park", 60), new Project("well", 30), new Project("mural", 30) };
        var ballots = new ApprovalProfileBuilder(new CandidateList("park", "well", "mural"));
        ballots.Add([0], weight: 5);
        ballots.Add([0, 1], weight: 3);
        ballots.Add([2], weight: 3);
        return new Election(100, projects, ballots.Build());
    }
}
