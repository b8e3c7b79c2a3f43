using CivicTech.Abstractions.Tests.Processes.Jars;
using CivicTech.Processes.Running;

namespace CivicTech.Abstractions.Tests.Processes.Running;

/// <summary>Commands that wait for the same process are decided one after the other and saved together.</summary>
public sealed class ProcessRunnerBatchTests
{
    // The first command is held up in its load; what is asked meanwhile waits, and makes the next batch.
    private static async Task<(JarHouse House, List<Task<Execution<JarState, JarEvent>>> Answers)> AskTogetherAsync(params IEnumerable<JarCommand> commands)
    {
        var house = new JarHouse();
        await house.OpenAsync();
        var gate = house.HoldLoads();
        var first = house.DoAsync(new JarCommand.Put("first", 1));
        var answers = commands.Select(command => house.DoAsync(command)).ToList();
        Assert.DoesNotContain(answers, answer => answer.IsCompleted);
        house.Store.BeforeLoad = () => Task.CompletedTask;
        gate.SetResult();
        await first;
        return (house, answers);
    }

    [Fact]
    public async Task ExecuteAsync_AFlashCrowd_IsSavedInFewWrites()
    {
        var (house, answers) = await AskTogetherAsync(Enumerable.Range(0, 600).Select(i => new JarCommand.Put($"donor-{i % 50}", 1) { Key = $"k{i}" }));
        var done = await Task.WhenAll(answers);

        // The opening, the first, then 256 and 256 and 88.
        Assert.Equal([1, 1, 256, 256, 88], house.Store.Saves.Select(change => change.Entries.Length));
        Assert.All(done, one => Assert.True(one.IsAccepted));
        Assert.Equal(Enumerable.Range(3, 600).Select(version => (long)version), done.Select(one => one.Version));
        Assert.Equal(Enumerable.Range(2, 600), done.Select(one => one.State.Head.Total));
        Assert.Equal(601, (await house.StateAsync()).Head.Total);
        Assert.Equal(JarHouse.Text(await house.FoldAsync()), JarHouse.Text(await house.StateAsync()));

        // Each document is written once a batch, however many commands changed it.
        Assert.All(house.Store.Saves, change => Assert.Equal(change.Documents.Length, change.Documents.Select(document => document.Name).Distinct().Count()));
    }

    [Fact]
    public async Task ExecuteAsync_DuplicatesInOneBatch_AreDoneOnce()
    {
        var put = new JarCommand.Put("ada", 5) { Key = "k1" };
        var (house, answers) = await AskTogetherAsync(put, put with { }, put with { Coins = 6 }, put);
        var done = await Task.WhenAll(answers);
        Assert.Equal([false, true, false, true], done.Select(one => one.IsRepeat));
        Assert.Equal([true, true, false, true], done.Select(one => one.IsAccepted));
        Assert.Equal("command-key-reused", done[2].Refusals[0].Code);
        Assert.All([done[1], done[3]], one => Assert.Equal(done[0].Events.ToArray(), one.Events.ToArray()));
        Assert.All([done[1], done[3]], one => Assert.Equal((done[0].Version, done[0].At), (one.Version, one.At)));
        Assert.Equal(6, (await house.StateAsync()).Head.Total);
    }

    [Fact]
    public async Task ExecuteAsync_OneThrows_HurtsNoOther()
    {
        var (house, answers) = await AskTogetherAsync(
            new JarCommand.Put("ada", 5), new JarCommand.Break(), new JarCommand.Put("bob", 0), new JarCommand.AskForGhosts(), new JarCommand.TakeBack("ada"), new JarCommand.Put("ada", 2));
        Assert.Equal(5, (await answers[0]).Events.OfType<JarEvent.CoinsPut>().Single().Coins);
        await Assert.ThrowsAsync<ArithmeticException>(() => answers[1]);
        Assert.False((await answers[2]).IsAccepted);
        var asks = await Assert.ThrowsAsync<InvalidOperationException>(() => answers[3]);
        Assert.Contains("'ghost/casper'", asks.Message, StringComparison.Ordinal);
        Assert.True((await answers[4]).IsAccepted);
        Assert.True((await answers[5]).IsAccepted);
        Assert.Equal((3, 2), ((await house.StateAsync()).Head.Total, (await house.StateAsync()).Donors["ada"].Coins));
    }

    [Fact]
    public async Task ExecuteAsync_ManyMissDifferentParts_LoadThemAtOnce()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        for (var i = 0; i < 100; i++)
        {
            await house.DoAsync(new JarCommand.Put($"donor-{i}", 1));
        }

        var gate = house.HoldLoads();
        var first = house.DoAsync(new JarCommand.Put("first", 1));
        var answers = Enumerable.Range(0, 100).Select(i => house.DoAsync(new JarCommand.TakeBack($"donor-{i}"))).ToList();
        var loads = house.Store.Loads;
        house.Store.BeforeLoad = () => Task.CompletedTask;
        gate.SetResult();
        await first;
        Assert.All(await Task.WhenAll(answers), one => Assert.True(one.IsAccepted));

        // What nobody foretold is loaded for all of them together.
        Assert.Equal(2, house.Store.Loads - loads);
        Assert.Equal(1, (await house.StateAsync()).Head.Total);
    }

    [Fact]
    public async Task ExecuteAsync_GivenUpBeforeItsTurn_IsNotDone()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        var gate = house.HoldLoads();
        using var impatience = new CancellationTokenSource();
        var first = house.DoAsync(new JarCommand.Put("first", 1), impatience.Token);
        var second = house.DoAsync(new JarCommand.Put("second", 1), impatience.Token);
        var third = house.DoAsync(new JarCommand.Put("third", 1));
        await impatience.CancelAsync();
        gate.SetResult();

        // The first had begun: it is done all the same.
        Assert.True((await first).IsAccepted);
        var given = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Equal(impatience.Token, given.CancellationToken);
        Assert.True((await third).IsAccepted);
        Assert.Equal(["first", "third"], (await house.StateAsync()).Donors.All.Select(donor => donor.Key));
    }

    [Fact]
    public async Task ExecuteAsync_GivenUpBeforeItIsAsked_IsNotDone()
    {
        var house = new JarHouse();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => house.DoAsync(new JarCommand.Open(house.Clock.Now), new CancellationToken(canceled: true)));
        Assert.Equal(0, house.Store.Loads);
    }

    [Fact]
    public async Task ExecuteAsync_OtherProcesses_DoNotWait()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        await house.OpenAsync("two");
        var gate = house.HoldLoads();
        var held = house.DoAsync(new JarCommand.Put("ada", 1));
        house.Store.BeforeLoad = () => Task.CompletedTask;
        Assert.True((await house.Runner.ExecuteAsync("two", new JarCommand.Put("ada", 1))).IsAccepted);
        Assert.False(held.IsCompleted);
        gate.SetResult();
        await held;
    }
}
