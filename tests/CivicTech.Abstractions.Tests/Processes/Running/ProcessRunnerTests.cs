using CivicTech.Abstractions.Tests.Processes.Jars;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Abstractions.Tests.Processes.Running;

public sealed class ProcessRunnerTests
{
    private static readonly JarCommand.Put FiveOfAda = new("ada", 5) { Key = "k1", By = "teller-1" };

    [Fact]
    public async Task ExecuteAsync_Commands_AreDecidedSavedAndAnswered()
    {
        var house = new JarHouse();
        var opened = await house.OpenAsync();
        Assert.Equal((true, false, 1L, house.Clock.Now), (opened.IsAccepted, opened.IsRepeat, opened.Version, opened.At));
        house.Clock.Now += Duration.FromNanoseconds(3);
        var put = await house.DoAsync(FiveOfAda);
        Assert.Equal([new JarEvent.CoinsPut("ada", 5)], put.Events.ToArray());
        Assert.Equal((2L, house.Clock.Now, 5, 5), (put.Version, put.At, put.State.Head.Total, put.State.Donors["ada"].Coins));

        var journal = await house.JournalAsync();
        Assert.Equal([(1L, null, null), (2L, "k1", "teller-1")], journal.Select(entry => (entry.Version, entry.CommandKey, entry.By)));
        Assert.True(journal[0].Follows(default));
        Assert.True(journal[1].Follows(journal[0].Digest));
        Assert.Equal(JarHouse.Text(await house.FoldAsync()), JarHouse.Text(await house.StateAsync()));
    }

    [Fact]
    public async Task ExecuteAsync_SameKeySameCommand_IsAnsweredAlikeAndDoneOnce()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        var first = await house.DoAsync(FiveOfAda);
        await house.DoAsync(new JarCommand.Put("bob", 1));
        house.Clock.Now += Duration.FromDays(3);

        // On another runner, when the jar is long closed: what counted then counts.
        var again = await house.NewRunner().ExecuteAsync("one", FiveOfAda with { });
        Assert.True(again.IsRepeat);
        Assert.True(again.IsAccepted);
        Assert.Equal(first.Events.ToArray(), again.Events.ToArray());
        Assert.Equal((first.Version, first.At), (again.Version, again.At));
        Assert.Equal(6, again.State.Head.Total);
        Assert.Equal(3, (await house.JournalAsync()).Count);
    }

    [Fact]
    public async Task ExecuteAsync_SameKeyOtherCommand_IsRefused()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        await house.DoAsync(FiveOfAda);
        foreach (var other in new[] { FiveOfAda with { Coins = 6 }, FiveOfAda with { Donor = "Ada" }, FiveOfAda with { By = "teller-2" } })
        {
            var refused = await house.DoAsync(other);
            Assert.Equal("command-key-reused", Assert.Single(refused.Refusals).Code);
            Assert.Equal("k1", refused.Refusals[0].Data["key"]);
            Assert.Equal((false, 2L), (refused.IsRepeat, refused.Version));
            Assert.Empty(refused.Events);
        }

        Assert.Equal(5, (await house.StateAsync()).Head.Total);

        // The key is the process's own: another jar knows nothing of it.
        await house.OpenAsync("two");
        Assert.False((await house.Runner.ExecuteAsync("two", FiveOfAda)).IsRepeat);
    }

    [Fact]
    public async Task ExecuteAsync_WithoutAKey_IsDoneEachTime()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        await house.DoAsync(new JarCommand.Put("ada", 1));
        await house.DoAsync(new JarCommand.Put("ada", 1));
        Assert.Equal(2, (await house.StateAsync()).Donors["ada"].Coins);
    }

    [Fact]
    public async Task ExecuteAsync_Refused_IsNotRecordedAndLeavesTheKeyFree()
    {
        var house = new JarHouse();
        var early = await house.DoAsync(FiveOfAda);
        Assert.Equal(["jar-not-open"], early.Refusals.Select(refusal => refusal.Code));
        Assert.Equal((0L, 0), (early.Version, house.Store.Saves.Count));
        Assert.Null(await house.Runner.LoadAsync("one", DocumentRequest.Empty));

        // Every reason at once.
        Assert.Equal(["jar-not-open", "too-few-coins"], (await house.DoAsync(new JarCommand.Put("ada", 0))).Refusals.Select(refusal => refusal.Code));

        await house.OpenAsync();
        var accepted = await house.DoAsync(FiveOfAda);
        Assert.Equal((true, false), (accepted.IsAccepted, accepted.IsRepeat));
    }

    [Fact]
    public async Task ExecuteAsync_NothingLeftToDo_IsAcceptedWithoutAnEntry()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        var nothing = await house.DoAsync(new JarCommand.TellThanks("never-asked") { Key = "k2" });
        Assert.Equal((true, 1L), (nothing.IsAccepted, nothing.Version));
        Assert.Empty(nothing.Events);
        Assert.Single(await house.JournalAsync());
    }

    [Fact]
    public async Task ExecuteAsync_ClockGoesBackwards_DecidesNotBeforeWhatWasDecided()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        house.Clock.Now += Duration.FromHours(2);
        var late = (await house.DoAsync(FiveOfAda)).At;
        house.Clock.Now -= Duration.FromHours(1);
        var behind = await house.NewRunner().ExecuteAsync("one", new JarCommand.Put("bob", 1));
        Assert.Equal(late, behind.At);
        house.Clock.Now += Duration.FromHours(1) + Duration.Epsilon;
        Assert.Equal(late + Duration.Epsilon, (await house.DoAsync(new JarCommand.Put("bob", 1))).At);
        Assert.Equal(late + Duration.Epsilon, (await house.Runner.LoadAsync("one", DocumentRequest.Empty))!.At);
    }

    [Fact]
    public async Task ExecuteAsync_ForetoldParts_AreLoadedAtOnce()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        var loads = house.Store.Loads;
        await house.DoAsync(FiveOfAda);
        Assert.Equal(1, house.Store.Loads - loads);
    }

    [Fact]
    public async Task ExecuteAsync_MissingParts_AreLoadedByNeed()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        for (var i = 0; i < 25; i++)
        {
            await house.DoAsync(new JarCommand.Put($"donor-{i}", i + 1));
        }

        // One donor by name, all of them as a page.
        var loads = house.Store.Loads;
        Assert.True((await house.DoAsync(new JarCommand.TakeBack("donor-7"))).IsAccepted);
        Assert.Equal(2, house.Store.Loads - loads);
        loads = house.Store.Loads;
        Assert.Equal($"{(25 * 26 / 2) - 8}", (await house.DoAsync(new JarCommand.Count())).Refusals[0].Data["coins"]);
        Assert.Equal(2, house.Store.Loads - loads);
        Assert.Equal(["no-such-donor"], (await house.DoAsync(new JarCommand.TakeBack("donor-7"))).Refusals.Select(refusal => refusal.Code));
    }

    [Fact]
    public async Task ExecuteAsync_KeyOrWhoThatNoStoreKeeps_IsRefusedAtOnce()
    {
        var house = new JarHouse();
        foreach (var text in ProcessNameTests.Bad)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => house.DoAsync(FiveOfAda with { Key = text }));
            await Assert.ThrowsAsync<ArgumentException>(() => house.DoAsync(FiveOfAda with { By = text }));
            await Assert.ThrowsAsync<ArgumentException>(() => house.Runner.ExecuteAsync(text, FiveOfAda));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => house.DoAsync(FiveOfAda with { Key = new string('k', 201) }));
        Assert.Equal(0, house.Store.Loads);
    }

    [Fact]
    public async Task LoadAsync_Asked_HasTheHeadAndWhatWasAskedFor()
    {
        var house = new JarHouse();
        Assert.Null(await house.Runner.LoadAsync("one", DocumentRequest.Empty));
        await house.OpenAsync();
        await house.DoAsync(FiveOfAda);
        var loaded = await house.Runner.LoadAsync("one", DocumentRequest.Empty.With("donor/ada"));
        Assert.Equal((2L, 5, 5), (loaded!.Version, loaded.State.Head.Total, loaded.State.Donors["ada"].Coins));
        Assert.Throws<CivicTech.Processes.PartsMissingException>(() => loaded.State.Donors.Find("bob"));
    }
}
