using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Testing;

namespace Examples;

public sealed class PhragmenExample
{
    [Fact]
    public void PhragmenPage_WorkedExample_Works()
    {
        using var Console = new StringWriter { NewLine = "\n" };

        // <phragmen>
        var projects = new[] { new Project("park", 60), new Project("library", 50), new Project("well", 40), new Project("mural", 10) };
        var ballots = new ApprovalProfileBuilder(new CandidateList(projects.Select(project => project.Id)));
        ballots.Add([0, 1], weight: 2);   // park and library
        ballots.Add([0, 2], weight: 1);   // park and well
        ballots.Add([1, 2], weight: 1);
        ballots.Add([0], weight: 1);
        ballots.Add([2], weight: 1);
        ballots.Add([3], weight: 1);
        var election = new Election(100, projects, ballots.Build());

        var rule = new Phragmen { OnMisfit = Misfit.Skip };
        var allocation = rule.Allocate(election, new AllocationRequest { Trace = true });
        Console.Write(allocation.ToText());
        foreach (var payment in allocation.Trace[3].Purchase!.Payments)
            Console.WriteLine($"library: {payment.Voters} paid {payment.Amount} each");
        // </phragmen>

        Golden.Verify(Console.ToString());
        Assert.Equal(["mural", "well"], new Phragmen().Allocate(election).Funded.Select(project => project.Id));
    }

    [Fact]
    public void PhragmenPage_InitialLoads_GoOnFromLastYear()
    {
        var projects = new[] { new Project("square", 30), new Project("quay", 30) };
        var candidates = new CandidateList("square", "quay");
        var builder = new ApprovalProfileBuilder(candidates);
        builder.Add([0], weight: 3);
        var inland = builder.Build();
        builder = new ApprovalProfileBuilder(candidates);
        builder.Add([1], weight: 2);
        var harbour = builder.Build();

        // <phragmen-loads>
        var election = new Election(
            30,
            projects,
            new VoterGroup(inland) { InitialLoad = 8 },     // paid for a project last year that the others did not want
            new VoterGroup(harbour) { InitialLoad = -4 });  // has not got anything yet
        var rule = new Phragmen { InitialLoads = InitialLoads.Given };
        // </phragmen-loads>

        Assert.Equal(["quay"], rule.Allocate(election).Funded.Select(project => project.Id));
        Assert.Equal(["square"], new Phragmen().Allocate(election).Funded.Select(project => project.Id));
    }
}
