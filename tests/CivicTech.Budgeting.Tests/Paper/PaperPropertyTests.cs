using System.Globalization;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Voting;
using NodaTime;
using static CivicTech.Budgeting.Tests.Paper.PaperTown;

namespace CivicTech.Budgeting.Tests.Paper;

public sealed class PaperPropertyTests
{
    private const int Numbers = 6;

    private static readonly string[] Clerks = ["ann", "bob", "cem"];
    private static readonly string[] Batches = ["named", "city", "urn"];
    private static readonly string[] Contents = ["N1", "N1 N2", "N3", "N1 N2 N3", "", "N2 S1", "S2", "X"];

    [Fact]
    public async Task Cards_AtRandomAmongOnlineVotes_KeepEveryPromise()
    {
        var (valid, invalid, disputed) = (0, 0, 0);
        for (var seed = 1UL; seed <= 60; seed++)
        {
            var random = new SplitMix64(seed);
            var town = await TownAsync(random);
            for (var i = 0; i < 70; i++)
            {
                await ActAsync(town, random);
                disputed += (await CheckAsync(town)).Disputed;
            }

            town.Now = Instant.Max(town.Now, Closes);
            await SettleAsync(town);
            var end = await CheckAsync(town);
            valid += end.Valid;
            invalid += end.Invalid;
            await CloseAsync(town, end.Counted);
        }

        // None of it is idle.
        Assert.True(valid > 100 && invalid > 100 && disputed > 100, $"{valid} {invalid} {disputed}");
    }

    private static async Task<PaperTown> TownAsync(SplitMix64 random)
    {
        var voting = PaperTown.Plain with
        {
            Precedence = random.Pick(Enum.GetValues<ChannelPrecedence>()),
            Submission = random.Pick([Submission.OneShot, Submission.ReviseUntilClose]),
            Access = random.Pick([AreaAccess.AllAreas, AreaAccess.OneArea]),
        };
        var town = new PaperTown(voting, new PaperPlan { SingleEntry = random.OneIn(3) });
        town.Now = Day(5);
        await town.OpenAsync("named", Numbers);
        await town.OpenAsync("city", Numbers, area: null);
        await town.OpenAsync("urn", Numbers, BatchKind.Anonymous);
        return town;
    }

    private static async Task ActAsync(PaperTown town, SplitMix64 random)
    {
        var voter = $"v{random.Below(5)}";
        var (batch, number) = (random.Pick(Batches), random.Below(Numbers + 1).ToString(CultureInfo.InvariantCulture));
        switch (random.Below(12))
        {
            case 0 or 1:
                _ = await town.VoteAsync(voter, random.Pick(["north", "south"]), random.Pick(Contents));
                break;
            case 2:
                _ = await town.TickAsync(voter, random.Pick(["north", "south", null!]));
                break;
            case 3:
                town.Now += Duration.FromHours(random.Below(10));
                break;
            case 4 when random.OneIn(3):
                _ = await town.VoidAsync(number, batch);
                break;
            case 5:
                _ = await town.AskAsync(By("clara", new CorrectBatch { Batch = batch, Change = random.Between(-2, 1), Reason = "miscounted" }));
                break;
            case 6:
                _ = await town.ReconcileAsync(batch, random.Below(4), "lost");
                break;
            default:
                // Mostly as it is on the card, which follows from its number.
                var truth = new SplitMix64((ulong)(batch.Length * 100 + number[0]));
                var (owner, content, day) = ($"v{truth.Below(5)}", truth.Pick(Contents), truth.Between(1, 4));
                _ = await town.EnterAsync(town.Card(
                    number,
                    random.Pick(Clerks),
                    random.OneIn(30) ? voter : owner,
                    random.OneIn(15) ? random.Pick(Contents) : content,
                    Instant.Min(town.Now, Day(random.OneIn(30) ? random.Between(1, 12) : day)),
                    batch));
                break;
        }
    }

    private static async Task<(int Valid, int Invalid, int Disputed, long Counted)> CheckAsync(PaperTown town)
    {
        var state = await town.StateAsync([.. Batches.Select(batch => "batch/" + batch), .. Keys().Select(key => "card/" + key)]);
        var cards = Keys().Select(state.Cards.Find).OfType<PaperCard>().ToList();
        foreach (var id in Batches)
        {
            // The numbers are those of the documents.
            var (batch, own) = (state.Batches[id], cards.Where(card => card.Batch == id).ToList());
            Assert.Equal(own.Count, batch.Entered);
            Assert.Equal(own.Count(card => card.Status == CardStatus.Valid), batch.Valid);
            Assert.Equal(own.Count(card => card.Status == CardStatus.Invalid), batch.Invalid);
            Assert.Equal(own.Count(card => card.Status == CardStatus.Void), batch.Void);
            Assert.Equal(own.Count(card => card.IsPending), batch.Pending);
            Assert.InRange(batch.Entered, 0, batch.Declared);
            if (batch.Status == BatchStatus.Reconciled)
            {
                Assert.Equal(batch.Declared, batch.Valid + batch.Invalid + batch.Void + batch.Missing);
            }
        }

        Assert.Equal(Batches.Count(id => state.Batches[id].Status == BatchStatus.Open), state.Head.Paper.Open);
        Assert.All(cards, card => Assert.Equal(card.Status == CardStatus.Invalid, !card.Flaws.IsEmpty));
        var files = await town.Box.ReadAsync(Id, null, 1000, CancellationToken.None);
        var counted = 0L;
        foreach (var (file, ballot) in files.SelectMany(file => file.Areas.Select(area => (file, area))))
        {
            // What came on paper and counts is of a valid card; whoever was at an urn has nothing else there.
            Assert.True(!ballot.IsCounted || ballot.Card is null || state.Cards[ballot.Card].Status == CardStatus.Valid, ballot.Card);
            Assert.False(ballot.IsCounted && file.TickOf(ballot.Area) is not null);
            counted += ballot.IsCounted ? 1 : 0;
        }

        // A valid card of an urn counts, and none that is not valid.
        foreach (var card in cards.Where(card => card.Batch == "urn"))
        {
            var file = files.SingleOrDefault(file => file.Key == town.Keys.KeyOfCard(Id, $"urn/{card.Number}"));
            Assert.Equal(card.Status == CardStatus.Valid, file is { HasVoted: true });
        }

        return (cards.Count(card => card.Status == CardStatus.Valid), cards.Count(card => card.Status == CardStatus.Invalid), cards.Count(card => card.Status == CardStatus.Disputed), counted);
    }

    // What is left is declared void and missing.
    private static async Task SettleAsync(PaperTown town)
    {
        foreach (var id in Batches)
        {
            foreach (var number in Enumerable.Range(0, Numbers + 1).Select(number => number.ToString(CultureInfo.InvariantCulture)))
            {
                if (await town.CardAsync(number, id) is { IsPending: true })
                {
                    Assert.True((await town.VoidAsync(number, id)).IsAccepted);
                }
            }

            var batch = await town.BatchAsync(id);
            if (batch.Status == BatchStatus.Open)
            {
                var reconciled = await town.ReconcileAsync(id, batch.Declared - batch.Entered, "lost");
                Assert.True(reconciled.IsAccepted, string.Join("; ", reconciled.Refusals));
            }
        }
    }

    private static async Task CloseAsync(PaperTown town, long counted)
    {
        await town.GoToAsync(Instant.Max(town.Now, Closes));
        await town.GoToAsync(Instant.Max(town.Now, EntryEnds));
        await town.GoToAsync(town.Now);
        var head = await town.HeadAsync();
        Assert.Equal(CycleStatus.Closed, head.Status);
        Assert.Equal(counted, head.Box!.Areas.Sum(area => area.Counted));
        Assert.All(head.Box.Areas, area => Assert.Equal(area.Cast, area.Counted + area.Voided + area.Replaced + area.Withdrawn));

        // All events folded are the state, and nothing in them or in it says what a card says.
        var (folded, text) = await town.FoldedAsync([.. Batches.Select(batch => "batch/" + batch), .. Keys().Select(key => "card/" + key)]);
        var state = await town.StateAsync([.. Batches.Select(batch => "batch/" + batch), .. Keys().Select(key => "card/" + key)]);
        Assert.Equal(state.Head, folded.Head);
        Assert.All(Batches, batch => Assert.Equal(state.Batches.Find(batch), folded.Batches.Find(batch)));
        Assert.All(Keys(), key => Assert.Equal(state.Cards.Find(key), folded.Cards.Find(key)));
        Assert.All(Projects, project => Assert.DoesNotContain($"\"{project.Id}\"", text, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Keys() => Batches.SelectMany(batch => Enumerable.Range(0, Numbers + 1).Select(number => $"{batch}/{number.ToString(CultureInfo.InvariantCulture)}"));
}
