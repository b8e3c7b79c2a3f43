using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Voting.Boxes;
using NodaTime;
using static CivicTech.Budgeting.Tests.Paper.PaperTown;

namespace CivicTech.Budgeting.Tests.Paper;

public sealed class BatchTests
{
    [Fact]
    public async Task Reconcile_EveryCardAccountedFor_IsRecorded()
    {
        var town = await new PaperTown().OpenAsync(declared: 5);
        _ = await town.TwiceAsync("1", "v1", "N1");
        _ = await town.TwiceAsync("2", "v2", "N1 N2 N3");
        _ = await town.VoidAsync("3");

        Assert.Equal("numbers-differ", Assert.Single((await town.ReconcileAsync()).Refusals).Code);
        Assert.Equal("missing-unexplained", Assert.Single((await town.ReconcileAsync(missing: 2)).Refusals).Code);
        Assert.True((await town.ReconcileAsync(missing: 2, reason: "lost")).IsAccepted);
        Assert.Empty((await town.ReconcileAsync(missing: 2, reason: "lost")).Events);

        var batch = await town.BatchAsync();
        Assert.Equal((BatchStatus.Reconciled, 5, 1, 1, 1, 2), (batch.Status, batch.Declared, batch.Valid, batch.Invalid, batch.Void, batch.Missing));
        Assert.Equal(("lost", "clara", null), (batch.MissingReason, batch.ReconciledBy, batch.Ticked));
        Assert.Equal((1, 0), (await town.HeadAsync()) is var head ? (head.Paper.Batches, head.Paper.Open) : default);
    }

    [Fact]
    public async Task Reconcile_CardsUnderWay_Waits()
    {
        var town = await new PaperTown().OpenAsync(declared: 1);
        _ = await town.EnterAsync(town.Card("1", "ann", "v1", "N1"));

        Assert.Equal("cards-pending", Assert.Single((await town.ReconcileAsync()).Refusals).Code);
    }

    [Fact]
    public async Task Reconciled_Batch_TakesNothingMoreUntilItIsCorrected()
    {
        var town = await new PaperTown().OpenAsync(declared: 1);
        _ = await town.TwiceAsync("1", "v1", "N1");
        _ = await town.ReconcileAsync();

        Assert.Equal(["batch-reconciled", "batch-full"], (await town.EnterAsync(town.Card("2", "ann", "v2", "N1"))).Refusals.Select(refusal => refusal.Code));
        Assert.Equal("batch-reconciled", Assert.Single((await town.VoidAsync("1")).Refusals).Code);
        Assert.True((await town.EnterAsync(town.Card("1", "ann", "v1", "N1"))).IsAccepted);

        await town.DoAsync(By("clara", new CorrectBatch { Batch = "b", Change = 1, Reason = "one stuck to another" }));

        Assert.Equal((BatchStatus.Open, 2, 1), (await town.BatchAsync()) is var batch ? (batch.Status, batch.Declared, (await town.HeadAsync()).Paper.Open) : default);
        Assert.Equal(CardStatus.Valid, (await town.TwiceAsync("2", "v2", "N1")).Status);
        Assert.True((await town.ReconcileAsync()).IsAccepted);
    }

    [Fact]
    public async Task B02_NegativeCorrection_NeverGoesBelowWhatIsEntered()
    {
        var town = await new PaperTown().OpenAsync(declared: 3);
        _ = await town.EnterAsync(town.Card("1", "ann", "v1", "N1"));

        foreach (var change in new[] { -3, -4, int.MinValue })
        {
            Assert.Equal("fewer-than-entered", Assert.Single((await town.AskAsync(By("clara", new CorrectBatch { Batch = "b", Change = change, Reason = "miscounted" }))).Refusals).Code);
        }

        await town.DoAsync(By("clara", new CorrectBatch { Batch = "b", Change = -2, Reason = "miscounted" }));
        Assert.Equal(1, (await town.BatchAsync()).Declared);
        Assert.Equal("batch-full", Assert.Single((await town.EnterAsync(town.Card("2", "ann", "v2", "N1"))).Refusals).Code);
    }

    [Fact]
    public async Task Open_TheSameBatchAgain_ChangesNothing()
    {
        var town = await new PaperTown().OpenAsync(declared: 3);
        await town.DoAsync(By("clara", new CorrectBatch { Batch = "b", Change = 1, Reason = "miscounted" }));

        await town.OpenAsync(declared: 3);

        Assert.Equal(4, (await town.BatchAsync()).Declared);
        Assert.Equal("batch-taken", Assert.Single((await town.AskAsync(By("clara", new OpenBatch { Batch = "b", Station = "school", Area = "north", Declared = 3 }))).Refusals).Code);
    }

    [Fact]
    public async Task Seal_WhileCardsMayBeEntered_Waits()
    {
        var town = await new PaperTown().OpenAsync(declared: 1);
        await town.GoToAsync(Closes);
        Assert.Equal((CycleStatus.Sealing, false), (await town.HeadAsync()) is var head ? (head.Status, head.IsSealAsked) : default);

        Assert.Equal(CardStatus.Valid, (await town.TwiceAsync("1", "v1", "N1", Closes - Duration.FromMinutes(1))).Status);
        Assert.True((await town.ReconcileAsync()).IsAccepted);
        await town.GoToAsync(EntryEnds - Duration.FromTicks(1));
        Assert.Equal(BoxStage.Open, await StageAsync(town));

        await town.GoToAsync(EntryEnds);
        await town.GoToAsync(EntryEnds);
        Assert.Equal(BoxStage.Separated, await StageAsync(town));
        Assert.Equal((CycleStatus.Closed, 1L), ((await town.HeadAsync()) is var closed ? (closed.Status, closed.Box!.Areas[0].Paper) : default));
        Assert.Empty(town.Notices);
    }

    [Fact]
    public async Task Seal_WithBatchesOpenAtTheEnd_TellsTheHostOnceAndWaitsForThem()
    {
        var town = await new PaperTown().OpenAsync(declared: 2);
        _ = await town.TwiceAsync("1", "v1", "N1");
        _ = await town.EnterAsync(town.Card("2", "ann", "v2", "N1"));
        for (var days = 0; days < 4; days++)
        {
            await town.GoToAsync(EntryEnds + Duration.FromDays(days));
        }

        Assert.Equal(NoticeKind.PaperOverdue, Assert.Single(town.Notices).Notice.Notice);
        Assert.Equal("not-any-more", Assert.Single((await town.EnterAsync(town.Card("2", "bob", "v2", "N1"))).Refusals).Code);
        Assert.Equal(["not-any-more", "cards-pending"], (await town.ReconcileAsync()).Refusals.Select(refusal => refusal.Code));
        Assert.Equal(BoxStage.Open, await StageAsync(town));

        var voided = await town.Paper.VoidAsync(Id, By("root", new VoidCard { Batch = "b", Number = "2", Reason = "nobody read it again" }, "administrator"), CancellationToken.None);
        Assert.True(voided.IsAccepted);
        Assert.True((await town.ReconcileAsync(role: "administrator")).IsAccepted);
        await town.GoToAsync(town.Now);
        await town.GoToAsync(town.Now);

        Assert.Equal(CycleStatus.Closed, (await town.HeadAsync()).Status);
        Assert.Single(town.Notices);
    }

    [Fact]
    public async Task Seal_WhenTheSchedulerLooksLate_IsTheSame()
    {
        var often = await new PaperTown().OpenAsync(declared: 0);
        var seldom = await new PaperTown().OpenAsync(declared: 0);
        _ = await often.ReconcileAsync();
        _ = await seldom.ReconcileAsync();

        await often.GoToAsync(Closes);
        foreach (var town in new[] { often, seldom })
        {
            await town.GoToAsync(EntryEnds + Duration.FromDays(1));
            await town.GoToAsync(town.Now);
        }

        Assert.Equal(await often.HeadAsync(), await seldom.HeadAsync());
        Assert.Equal(CycleStatus.Closed, (await seldom.HeadAsync()).Status);
    }

    [Fact]
    public async Task Enter_ByARoleThatMayNot_IsRefusedAlsoForAdministrators()
    {
        var town = await new PaperTown().OpenAsync();
        var card = town.Card("1", "ann", "v1", "N1");

        foreach (var role in new[] { "citizen", "administrator" })
        {
            var refused = await town.EnterAsync(new CardReading { Batch = "b", Number = "1", Clerk = "ann", Role = role, Voter = "v1", ReceivedAt = card.ReceivedAt, Lines = card.Lines });
            Assert.Equal("not-for-role", Assert.Single(refused.Refusals).Code);
        }
    }

    [Fact]
    public async Task Store_AfterAllOfIt_HasNothingOfWhatCardsSayOrWhoseTheyAre()
    {
        var town = await new PaperTown().OpenAsync(area: null);
        _ = await town.TwiceAsync("1", "v1", "N1 S1");
        _ = await town.EnterAsync(town.Card("2", "ann", "v2", "N2"));
        _ = await town.EnterAsync(town.Card("2", "bob", "v3", "N3"));
        _ = await town.TwiceAsync("3", "v4", "N1 N2 N3");
        _ = await town.VoidAsync("1");
        _ = await town.TickAsync("v5");

        var text = await town.AllTextAsync(["head", "batch/b", "card/b/1", "card/b/2", "card/b/3"]);

        Assert.Contains("\"card-decided\"", text, StringComparison.Ordinal);
        Assert.All(Projects, project => Assert.DoesNotContain(project.Id, text, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(0, 10), i =>
        {
            Assert.DoesNotContain($"v{i}", text, StringComparison.Ordinal);
            Assert.DoesNotContain(town.Keys.KeyOf(Id, $"v{i}").ToString(), text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Separated_Box_HasNothingOfEntries()
    {
        var town = await new PaperTown().OpenAsync(declared: 1);
        _ = await town.TwiceAsync("1", "v1", "N1");
        Assert.Equal(2, (await FileAsync(town)).Entries.Length);

        _ = await town.ReconcileAsync();
        await town.GoToAsync(Closes);
        await town.GoToAsync(EntryEnds);
        await town.GoToAsync(EntryEnds);

        Assert.Empty((await FileAsync(town)).Entries);
        Assert.Equal(1, (await town.HeadAsync()).Box!.Voters);
    }

    [Fact]
    public void Plan_WithPaperAtAnyTime_IsRefused()
    {
        var plan = PlanOf(PaperTown.Plain, null);
        var decision = new CycleProcess().Decide(new CycleProcess().Initial, By("root", new PlanCycle
        {
            Plan = plan with { Calendar = plan.Calendar with { Always = [new() { Activity = CivicTech.Budgeting.Calendars.Activity.EnterCards, Roles = ["clerk"] }] } },
        }, "administrator"), Opens);

        Assert.Equal("calendar.always", Assert.Single(decision.Refusals).Data["field"]);
    }

    private static async Task<BoxStage> StageAsync(PaperTown town) => (await town.Box.FindAsync(Id, [], CancellationToken.None)).State.Stage;

    private static async Task<CivicTech.Budgeting.Voting.Files.VoterFile> FileAsync(PaperTown town) => (await town.Box.FindAsync(Id, [town.Keys.KeyOfCard(Id, "b/1")], CancellationToken.None)).Files[0]!;
}
