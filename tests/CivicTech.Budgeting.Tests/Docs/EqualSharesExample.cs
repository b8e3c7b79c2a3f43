using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Testing;

namespace Examples;

public sealed class EqualSharesExample
{
    [Fact]
    public void EqualSharesPage_WorkedExample_Works()
    {
        using var Console = new StringWriter { NewLine = "\n" };

        // <equal-shares>
        var projects = new[] { new Project("park", 60), new Project("library", 50), new Project("well", 40), new Project("mural", 10) };
        var ballots = new ApprovalProfileBuilder(new CandidateList(projects.Select(project => project.Id)));
        ballots.Add([0, 1], weight: 2);   // park and library
        ballots.Add([0, 2], weight: 1);   // park and well
        ballots.Add([1, 2], weight: 1);
        ballots.Add([0], weight: 1);
        ballots.Add([2], weight: 1);
        ballots.Add([3], weight: 1);
        var election = new Election(100, projects, ballots.Build());

        var rule = new EqualShares
        {
            AddOne = new AddOne { Start = AddOneStart.Integral, StopWhenExhaustive = false, Increment = 1 },
        };
        var allocation = rule.Allocate(election, new AllocationRequest { Trace = true });
        Console.Write(allocation.ToText());
        foreach (var left in allocation.Trace[1].Purchase!.Leftovers)
            Console.WriteLine($"{left.Voters} voters have {left.Amount} left");

        var withComparison = EqualShares.Wieliczka2023.Allocate(election);
        Console.WriteLine($"Wieliczka 2023: {string.Join(", ", withComparison.Funded.Select(project => project.Id))}");
        Console.WriteLine(withComparison.Notes[^1]);
        // </equal-shares>

        Golden.Verify(Console.ToString());

        // The table of the page.
        Assert.Equal(["well", "mural"], Ids(new EqualShares(), election));
        Assert.Equal(["park", "mural"], Ids(EqualShares.PabulibChecker, election));
        Assert.Equal(["park", "mural"], Ids(EqualShares.Pabutools, election));
        Assert.Equal(["park", "mural"], Ids(EqualShares.BrowserTool, election));
    }

    [Fact]
    public void EqualSharesPage_ThreeVotersPayForBoth_WhereDoublesFallShort()
    {
        var ballots = new ApprovalProfileBuilder(new CandidateList("library", "mural"));
        ballots.Add([0, 1], weight: 3);
        var election = new Election(60, [new Project("library", 50), new Project("mural", 10)], ballots.Build());

        Assert.Equal(["library", "mural"], Ids(new EqualShares(), election));
        var left = 20 - (50 / 3.0);
        Assert.Equal("9.999999999999996", (left + left + left).ToString("R", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void EqualSharesPage_Groups_SpendWhatTheyAreGiven()
    {
        var projects = new[] { new Project("square", 30), new Project("quay", 30) };
        var candidates = new CandidateList("square", "quay");
        var builder = new ApprovalProfileBuilder(candidates);
        builder.Add([0], weight: 4);
        var inland = builder.Build();
        builder = new ApprovalProfileBuilder(candidates);
        builder.Add([1], weight: 2);
        var harbour = builder.Build();

        // <equal-shares-groups>
        var election = new Election(
            50,
            projects,
            new VoterGroup(inland) { Endowment = 5 },      // 4 voters
            new VoterGroup(harbour) { Endowment = 15 });   // 2 voters, who saved up
        var rule = new EqualShares { Endowments = Endowments.Given };
        // </equal-shares-groups>

        Assert.Equal(["quay"], Ids(rule, election));
        Assert.Equal(["square"], Ids(new EqualShares(), election));
    }

    private static IEnumerable<string> Ids(EqualShares rule, Election election) => rule.Allocate(election).Funded.Select(project => project.Id);
}
