using System.Numerics;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

public sealed class MaximinSupportTests
{
    private static readonly AllocationRequest Traced = new() { Trace = true };

    // Once the library is funded, 90 must be shared by the five voters of the library and the well: 18 each.
    private static readonly Election City = Made.Approval(
        100, "park:60 library:50 well:40 mural:10", "2*park,library", "park,well", "library,well", "park", "well", "mural");

    [Fact]
    public void Allocate_City_SharesAllCostsAnewInEveryRound()
    {
        var allocation = new MaximinSupport().Allocate(City, Traced);
        Assert.Equal("mural well library", Made.Funded(allocation));
        Assert.Equal([10, new Rational(40, 3), 18], allocation.Trace.Select(round => round.HighestLoad!.Value));
        Assert.Empty(allocation.Ties);
        Made.ExpectFates(
            allocation,
            "park: did not fit in round 3: 10 was missing.",
            "library: funded in round 3.",
            "well: funded in round 2.",
            "mural: funded in round 1.");
    }

    [Fact]
    public void Allocate_Stop_EndsAtTheFirstMisfitWhoseTurnItIs()
    {
        var election = Made.Approval(10, "A:4 B:8 C:3 D:11 E:1", "4*A", "3*B", "2*D", "C");
        var allocation = new MaximinSupport { OnMisfit = Misfit.Stop }.Allocate(election, Traced);
        Made.ExpectFates(
            allocation,
            "A: funded in round 1.",
            "B: did not fit in round 2: 2 was missing.",
            "C: not reached: the rule stopped at B.",
            "D: did not fit in round 1: 1 was missing.",
            "E: supported by nobody.");
        Assert.Equal(["A", "B"], allocation.Trace.Select(round => round.Project.Id));
        Assert.Equal("A C", Made.Funded(new MaximinSupport(), election));
    }

    [Fact]
    public void Allocate_FreeProjects_AreFundedFirstInListedOrder()
    {
        var allocation = new MaximinSupport().Allocate(Made.Approval(1, "A:1 B:0 C:0 D:0", "A,C", "A,B"), Traced);
        Assert.Equal("B C A", Made.Funded(allocation));
        Assert.Equal([0, 0, new Rational(1, 2)], allocation.Trace.Select(round => round.HighestLoad!.Value));
        Assert.Equal(new Fate.NotSupported(), allocation["D"].Fate);
    }

    [Fact]
    public void Allocate_Withdrawn_IsNeverFundedAndBurdensNobody()
    {
        Project[] projects = [new("A", 1) { IsWithdrawn = true }, new("B", 1)];
        var allocation = new MaximinSupport().Allocate(Made.Approval(5, projects, "A,B"), Traced);
        Made.ExpectFates(allocation, "A: withdrawn.", "B: funded in round 1.");
        Assert.Equal(1, allocation.Trace[0].HighestLoad);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("5")]
    public void Allocate_NobodyVoted_FundsNothing(string budget)
    {
        var allocation = new MaximinSupport().Allocate(Made.Approval(Rational.Parse(budget), "A:1 B:0"));
        Made.ExpectFates(allocation, "A: supported by nobody.", "B: supported by nobody.");
    }

    [Fact]
    public void Allocate_NoProjects_IsDecided() => Assert.Equal(AllocationStatus.Decided, new MaximinSupport().Allocate(Made.Approval(5, "")).Status);

    [Fact]
    public void Allocate_AmountsBeyond64Bits_GivesWhatSmallOnesGive()
    {
        var factor = new Rational(BigInteger.Pow(10, 30), 7);
        var random = new SplitMix64(5);
        for (var n = 0; n < 60; n++)
        {
            var raw = RandomElections.Make(ProfileKind.Approval, n);
            var huge = raw with
            {
                Budget = raw.Budget * factor,
                Projects = [.. raw.Projects.Select(project => RawElection.Copy(project, project.Id, project.Cost * factor))],
            };
            var rule = new MaximinSupport { OnMisfit = random.Pick([Misfit.Skip, Misfit.Stop]) };
            var expected = rule.Allocate(raw.Build(), Traced);
            var actual = rule.Allocate(huge.Build(), Traced);
            Assert.Equal(Made.Funded(expected), Made.Funded(actual));
            Assert.Equal(expected.Trace.Select(round => round.HighestLoad * factor), actual.Trace.Select(round => round.HighestLoad));
        }
    }

    [Fact]
    public void Allocate_TieThatTheLoadBears_IsToldNotToMatter()
    {
        // B and C do not add to the load of anybody who pays for A.
        var tie = Assert.Single(new MaximinSupport().Allocate(Made.Approval(3, "A:1 B:1 C:1", "A", "B", "B", "C", "C")).Ties);
        Assert.Equal(["B", "C"], tie.Tied.AsEnumerable());
        Assert.False(tie.Matters);
        Assert.Equal(AllocationStatus.Decided, new MaximinSupport { Ties = TieChain.Refuse }.Allocate(Made.Approval(3, "A:1 B:1 C:1", "A", "2*B", "2*C")).Status);
    }

    [Fact]
    public void Allocate_TieWithoutSharedSupporters_MayMatterThroughAThird()
    {
        // With A and B, one voter carries B and the other A; C on top raises the load to 3/2, more than D. Money would be there for both.
        var election = Made.Approval(Rational.Parse("3.2"), "A:1 B:1 C:1 D:1.2", "A,B", "A,C", "D");
        var tied = new MaximinSupport { Ties = TieChain.AllOutcomes }.Allocate(election);
        Assert.Equal(["A B D", "A C D"], tied.Outcomes.Select(outcome => string.Join(' ', outcome.Funded.Select(project => project.Id))));
        Assert.Equal("A D", Made.Funded(tied));
        Assert.Equal(AllocationStatus.OpenTie, new MaximinSupport { Ties = TieChain.Refuse }.Allocate(election).Status);
        Assert.True(Assert.Single(new MaximinSupport().Allocate(election).Ties).Matters);
    }

    [Fact]
    public void Allocate_ManyEqualProjects_ListsEachSetOnce()
    {
        // 12 over 5 sets, each of which 120 orders lead to.
        var projects = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"p{i}:1"));
        var election = Made.Approval(5, projects, [.. Enumerable.Range(0, 12).Select(i => $"p{i}")]);
        var all = new MaximinSupport { Ties = TieChain.AllOutcomes }.Allocate(election);
        Assert.True(all.IsComplete);
        Assert.Equal(792, all.Outcomes.Length);
        var some = new MaximinSupport { Ties = TieChain.AllOutcomes.OrAllOutcomes(100) }.Allocate(election);
        Assert.False(some.IsComplete);
        Assert.Equal(100, some.Outcomes.Length);
    }

    [Fact]
    public void Allocate_BallotsThatAreNoApprovals_IsRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() => new MaximinSupport().Allocate(Made.Cardinal(1, "A:1", 0, "A=1")));
        Assert.Contains("Cardinal", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Allocate_InitialLoads_AreRefused()
    {
        var ballots = new ApprovalProfileBuilder(new CandidateList("A"));
        ballots.Add([0]);
        var election = new Election(1, [new Project("A", 1)], new VoterGroup(ballots.Build()) { InitialLoad = 1 });
        var exception = Assert.Throws<ArgumentException>(() => new MaximinSupport().Allocate(election));
        Assert.Contains("initial load", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Allocate_Groups_AreOneElectorate()
    {
        var first = new ApprovalProfileBuilder(new CandidateList("A", "B"));
        first.Add([0], weight: 2);
        first.Add([1]);
        var second = new ApprovalProfileBuilder(new CandidateList("A", "B"));
        second.Add([1], weight: 2);
        var election = new Election(1, Made.Projects("A:1 B:1"), new VoterGroup(first.Build()), new VoterGroup(second.Build()));
        Assert.Equal("B", Made.Funded(new MaximinSupport(), election));
    }

    [Fact]
    public void Allocate_TieKeyWithoutAFigure_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new MaximinSupport { Ties = TieChain.By(TieKey.Highest("points")) }.Allocate(City));

    [Fact]
    public void Allocate_Cancelled_Ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => new MaximinSupport().Allocate(City, new() { CancellationToken = source.Token }));
    }

    [Fact]
    public void DescribeOptions_Defaults_AreAllExplicit() =>
        Assert.Equal("""{"onMisfit":"skip","ties":["listed-order"]}""", new MaximinSupport().DescribeOptions().ToJsonString());
}
