using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Tests.Cycles;
using CivicTech.Budgeting.Tests.Paper;
using CivicTech.Budgeting.Tests.Voting;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Budgeting.Tests.Hosting;

// A machine may stop between any two steps of sealing; another may begin while the first is still at it.
public sealed class SealCrashTests
{
    [Fact]
    public async Task Seal_StoreFailingOnceAnywhere_IsRecordedOnceAndNothingStaysDue()
    {
        var crashes = 0;
        for (var hasCrashed = true; hasCrashed; crashes++)
        {
            var store = new LossyStore(new InMemoryProcessStore());
            var town = await VotedAsync(store, new InMemoryBallotBox());
            store.CrashAt = crashes + 1;
            hasCrashed = await SealAsync(town);
            await AssertSealedOnceAsync(town);
        }

        Assert.InRange(crashes, 6, 100);
    }

    [Fact]
    public async Task Seal_BoxFailingOnceAnywhere_IsRecordedOnceAndNothingStaysDue()
    {
        var crashes = 0;
        for (var hasCrashed = true; hasCrashed; crashes++)
        {
            var box = new CrashingBox(new InMemoryBallotBox());
            var town = await VotedAsync(new InMemoryProcessStore(), box);
            box.CrashAt = crashes + 1;
            hasCrashed = await SealAsync(town);
            await AssertSealedOnceAsync(town);
        }

        Assert.InRange(crashes, 6, 100);
    }

    [Fact]
    public async Task Seal_ByTwoMachinesAtOnce_IsRecordedOnce()
    {
        var town = await VotedAsync(new InMemoryProcessStore(), new InMemoryBallotBox());
        town.Clock.Set(End(town));
        var second = town.NewRunner();

        var reports = await Task.WhenAll(town.Cycles.AdvanceDueAsync(), second.AdvanceDueAsync());

        Assert.All(reports, report => Assert.Empty(report.Failures));
        await AssertSealedOnceAsync(town);
    }

    [Theory]
    [InlineData(typeof(SettleEffect))]
    [InlineData(typeof(StartEffect))]
    public async Task Execute_CommandOfTheLibraryItself_IsNotTakenFromAHost(Type kind)
    {
        var town = await VotedAsync(new InMemoryProcessStore(), new InMemoryBallotBox());
        CycleCommand command = kind == typeof(SettleEffect) ? new SettleEffect { Effect = "seal-box" } : new StartEffect { Effect = "seal-box" };

        await Assert.ThrowsAsync<ArgumentException>(() => town.Cycles.ExecuteAsync(PlayedCycle.Id, command));
    }

    [Fact]
    public async Task Vote_WithWhatOnlyAnOfficerMay_IsNotTakenFromAVoter()
    {
        var town = await VotedAsync(new InMemoryProcessStore(), new InMemoryBallotBox());
        var command = new VoidVoter { By = "officer", Reason = "case 12" };

        await Assert.ThrowsAsync<ArgumentException>(() => town.Cycles.VoteAsync(PlayedCycle.Id, "amina", command));
        Assert.Empty((await town.Cycles.VoidVoterAsync(PlayedCycle.Id, "amina", command)).Refusals);
        Assert.Contains("voter-void", (await town.Cycles.VoteAsync(PlayedCycle.Id, "amina", new SubmitBasket())).Refusals.Select(refusal => refusal.Code));
    }

    private static async Task<PlayedCycle> VotedAsync(IProcessStore store, IBallotBox box)
    {
        var paris = CyclePresets.Paris(PlayedCycle.Basics);
        var town = new PlayedCycle(paris, store, box);
        await town.VotingAsync(("well", "north", 40), ("park", "north", 50));
        foreach (var voter in new[] { "amina", "jean" })
        {
            town.Register(voter, "north");
            await town.CastAsync(voter, "north", PlayedCycle.Line("well"));
        }

        return town;
    }

    private static Instant End(PlayedCycle town) =>
        town.Plan.Calendar.Stages.Where(stage => stage.Permits.Any(permit => permit.Activity is Activity.Vote or Activity.EnterCards)).Max(stage => stage.Ends.ToInstant());

    // Until nothing fails: what failed is due again after the patience of its first tries.
    private static async Task<bool> SealAsync(PlayedCycle town)
    {
        town.Clock.Set(End(town));
        var hasCrashed = false;
        for (var tries = 0; tries < 5; tries++)
        {
            hasCrashed |= !(await town.Cycles.AdvanceDueAsync()).Failures.IsEmpty;
            town.Clock.Set(town.Clock.GetCurrentInstant() + Duration.FromHours(2));
        }

        return hasCrashed;
    }

    private static async Task AssertSealedOnceAsync(PlayedCycle town)
    {
        town.Clock.Set(town.Clock.GetCurrentInstant() + Duration.FromDays(1));
        var rest = await town.Cycles.AdvanceDueAsync();
        Assert.Empty(rest.Failures);
        Assert.Equal(0, rest.Effects);
        var head = await town.HeadAsync();
        Assert.Equal((CycleStatus.Closed, 2L), (head.Status, head.Box!.Voters));
        var events = new List<CycleEvent>();
        await foreach (var happening in town.Cycles.JournalAsync(PlayedCycle.Id))
        {
            events.AddRange(happening.Events);
        }

        Assert.Single(events.OfType<BoxSealed>());
    }
}
