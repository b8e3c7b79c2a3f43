using CivicTech.Abstractions.Tests.Processes.Jars;
using CivicTech.Processes.Running;

namespace CivicTech.Abstractions.Tests.Processes.Running;

/// <summary>Several runners on one store, and stores that fail.</summary>
public sealed class ProcessRunnerConflictTests
{
    [Fact]
    public async Task ExecuteAsync_AnotherRunnerIsQuicker_DecidesAgain()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        var (other, rounds) = (house.NewRunner(), 0);
        house.Store.BeforeSave = async change =>
        {
            if (change.Entries[0].CommandKey == "slow" && rounds++ < 3)
            {
                await other.ExecuteAsync("one", new JarCommand.Put("quick", 1));
            }
        };
        var slow = await house.DoAsync(new JarCommand.Put("slow", 7) { Key = "slow" });
        Assert.Equal((4, 5L, 10), (rounds, slow.Version, slow.State.Head.Total));
        Assert.Equal([(1, "slow"), (1, "slow"), (1, "slow"), (1, "slow")], house.Store.Saves.Where(change => change.Entries[0].CommandKey == "slow").Select(change => (change.Entries.Length, "slow")));
        Assert.Equal(JarHouse.Text(await house.FoldAsync()), JarHouse.Text(await house.StateAsync()));
    }

    [Fact]
    public async Task ExecuteAsync_TheSameKeyOnTwoRunners_IsDoneOnce()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        var (other, isDone, put) = (house.NewRunner(), false, new JarCommand.Put("ada", 7) { Key = "k1" });
        house.Store.BeforeSave = async _ =>
        {
            if (!isDone)
            {
                isDone = true;
                await other.ExecuteAsync("one", put);
            }
        };
        var slow = await house.DoAsync(put);
        Assert.True(slow.IsRepeat);
        Assert.Equal((2L, 7), (slow.Version, (await house.StateAsync()).Head.Total));
    }

    [Fact]
    public async Task ExecuteAsync_OthersAreQuickerEachTime_GivesUpAndWritesNothing()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        var other = house.NewRunner();
        house.Store.BeforeSave = async change =>
        {
            if (change.Entries[0].CommandKey == "slow")
            {
                await other.ExecuteAsync("one", new JarCommand.Put("quick", 1));
            }
        };
        var thrown = await Assert.ThrowsAsync<ProcessConflictException>(() => house.DoAsync(new JarCommand.Put("slow", 7) { Key = "slow" }));
        Assert.Contains("'jar/one'", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(["quick"], (await house.StateAsync()).Donors.All.Select(donor => donor.Key));

        house.Store.BeforeSave = _ => Task.CompletedTask;
        Assert.True((await house.DoAsync(new JarCommand.Put("slow", 7) { Key = "slow" })).IsAccepted);
    }

    [Fact]
    public async Task ExecuteAsync_AnotherRunnerIsQuickerAsLongAsItHasWork_WaitsUntilItIsThrough()
    {
        const int Work = 300;
        var house = new JarHouse();
        await house.OpenAsync();
        var (other, done) = (house.NewRunner(), 0);
        using var turn = new SemaphoreSlim(0);
        Task? rival = null;
        house.Store.BeforeSave = async change =>
        {
            if (change.Entries[0].CommandKey != "slow")
            {
                Interlocked.Increment(ref done);
                return;
            }

            rival ??= Task.Run(async () =>
            {
                for (var i = 0; i < Work; i++)
                {
                    await other.ExecuteAsync("one", new JarCommand.Put("quick", 1));
                    await turn.WaitAsync(1);
                }
            });

            // Each time one more of the rival's commands gets in between, while there are any; by themselves they take a millisecond each.
            turn.Release();
            for (var before = Volatile.Read(ref done); Volatile.Read(ref done) == before && !rival.IsCompleted;)
            {
                await Task.Yield();
            }
        };

        Assert.True((await house.DoAsync(new JarCommand.Put("slow", 7) { Key = "slow" })).IsAccepted);
        await rival!;
        Assert.Equal(Work + 7, (await house.StateAsync()).Head.Total);
    }

    [Fact]
    public async Task ExecuteAsync_EightThreadsTwoRunners_LoseNoCoin()
    {
        const int Threads = 8;
        const int Puts = 100;
        var house = new JarHouse();
        await house.OpenAsync();
        var runners = new[] { house.Runner, house.NewRunner() };
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(async () =>
        {
            for (var i = 0; i < Puts; i++)
            {
                var done = await runners[thread % 2].ExecuteAsync("one", new JarCommand.Put($"donor-{i % 7}", 1 + (i % 3)) { Key = $"{thread}-{i}" });
                Assert.True(done.IsAccepted);
                Assert.False(done.IsRepeat);
            }
        })));
        var expected = Threads * Enumerable.Range(0, Puts).Sum(i => 1 + (i % 3));
        var state = await house.StateAsync();
        Assert.Equal((expected, expected), (state.Head.Total, state.Donors.All.Sum(donor => donor.Value.Coins)));
        Assert.Equal(expected / 10, state.Effects.All.Count());
        var journal = await house.JournalAsync();
        Assert.Equal((Threads * Puts) + 1, journal.Count);
        Assert.All(journal.Zip(journal.Skip(1)), pair => Assert.True(pair.Second.Follows(pair.First.Digest) && pair.Second.At >= pair.First.At));
        Assert.Equal(JarHouse.Text(await house.FoldAsync()), JarHouse.Text(state));
    }

    [Fact]
    public async Task ExecuteAsync_RandomDuplicatesInAnyOrder_CountOnce()
    {
        for (var seed = 1UL; seed <= 20; seed++)
        {
            var random = new SplitMix64(seed);
            var house = new JarHouse();
            await house.OpenAsync();
            var runners = new[] { house.Runner, house.NewRunner() };
            var puts = Enumerable.Range(0, 40).Select(i => new JarCommand.Put($"donor-{random.Below(5)}", random.Between(0, 6)) { Key = $"k{i}" }).ToList();
            var asked = puts.SelectMany(put => Enumerable.Repeat(put, random.Between(1, 3))).ToList();
            random.Shuffle(asked);
            var done = await Task.WhenAll(asked.Select((put, i) => Task.Run(() => runners[i % 2].ExecuteAsync("one", put))));

            Assert.Equal(puts.Sum(put => put.Coins), (await house.StateAsync()).Head.Total);
            Assert.Equal(puts.Count(put => put.Coins > 0), (await house.JournalAsync()).Count - 1);
            foreach (var copies in asked.Zip(done).GroupBy(pair => pair.First.Key))
            {
                var isValid = copies.First().First.Coins > 0;
                Assert.Equal(isValid ? 1 : 0, copies.Count(pair => pair.Second is { IsAccepted: true, IsRepeat: false }));
                Assert.All(copies, pair => Assert.Equal(isValid, pair.Second.IsAccepted));
                Assert.Single(copies.Select(pair => (string.Join(' ', pair.Second.Events), isValid ? pair.Second.Version : 0, pair.Second.At)).Distinct());
            }

            Assert.Equal(JarHouse.Text(await house.FoldAsync()), JarHouse.Text(await house.StateAsync()));
        }
    }

    [Fact]
    public async Task ExecuteAsync_StoreThrowsBeforeItWrites_NothingIsDoneAndTheNextWorks()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        var put = new JarCommand.Put("ada", 5) { Key = "k1" };
        foreach (var breaks in new Action<bool>[]
        {
            isBroken => house.Store.BeforeSave = isBroken ? _ => throw new IOException("No disk.") : _ => Task.CompletedTask,
            isBroken => house.Store.BeforeLoad = isBroken ? () => throw new IOException("No disk.") : () => Task.CompletedTask,
        })
        {
            breaks(true);
            await Assert.ThrowsAsync<IOException>(() => house.DoAsync(put));
            breaks(false);
            Assert.Empty((await house.StateAsync()).Donors.All);
        }

        Assert.False((await house.DoAsync(put)).IsRepeat);
        Assert.Equal(5, (await house.StateAsync()).Head.Total);
    }

    [Fact]
    public async Task ExecuteAsync_StoreThrowsAfterItWrote_IsFoundOutByTheKey()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        var put = new JarCommand.Put("ada", 5) { Key = "k1" };
        house.Store.AfterSave = _ => throw new IOException("No answer.");
        await Assert.ThrowsAsync<IOException>(() => house.DoAsync(put));
        house.Store.AfterSave = _ => Task.CompletedTask;
        var again = await house.DoAsync(put);
        Assert.Equal((true, 2L, 5), (again.IsRepeat, again.Version, (await house.StateAsync()).Head.Total));
    }

    [Fact]
    public async Task ExecuteAsync_StoreThrows_TellsAllWhoWaited()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        var gate = house.HoldLoads();
        var first = house.DoAsync(new JarCommand.Put("first", 1));
        var answers = Enumerable.Range(0, 10).Select(i => house.DoAsync(new JarCommand.Put("ada", 1))).ToList();
        house.Store.BeforeSave = change => change.Entries.Length > 1 ? throw new IOException("No disk.") : Task.CompletedTask;
        house.Store.BeforeLoad = () => Task.CompletedTask;
        gate.SetResult();
        Assert.True((await first).IsAccepted);
        foreach (var answer in answers)
        {
            await Assert.ThrowsAsync<IOException>(() => answer);
        }

        Assert.True((await house.DoAsync(new JarCommand.Put("ada", 1))).IsAccepted);
    }
}
