using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Testing;

namespace Examples;

public sealed class MaximinSupportExample
{
    [Fact]
    public void MaximinSupportPage_WorkedExample_Works()
    {
        using var Console = new StringWriter { NewLine = "\n" };

        // <maximin-support>
        var projects = new[] { new Project("park", 60), new Project("library", 50), new Project("well", 40), new Project("mural", 10) };
        var ballots = new ApprovalProfileBuilder(new CandidateList(projects.Select(project => project.Id)));
        ballots.Add([0, 1], weight: 2);   // park and library
        ballots.Add([0, 2], weight: 1);   // park and well
        ballots.Add([1, 2], weight: 1);
        ballots.Add([0], weight: 1);
        ballots.Add([2], weight: 1);
        ballots.Add([3], weight: 1);
        var election = new Election(100, projects, ballots.Build());

        var allocation = new MaximinSupport().Allocate(election, new AllocationRequest { Trace = true });
        Console.Write(allocation.ToText());
        // </maximin-support>

        Golden.Verify(Console.ToString());
    }
}
