using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Testing;
using CivicTech.Ties;

namespace Examples;

public sealed class CommitteeExample
{
    [Fact]
    public void CommitteesPage_WorkedExample_Works()
    {
        using var Console = new StringWriter { NewLine = "\n" };

        // <committees>
        var ballots = new ApprovalProfileBuilder(new CandidateList("Ann", "Bob", "Cem", "Dora", "Eva"));
        ballots.Add([0, 1, 2], weight: 60);   // one party …
        ballots.Add([3, 4], weight: 40);      // … and another
        var profile = ballots.Build();

        var rule = new MaximinSupport { Ties = TieChain.AllOutcomes };
        var allocation = rule.AllocateCommittee(profile, seats: 3);
        foreach (var outcome in allocation.Outcomes)
        {
            Console.WriteLine(string.Join(", ", outcome.Funded.Select(member => member.Id)));
        }
        // </committees>

        Golden.Verify(Console.ToString());
    }
}
