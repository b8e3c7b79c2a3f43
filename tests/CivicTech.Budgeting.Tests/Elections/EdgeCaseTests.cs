using System.Diagnostics;
using System.Globalization;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

public sealed class EdgeCaseTests
{
    [Fact]
    public void Allocate_NoProjects_FundsNothing()
    {
        var allocation = new Greedy().Allocate(Made.Approval(10, "", "", ""));
        Assert.Empty(allocation.Projects);
        Assert.Equal(10, allocation.Unspent);
        Assert.Equal(AllocationStatus.Decided, allocation.Status);
        Assert.Equal(2, allocation.Election.Profile.Voters);
        Assert.NotEmpty(allocation.ToText());
        Assert.NotEmpty(allocation.ToJson());
    }

    [Fact]
    public void Allocate_NoVoters_FundsByTheTieChain() =>
        Assert.Equal("B C", Made.Funded(new Greedy { Ties = TieChain.By(TieKey.Lowest("cost"), TieKey.ListedOrder) }, Made.Approval(3, "A:2 B:1 C:1.5")));

    [Fact]
    public void Allocate_NoMoney_FundsWhatIsFree() =>
        Made.ExpectFates(
            new Greedy().Allocate(Made.Approval(0, "A:1 B:0", "2*A", "1*B")), "A: did not fit in round 1: 1 was missing.", "B: funded in round 2.");

    [Fact]
    public void Allocate_EverythingAboveTheBudget_FundsNothing() =>
        Assert.Equal("", Made.Funded(new Greedy(), Made.Approval(1, "A:2 B:3", "2*A", "1*B")));

    [Fact]
    public void Allocate_ProjectThatNobodyWants_IsFundedIfMoneyIsLeft() =>
        Assert.Equal("A B", Made.Funded(new Greedy(), Made.Approval(3, "A:2 B:1", "1*A")));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Allocate_TenThousandProjects_IsQuick(bool allTied)
    {
        var watch = Stopwatch.StartNew();
        const int Count = 10_000;
        var projects = Enumerable.Range(0, Count).Select(i => new Project($"project-{i}", (i % 97) + 1)).ToArray();
        var builder = new ApprovalProfileBuilder(new CandidateList(projects.Select(project => project.Id)));
        for (var i = 0; i < Count; i++)
        {
            builder.Add([i], allTied ? 1 : i + 1);
        }

        var election = new Election(200_000, projects, builder.Build());
        var allocation = new Greedy().Allocate(election, new AllocationRequest { Trace = true });
        Assert.NotEmpty(allocation.ToText());
        Assert.NotEmpty(allocation.Receipt.ToJson());
        Assert.InRange(allocation.Cost, 199_000, 200_000);
        // A second is usual on an idle machine; work that grows with the cube of the projects would take hours.
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"It took {watch.ElapsedMilliseconds} ms.");
    }

    [Fact]
    public void Allocate_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var request = new AllocationRequest { CancellationToken = source.Token };
        Assert.Throws<OperationCanceledException>(() => new Greedy().Allocate(Made.Approval(1, "A:1", "A"), request));
    }

    [Fact]
    public void Allocate_HostOfAnotherCulture_GivesTheSameTexts()
    {
        var election = Made.Cardinal(new Rational(12345, 10), "A:1000.25 B:2000 i:0.5 I:0.5", -1, "3*A=2,i=-1", "1*B=9");
        string Texts()
        {
            var allocation = new Greedy { Order = GreedyOrder.UtilityPerCost, Utility = Utility.Points, Ties = TieChain.Identifier }
                .Allocate(election, new AllocationRequest { Trace = true });
            return allocation + allocation.ToText() + allocation.ToJson() + allocation.Receipt.ToJson() + new Greedy().DescribeOptions().ToJsonString();
        }

        var expected = Texts();
        var before = CultureInfo.CurrentCulture;
        try
        {
            // No culture data is needed for this: what matters is that nothing asks the current culture.
            var strange = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            strange.NumberFormat.NegativeSign = "minus";
            strange.NumberFormat.NumberDecimalSeparator = ",";
            strange.NumberFormat.NumberGroupSeparator = "'";
            strange.NumberFormat.DigitSubstitution = DigitShapes.NativeNational;
            CultureInfo.CurrentCulture = strange;
            Assert.Equal(expected, Texts());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Constructor_CandidatesThatAreNotTheProjects_IsRefused()
    {
        var profile = new ApprovalProfileBuilder(new CandidateList("B", "A")).Build();
        Assert.Throws<ArgumentException>(() => new Election(1, Made.Projects("A:1 B:1"), profile));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Election(-1, Made.Projects("B:1 A:1"), profile));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Project("A", -1));
        Assert.Throws<ArgumentException>(() => new Project("", 1));
    }

    [Fact]
    public void Indexer_ById_FindsTheProject()
    {
        var election = Made.Approval(1, "A:1 B:2", "A");
        Assert.Equal(2, election["B"].Cost);
        Assert.Throws<ArgumentException>(() => election["C"]);
        Assert.Throws<ArgumentException>(() => new Greedy().Allocate(election)["C"]);
    }
}
