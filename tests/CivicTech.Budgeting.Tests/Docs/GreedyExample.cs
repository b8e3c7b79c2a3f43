using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Testing;
using CivicTech.Ties;

namespace Examples;

public sealed class GreedyExample
{
    [Fact]
    public void GreedyPage_WorkedExample_Works()
    {
        using var Console = new StringWriter { NewLine = "\n" };

        // <greedy>
        var projects = new[] { new Project("park", 60), new Project("library", 50), new Project("well", 40), new Project("mural", 10) };
        var ballots = new ApprovalProfileBuilder(new CandidateList(projects.Select(project => project.Id)));
        ballots.Add([0, 1], weight: 2);   // park and library
        ballots.Add([0, 2], weight: 1);   // park and well
        ballots.Add([1, 2], weight: 1);
        ballots.Add([0], weight: 1);
        ballots.Add([2], weight: 1);
        ballots.Add([3], weight: 1);
        var election = new Election(100, projects, ballots.Build());

        var rule = new Greedy
        {
            MinimumScore = 2,
            Ties = TieChain.By(TieKey.Lowest("cost"), TieKey.ListedOrder),
        };
        Console.Write(rule.Allocate(election).ToText());
        // </greedy>

        Golden.Verify(Console.ToString());
    }

    [Fact]
    public void GreedyPage_Poznan_FundsTheFirstMisfitIfFourFifthsAreLeft()
    {
        var projects = new[] { new Project("bridge", 60), new Project("square", 50) };
        var ballots = new ApprovalProfileBuilder(new CandidateList("bridge", "square"));
        ballots.Add([0], weight: 3);
        ballots.Add([1], weight: 2);

        // <poznan>
        var rule = new Greedy
        {
            Limits = new FundingLimits { OnMisfit = Misfit.Stop, OvershootFrom = new Rational(4, 5) },
        };
        // </poznan>

        var allocation = rule.Allocate(new Election(100, projects, ballots.Build()));
        Assert.Equal((Rational)(-10), allocation.Unspent);
        Assert.Equal(new Fate.FundedBeyondBudget(2, 10), allocation["square"].Fate);
    }
}
