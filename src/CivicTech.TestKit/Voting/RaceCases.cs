using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.TestKit.Stores;

namespace CivicTech.TestKit.Voting;

/// <summary>Many callers at once lose nothing, double nothing, and get nothing in too late.</summary>
internal static class RaceCases
{
    private const int Writers = 8;

    internal static IEnumerable<BoxCase> All =>
    [
        new("Of 16 first ballots of a voter at once one is saved", OneWinsAsync),
        new("Of 160 changes of one file by 8 writers none is lost", NoneIsLostAsync),
        new("What is saved while the edition is raised is there; once it is raised, nothing more", box => RaceAsync(box, () => box.OpenAsync(2))),
        new("What is saved while the box is sealed is there; once it is sealed, nothing more", box => RaceAsync(box, () => box.SealAsync())),
        new("Sealed and separated by four at once, nothing is doubled", SeparatedOnceAsync),
    ];

    private static async Task OneWinsAsync(BoxUnderTest box)
    {
        await box.OpenAsync(1).ConfigureAwait(false);
        for (var round = 0; round < 20; round++)
        {
            var voter = KitVote.Key(round);
            var files = Enumerable.Range(0, 16).Select(i => KitVote.Voted(voter, i)).ToList();
            var saved = await Task.WhenAll(files.Select(file => Task.Run(() => box.IsSavedAsync(1, file)))).ConfigureAwait(false);
            Expect.Equal(1, saved.Count(isSaved => isSaved), "the number of saves that went through");
            Expect.Equal(BoxUnderTest.Text(files[saved.IndexOf(true)]), BoxUnderTest.Text(await box.FindAsync(voter).ConfigureAwait(false)), "the file of the winner");
        }
    }

    private static async Task NoneIsLostAsync(BoxUnderTest box)
    {
        var first = KitVote.Voted(KitVote.Key(1), 0);
        await box.OpenAsync(1).ConfigureAwait(false);
        await box.SaveAsync(1, first).ConfigureAwait(false);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 20;)
            {
                var file = (await box.FindAsync(first.Key).ConfigureAwait(false))!;
                i += await box.IsSavedAsync(1, KitVote.Vote(file, file.Version % 10)).ConfigureAwait(false) ? 1 : 0;
            }
        }))).ConfigureAwait(false);
        var last = (await box.FindAsync(first.Key).ConfigureAwait(false))!;
        Expect.Equal((161, 160), (last.Version, last.Areas[0].Replaced), "version and replaced ballots");
    }

    private static async Task RaceAsync(BoxUnderTest box, Func<Task<BoxState>> change)
    {
        await box.OpenAsync(1).ConfigureAwait(false);
        var isOver = false;
        var saved = new bool[Writers][];
        var tooLate = 0;
        var writing = Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            var mine = new List<bool>();
            for (var wasOver = false; mine.Count == 0 || (mine[^1] && !wasOver);)
            {
                if (mine.Count > 300)
                {
                    await Task.Delay(1).ConfigureAwait(false);
                }

                // The last try is one that begins when it is over.
                wasOver = Volatile.Read(ref isOver);
                mine.Add(await box.IsSavedAsync(1, KitVote.Voted(KeyOf(writer, mine.Count))).ConfigureAwait(false));
                Interlocked.Add(ref tooLate, wasOver && mine[^1] ? 1 : 0);
            }

            saved[writer] = [.. mine];
        })).ToList();
        await Task.Delay(5).ConfigureAwait(false);
        await change().ConfigureAwait(false);
        Volatile.Write(ref isOver, true);

        // Whoever reads from now on sees all that was ever saved.
        var there = (await box.AllAsync().ConfigureAwait(false)).Select(file => file.Key).ToList();
        await Task.WhenAll(writing).ConfigureAwait(false);
        Expect.Equal(0, tooLate, "the number of saves that went through after it");
        var expected = saved.SelectMany((mine, writer) => mine.Select((isSaved, i) => (isSaved, Key: KeyOf(writer, i)))).Where(one => one.isSaved).Select(one => one.Key).Order();
        Expect.Same(expected, there, "the keys that were read");
    }

    private static VoterKey KeyOf(int writer, int number) => KitVote.Key(writer * 1_000_000 + number);

    private static async Task SeparatedOnceAsync(BoxUnderTest box)
    {
        await box.OpenAsync(1).ConfigureAwait(false);
        await box.SaveAsync(1, [.. Enumerable.Range(0, 500).Select(i => KitVote.Voted(KitVote.Key(i), 1))]).ConfigureAwait(false);
        var groups = new[] { new BallotGroup("nord", ContentOfOne, 500) };
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await box.SealAsync().ConfigureAwait(false);
            await box.SeparateAsync(groups).ConfigureAwait(false);
        }))).ConfigureAwait(false);
        Expect.Same(groups.Select(BoxUnderTest.Text), (await box.GroupsAsync().ConfigureAwait(false)).Select(BoxUnderTest.Text), "the groups");
        Expect.Equal(500, (await box.AllAsync().ConfigureAwait(false)).Count(file => file.HasVoted), "the number of voters in the register");
    }

    private static BallotContent ContentOfOne => BallotContent.FromBytes([2, 1]);
}
