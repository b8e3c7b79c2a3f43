using System.Collections.Immutable;
using CivicTech.Abstractions.Tests.Processes.Jars;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Abstractions.Tests.Processes.Running;

public sealed class DueWorkTests
{
    private static DueWork<JarState, JarCommand, JarEvent, Thanks> WorkOf(JarHouse house, ThanksHandler handler) => new(house.NewRunner(), new JarFormat(), handler);

    private static async Task<JarHouse> WithCoinsAsync(int coins)
    {
        var house = new JarHouse();
        await house.OpenAsync();
        await house.DoAsync(new JarCommand.Put("ada", coins));
        return house;
    }

    [Fact]
    public async Task AdvanceAsync_NothingDue_DoesNothing()
    {
        var house = await WithCoinsAsync(9);
        var (handler, saves) = (new ThanksHandler(), house.Store.Saves.Count);
        var report = await WorkOf(house, handler).AdvanceAsync();
        Assert.Equal((0, 0, 0), (report.Advanced, report.Effects, report.Failures.Length));
        Assert.Equal(saves, house.Store.Saves.Count);
        Assert.Empty(handler.Asked);
    }

    [Fact]
    public async Task AdvanceAsync_SeveralDue_IsDoneInOrderOfDue()
    {
        var house = new JarHouse();
        foreach (var (id, hours) in new[] { ("c", 1), ("a", 2), ("b", 1), ("later", 9) })
        {
            await house.Runner.ExecuteAsync(id, new JarCommand.Open(house.Clock.Now + Duration.FromHours(hours)));
        }

        house.Clock.Now += Duration.FromHours(2);
        var saves = house.Store.Saves.Count;
        var report = await WorkOf(house, new ThanksHandler()).AdvanceAsync();
        Assert.Equal((3, 0, 0), (report.Advanced, report.Effects, report.Failures.Length));
        Assert.Equal(["b", "c", "a"], house.Store.Saves.Skip(saves).Select(change => change.Process.Value));
        Assert.NotNull((await house.StateAsync("later")).Head.Until);
    }

    [Fact]
    public async Task AdvanceAsync_WorkInPages_GoesOnUntilItIsDone()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        for (var i = 0; i < 10; i++)
        {
            await house.DoAsync(new JarCommand.Put($"donor-{i}", 1) { Key = $"k{i}" });
        }

        house.Clock.Now += Duration.FromDays(1);
        var handler = new ThanksHandler();
        var report = await WorkOf(house, handler).AdvanceAsync();

        // Three pages of three and one of one, each due at the same instant; the thanks for ten coins besides.
        Assert.Equal((4, 1, 0), (report.Advanced, report.Effects, report.Failures.Length));
        var state = await house.StateAsync();
        Assert.Null(state.Head.Until);
        Assert.All(state.Donors.All, donor => Assert.True(donor.Value.IsSettled));
        Assert.Empty(state.Effects.All);
        Assert.Equal(JarHouse.Text(await house.FoldAsync()), JarHouse.Text(state));
    }

    [Fact]
    public async Task AdvanceAsync_Effects_AreDoneOnceUnderTheirKeys()
    {
        var house = await WithCoinsAsync(35);
        var handler = new ThanksHandler();
        var report = await WorkOf(house, handler).AdvanceAsync();
        Assert.Equal((0, 3, 0), (report.Advanced, report.Effects, report.Failures.Length));
        Assert.Equal(["thanks-1", "thanks-2", "thanks-3"], handler.Asked.Select(asked => asked.Effect.Key));
        Assert.All(handler.Asked, asked => Assert.Equal((new ProcessId("jar", "one"), 1), (asked.Process, asked.Effect.Tries)));
        Assert.Empty((await house.StateAsync()).Effects.All);
        Assert.Equal(0, (await WorkOf(house, handler).AdvanceAsync()).Effects);
    }

    [Fact]
    public async Task AdvanceAsync_TwoWorkers_DoAnEffectOnce()
    {
        var house = await WithCoinsAsync(20);
        var gate = new TaskCompletionSource();
        var handler = new ThanksHandler();
        handler.Handle = async (effect, _) =>
        {
            await gate.Task;
            return ThanksHandler.Sent(effect);
        };
        var first = WorkOf(house, handler).AdvanceAsync();
        Assert.Equal(2, handler.Asked.Count);

        // The second comes while the first is outside.
        var second = await WorkOf(house, handler).AdvanceAsync();
        Assert.Equal((0, 0, 0), (second.Advanced, second.Effects, second.Failures.Length));
        gate.SetResult();
        Assert.Equal(2, (await first).Effects);
        Assert.Equal(2, handler.Asked.Count);
    }

    [Fact]
    public async Task AdvanceAsync_AnotherWorkerIsQuickerAtTheStart_LeavesItToHim()
    {
        var house = await WithCoinsAsync(10);
        var (handler, other) = (new ThanksHandler(), house.NewRunner());
        house.Store.BeforeSave = async change =>
        {
            house.Store.BeforeSave = _ => Task.CompletedTask;
            await other.ExecuteAsync("one", new JarCommand.StartThanks("thanks-1"));
        };
        var report = await WorkOf(house, handler).AdvanceAsync();
        Assert.Equal((0, 0), (report.Effects, report.Failures.Length));
        Assert.Empty(handler.Asked);
    }

    [Fact]
    public async Task AdvanceAsync_ManyWorkersAtOnce_DoEachEffectOnce()
    {
        var house = await WithCoinsAsync(400);
        var handler = new ThanksHandler();
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => WorkOf(house, handler).AdvanceAsync())));
        Assert.Equal(40, reports.Sum(report => report.Effects));
        Assert.Equal(40, handler.Asked.Select(asked => asked.Effect.Key).Distinct().Count());
        Assert.Equal(40, handler.Asked.Count);
    }

    [Fact]
    public async Task AdvanceAsync_HandlerThrows_TriesAgainUnderTheSameKeyAfterGrowingWaits()
    {
        var house = await WithCoinsAsync(10);
        var handler = new ThanksHandler { Handle = (_, _) => throw new IOException("No answer.") };
        var work = WorkOf(house, handler);
        var (start, tried) = (house.Clock.Now, new List<double>());
        for (var minute = 0; minute < 40; minute++)
        {
            var report = await work.AdvanceAsync();
            if (!report.Failures.IsEmpty)
            {
                var failure = Assert.Single(report.Failures);
                Assert.Equal(("jar/one", "effect/thanks-1", "No answer."), (failure.Process.ToString(), failure.Document, failure.Exception.Message));
                Assert.Equal(0, report.Effects);
                tried.Add((house.Clock.Now - start).TotalMinutes);
            }

            house.Clock.Now += Duration.FromMinutes(1);
        }

        Assert.Equal([0, 1, 3, 7, 15, 31], tried);
        Assert.Equal([1, 2, 3, 4, 5, 6], handler.Asked.Select(asked => asked.Effect.Tries));
        Assert.All(handler.Asked, asked => Assert.Equal("thanks-1", asked.Effect.Key));

        handler.Handle = (effect, _) => Task.FromResult(ThanksHandler.Sent(effect));
        house.Clock.Now += Duration.FromHours(1);
        Assert.Equal(1, (await work.AdvanceAsync()).Effects);
        Assert.Empty((await house.StateAsync()).Effects.All);
    }

    [Fact]
    public async Task AdvanceAsync_NoOutcomeYet_AsksAgainLater()
    {
        var house = await WithCoinsAsync(10);
        var handler = new ThanksHandler { Handle = (_, _) => Task.FromResult<ImmutableArray<JarCommand>>([]) };
        Assert.Empty((await WorkOf(house, handler).AdvanceAsync()).Failures);
        Assert.Equal(0, (await WorkOf(house, handler).AdvanceAsync()).Effects);
        house.Clock.Now += JarProcess.Patience;
        Assert.Equal(1, (await WorkOf(house, handler).AdvanceAsync()).Effects);
        Assert.Equal([1, 2], handler.Asked.Select(asked => asked.Effect.Tries));
    }

    [Fact]
    public async Task AdvanceAsync_CrashBetweenStartAndOutcome_IsDoneAgainUnderTheSameKey()
    {
        var house = await WithCoinsAsync(10);
        var handler = new ThanksHandler();
        house.Store.BeforeSave = change => change.Entries[0].CommandKey == "sent/thanks-1" ? throw new IOException("The program ends here.") : Task.CompletedTask;
        Assert.Equal("effect/thanks-1", Assert.Single((await WorkOf(house, handler).AdvanceAsync()).Failures).Document);
        house.Store.BeforeSave = _ => Task.CompletedTask;

        // Not at once: it may still be on its way.
        Assert.Equal(0, (await WorkOf(house, handler).AdvanceAsync()).Effects);
        house.Clock.Now += JarProcess.Patience;
        Assert.Equal(1, (await WorkOf(house, handler).AdvanceAsync()).Effects);
        Assert.Equal([("thanks-1", 1), ("thanks-1", 2)], handler.Asked.Select(asked => (asked.Effect.Key, asked.Effect.Tries)));
    }

    [Fact]
    public async Task AdvanceAsync_OutcomeRefused_IsReported()
    {
        var house = await WithCoinsAsync(10);
        var handler = new ThanksHandler { Handle = (_, _) => Task.FromResult<ImmutableArray<JarCommand>>([new JarCommand.Put("ada", 0)]) };
        var report = await WorkOf(house, handler).AdvanceAsync();
        Assert.Contains("too-few-coins", Assert.Single(report.Failures).Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AdvanceAsync_WorkThatDoesNotMoveOn_IsReportedAndOtherWorkIsDone()
    {
        var house = new JarHouse(new JarProcess { NeverMovesOn = true });
        await house.OpenAsync();
        await house.DoAsync(new JarCommand.Put("ada", 10));
        house.Clock.Now += Duration.FromDays(2);
        var report = await WorkOf(house, new ThanksHandler()).AdvanceAsync();
        Assert.Equal((0, 1), (report.Advanced, report.Effects));
        var failure = Assert.Single(report.Failures);
        Assert.Equal("head", failure.Document);
        Assert.Contains("still due", failure.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AdvanceAsync_ManyDocumentsOfABrokenProcess_AreTriedOnce()
    {
        var house = new JarHouse();
        await house.OpenAsync();
        await house.OpenAsync("two");
        var head = await house.Store.LoadAsync(new ProcessId("jar", "one"), DocumentRequest.Empty, default);
        var notes = Enumerable.Range(0, 5).Select(i => DocumentChange.Write(new StoredDocument($"note/{i}", "{}"u8.ToArray(), house.Clock.Now)));
        Assert.True(await house.Store.SaveAsync(
            new ProcessChange(new ProcessId("jar", "one"), 1, [.. notes], [JournalEntry.Next(1, head!.Digest, head.At, null, default(Digest), null, "[]"u8.ToArray())]), default));
        house.Clock.Now += Duration.FromDays(2);
        var tries = 0;
        house.Store.BeforeSave = change => change.Process.Value == "one" && ++tries > 0 ? throw new IOException("No disk.") : Task.CompletedTask;
        var report = await WorkOf(house, new ThanksHandler()).AdvanceAsync();
        Assert.Equal(1, tries);
        Assert.Equal(["head", "note/0", "note/1", "note/2", "note/3", "note/4"], report.Failures.Select(failure => failure.Document).Order());
        Assert.Equal(1, report.Advanced);
        Assert.Null((await house.StateAsync("two")).Head.Until);
    }

    [Fact]
    public async Task AdvanceAsync_Cancelled_StopsAndTheEffectIsDueAgain()
    {
        var house = await WithCoinsAsync(1000);
        using var stop = new CancellationTokenSource();
        var handler = new ThanksHandler
        {
            Handle = (_, token) =>
            {
                stop.Cancel();
                token.ThrowIfCancellationRequested();
                return null!;
            },
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => WorkOf(house, handler).AdvanceAsync(stop.Token));

        // No more than what had begun.
        Assert.InRange(handler.Asked.Count, 1, 16);
        handler.Handle = (effect, _) => Task.FromResult(ThanksHandler.Sent(effect));
        house.Clock.Now += JarProcess.Patience;
        Assert.Equal(100, (await WorkOf(house, handler).AdvanceAsync()).Effects);
        Assert.Empty((await house.StateAsync()).Effects.All);
    }

    [Fact]
    public async Task AdvanceAsync_MoreDueThanIsListed_IsDoneAll()
    {
        var house = await WithCoinsAsync(7000);
        var handler = new ThanksHandler();
        Assert.Equal(700, (await WorkOf(house, handler).AdvanceAsync()).Effects);
        Assert.Equal(700, handler.Asked.Select(asked => asked.Effect.Key).Distinct().Count());
    }
}
