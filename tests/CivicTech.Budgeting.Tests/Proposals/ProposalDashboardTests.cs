using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Reading;
using CivicTech.Budgeting.Realisation;
using NodaTime;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Proposals;

public sealed class ProposalDashboardTests
{
    [Fact]
    public void ToText_LifeOfAProposal_IsAsAccepted()
    {
        var solo = new Solo().Submitted("p0").Submitted("p1").Supported("p1", "s1");
        solo.At(solo.Now + Duration.FromDays(1)).Do(new EditProposal { Proposal = "p1", Content = Content(theme: "nature"), By = "ann" });
        solo.Assessed("p1").At(solo.Now + Duration.FromDays(10)).Do(Officer(new DecideFeasibility { Proposal = "p1", IsFeasible = false, Reason = "reason/flood" }));
        solo.At(solo.Now + Duration.FromDays(3)).Do(new FileAppeal { Proposal = "p1", Grounds = "grounds/dyke", By = "ann" });
        solo.At(solo.Now + Duration.FromDays(9)).Do(Officer(new DecideAppeal { Proposal = "p1", IsUpheld = true, Reason = "reason/dyke" }));
        solo.Do(Officer(new SetPrice { Proposal = "p1", Price = Eur(40_000), Explanation = "price/1" }));
        solo.Do(Officer(new RewordProposal { Proposal = "p1", Text = "text/2", Meeting = "meeting/1", Participants = 23 }));
        solo.At(solo.Now + Duration.FromDays(20)).Frozen();

        Golden.Verify(ProposalDashboard.Of(solo.Journal, "p1").ToText());
        Assert.Equal(["submitted"], ProposalDashboard.Of(solo.Journal, "p0").Steps.Select(step => step.What));
        Assert.Empty(ProposalDashboard.Of(solo.Journal, "p9").Steps);
    }

    [Fact]
    public void Steps_AfterEachCommand_EndWhereTheProposalStands()
    {
        var solo = new Solo().Submitted("p1").Submitted("p2").Submitted("p3");
        solo.Do(Officer(new GroupProposals { Proposal = "g", Parts = ["p1", "p2"], Content = Content() }));
        solo.Do(Officer(new SplitProposal { Proposal = "p3", Parts = [new() { Proposal = "x", Content = Content() }, new() { Proposal = "y", Content = Content() }] }));
        solo.Assessed("g");
        solo.Do(new WithdrawProposal { Proposal = "x", By = "ann" });

        foreach (var (id, proposal) in solo.State.Proposals.All)
        {
            Assert.Equal(proposal.Status, ProposalDashboard.Of(solo.Journal, id).Steps[^1].Status);
        }

        Assert.Equal([("made", "p1, p2"), ("decided", null)], ProposalDashboard.Of(solo.Journal, "g").Steps.Select(step => (step.What, step.Detail)));
        Assert.Equal([("made", "p3"), ("withdrawn", null)], ProposalDashboard.Of(solo.Journal, "x").Steps.Select(step => (step.What, step.Detail)));
    }

    [Fact]
    public void Steps_OverrideBeforeThePublication_TellNothingOfTheResult()
    {
        var solo = new Solo().Feasible("p1").Frozen();
        WonProject[] won = [new() { Project = "p1", Area = solo["p1"].Content.Area, Cost = Eur(1000) }];
        (Instant, CycleEvent) overruled = (solo.Now, new OverrideConfirmed { Area = "a", Number = 1, By = "bob", At = solo.Now, Added = [.. won], Removed = [] });
        (Instant, CycleEvent) published = (solo.Now, new ResultPublished { At = solo.Now, Winners = [.. won] });

        var before = ProposalDashboard.Of([.. solo.Journal, overruled], "p1");
        var after = ProposalDashboard.Of([.. solo.Journal, overruled, published], "p1");

        Assert.DoesNotContain("won", before.Steps.Select(step => step.What));
        Assert.Equal([("won", null)], after.Steps.Select(step => (step.What, step.Detail)).Skip(before.Steps.Length));
    }

    [Fact]
    public void AsOf_BeforeACommonPublication_TellsNothingOfWhatIsKept()
    {
        var solo = new Solo(Rules with { PublishesTogether = "publication" }).Feasible("p1");
        solo.Do(Officer(new RewordProposal { Proposal = "p1", Text = "text/2", Meeting = "meeting/1", Participants = 2 }));
        var dashboard = ProposalDashboard.Of(solo.Journal, "p1");
        var publication = Calendar.Stages[0].Starts.ToInstant();

        Assert.Equal([("submitted", ProposalStatus.Submitted), ("reworded", ProposalStatus.Submitted)], dashboard.AsOf(publication - Duration.Epsilon).Steps.Select(step => (step.What, step.Status)));
        Assert.Equal(dashboard.Steps.ToArray(), dashboard.AsOf(publication).Steps.ToArray());
        Assert.Equal(["submitted", "decided", "decided", "priced", "reworded"], dashboard.Steps.Select(step => step.What));
    }
}
