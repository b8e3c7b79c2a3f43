using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Ties;
using static CivicTech.Budgeting.Tests.Cycles.PlayedCycle;

namespace CivicTech.Budgeting.Tests.Cycles;

public sealed class BallotChangeTests
{
    private static readonly (string Id, string Area, decimal Euros)[] Two = [("bench", "north", 60), ("tree", "north", 30)];

    private static CyclePlan Revisable
    {
        get
        {
            var paris = CyclePresets.Paris(Basics);
            return paris with
            {
                Voting = paris.Voting with { Design = new ApprovalDesign { Minimum = 1, Maximum = 2 }, Submission = Submission.ReviseUntilClose },
                Proposals = paris.Proposals with { HighestPrice = Eur(70) },
                MidVote = MidVoteRule.Release,
            };
        }
    }

    [Fact]
    public async Task B11_ChangeBallot_OfAPrice_IsThePriceOfTheProposalAndItsAuthorsAreTold()
    {
        var cycle = await new PlayedCycle(Revisable).VotingAsync(Two);
        await cycle.DoAsync(new ChangeBallot { Change = new BallotChange { Costs = [new("tree", Eur(35))] }, Reason = "reasons/oak" });
        await cycle.Cycles.AdvanceDueAsync();

        var tree = (await cycle.Cycles.ProposalAsync(Id, "tree"))!;
        Assert.Equal((Eur(35), "reasons/oak", ProposalStatus.OnBallot), (tree.Price, tree.PriceExplanation, tree.Status));
        Assert.Equal("EUR 35.00", (await cycle.Cycles.DashboardAsync(Id, "tree")).Steps[^1].Detail);
        Assert.Contains(cycle.Notices, notice => notice.Notice is { Notice: NoticeKind.ProposalPriced, Subject: "tree", Detail: "EUR 35.00" });
        Assert.Equal(["price-out-of-range"], await cycle.RefusedAsync(new ChangeBallot { Change = new BallotChange { Costs = [new("tree", Eur(71))] }, Reason = "reasons/oak" }));
    }

    [Fact]
    public async Task ChangeBallot_WithAPriceThatStays_ReleasesNoLinesOfThatProject()
    {
        var cycle = await new PlayedCycle(Revisable).VotingAsync(Two);
        await cycle.DoAsync(new ChangeBallot { Change = new BallotChange { Costs = [new("bench", Eur(60)), new("tree", Eur(35))] }, Reason = "reasons/oak" });

        Assert.Equal([("bench", 0), ("tree", 2)], (await cycle.Cycles.BallotAsync(Id))!.Projects.Select(project => (project.Id, project.ReleasedIn)));
    }

    [Fact]
    public async Task Freeze_WithASeed_PutsTheSeedOnRecord()
    {
        var cycle = await new PlayedCycle(Revisable).ShortlistedAsync(Two);
        var freeze = new FreezeBallot { OrderSeed = "4 8 15", Commitment = LotSeed.Commit(Secret), PublicValue = "x" };

        Assert.Equal(["bad-reference"], await cycle.RefusedAsync(freeze with { OrderSeed = "" }));
        Assert.Equal("4 8 15", (await cycle.DoAsync(freeze)).Events.OfType<BallotFrozen>().Single().OrderSeed);
    }

    [Fact]
    public async Task RecordSeal_BeforeItWasAskedFor_IsRefusedAndASecondTimeChangesNothing()
    {
        var cycle = await new PlayedCycle(Revisable).VotingAsync(Two);
        await cycle.GoToAsync(cycle.Plan.Calendar.WindowsOf(Activity.Vote, null, "north").Single().End);
        var sealing = await cycle.StateAsync();
        await cycle.SealedAsync();
        var closed = await cycle.StateAsync();
        var record = new RecordSeal { Content = closed.Head.Box! };

        // Paper may still come in.
        Assert.Equal(CycleStatus.Sealing, sealing.Head.Status);
        Assert.Equal("wrong-status", Assert.Single(new CycleProcess().Decide(sealing, record, cycle.Plan.Calendar.WindowsOf(Activity.Vote, null, "north").Single().End).Refusals).Code);

        // As after a crash between the record and the end of the effect.
        var again = new CycleProcess().Decide(closed, record, cycle.Clock.GetCurrentInstant());
        Assert.True(again.IsAccepted);
        Assert.Empty(again.Events);
    }
}
