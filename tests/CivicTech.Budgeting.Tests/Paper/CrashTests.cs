using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Tests.Voting;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Processes.Storage;
using NodaTime;
using static CivicTech.Budgeting.Tests.Paper.PaperTown;

namespace CivicTech.Budgeting.Tests.Paper;

// Whatever stops at whatever point: asked for again, it comes to the same end.
public sealed class CrashTests
{
    [Theory]
    [InlineData(ChannelPrecedence.FirstCounts)]
    [InlineData(ChannelPrecedence.LastCounts)]
    [InlineData(ChannelPrecedence.BothVoid)]
    public async Task Everything_WithTheBoxOrTheStoreFailingOnceAnywhere_EndsTheSame(ChannelPrecedence precedence)
    {
        var (expected, _) = await PlayAsync(precedence, (_, _) => { });

        await EachAsync(crashAt => PlayAsync(precedence, (box, _) => box.CrashAt = crashAt));
        await EachAsync(crashAt => PlayAsync(precedence, (_, store) => store.CrashAt = crashAt));

        async Task EachAsync(Func<int, Task<(string End, bool HasCrashed)>> play)
        {
            var crashes = 0;
            for (var hasCrashed = true; hasCrashed; crashes++)
            {
                (var end, hasCrashed) = await play(crashes + 1);
                Assert.Equal(expected, end);
            }

            Assert.InRange(crashes, 20, 400);
        }
    }

    private static async Task<(string End, bool HasCrashed)> PlayAsync(ChannelPrecedence precedence, Action<CrashingBox, LossyStore> arrange)
    {
        var box = new CrashingBox(new InMemoryBallotBox());
        var store = new LossyStore(new InMemoryProcessStore());
        var town = new PaperTown(PaperTown.Plain with { Precedence = precedence }, box: box, store: store);
        var crashes = 0;
        town.Now = Day(4);
        arrange(box, store);
        await AgainAsync(() => town.OpenAsync(declared: 4));
        await AgainAsync(() => town.OpenAsync("urn", declared: 2, kind: BatchKind.Anonymous));
        await AgainAsync(() => town.VoteAsync("v1", "north", "N1"));
        await AgainAsync(() => town.TickAsync("v5"));
        foreach (var clerk in new[] { "ann", "bob" })
        {
            await AgainAsync(() => town.EnterAsync(town.Card("1", clerk, "v1", "N2", Day(3))));
            await AgainAsync(() => town.EnterAsync(town.Card("2", clerk, "v2", clerk == "ann" ? "N1" : "N2", Day(3))));
            await AgainAsync(() => town.EnterAsync(town.Card("3", clerk, "v3", "N3", Day(3))));
            await AgainAsync(() => town.EnterAsync(town.Card("4", clerk, "v3", "N1", Day(3))));
            await AgainAsync(() => town.EnterAsync(town.Card("1", clerk, null, "N3", Day(3), "urn")));
            await AgainAsync(() => town.EnterAsync(town.Card("2", clerk, null, "N3", Day(3), "urn")));
        }

        await AgainAsync(() => town.EnterAsync(town.Card("2", "cem", "v2", "N2", Day(3))));
        await AgainAsync(() => town.VoidAsync("3"));
        await AgainAsync(() => town.VoidAsync("2", "urn"));
        town.Now = Closes;
        foreach (var batch in new[] { "b", "urn" })
        {
            await AgainAsync(() => town.ReconcileAsync(batch));
        }

        (box.CrashAt, store.CrashAt) = (0, 0);
        string[] cards = ["b/1", "b/2", "b/3", "b/4", "urn/1", "urn/2"];
        var state = await town.StateAsync([.. cards.Select(card => "card/" + card), "batch/b", "batch/urn"]);
        var end = string.Join('\n', [.. cards.Select(card => $"{card} {state.Cards[card].Status} {string.Join(' ', state.Cards[card].Flaws)}"), .. await town.BallotsAsync(), state.Batches["b"].ToString(), state.Batches["urn"].ToString()]);
        return (end, crashes > 0);

        async Task AgainAsync<T>(Func<Task<T>> act)
        {
            try
            {
                _ = await act();
            }
            catch (TimeoutException)
            {
                crashes++;
                _ = await act();
            }
        }
    }
}
