using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.TestKit.Stores;

namespace CivicTech.TestKit.Voting;

/// <summary>Files are read page by page, in the order of their keys.</summary>
internal static class ReadingCases
{
    // Bytes compare as numbers without a sign, from the first to the last.
    private static readonly VoterKey[] Keys =
    [
        KitVote.KeyFrom(0, 0, 1), KitVote.KeyFrom(0, 1), KitVote.KeyFrom(0, 0xFF), KitVote.KeyFrom(1), KitVote.KeyFrom(0x0A, 0xB0), KitVote.KeyFrom(0x7F, 0xFF), KitVote.KeyFrom(0x80), KitVote.KeyFrom(0x80, 0, 0, 0x80), KitVote.KeyFrom(0xFF), KitVote.KeyFrom(0xFF, 0xFF),
    ];

    internal static IEnumerable<BoxCase> All =>
    [
        new("Pages go through the files in the order of the bytes of their keys", OrderAsync),
        new("A page begins after a key, whether it is there or not", AfterAsync),
        new("A page has the files as they were saved last", ContentAsync),
    ];

    private static async Task OrderAsync(BoxUnderTest box)
    {
        await SaveAllAsync(box).ConfigureAwait(false);
        foreach (var size in new[] { 1, 3, 10, 11 })
        {
            Expect.Same(Keys, (await box.AllAsync(size).ConfigureAwait(false)).Select(file => file.Key), $"the keys on pages of {size}");
        }
    }

    private static async Task AfterAsync(BoxUnderTest box)
    {
        await SaveAllAsync(box).ConfigureAwait(false);
        Expect.Same(Keys[7..9], (await box.PageAsync(Keys[6], 2).ConfigureAwait(false)).Select(file => file.Key), "the two keys after one that is there");
        Expect.Same(Keys[4..6], (await box.PageAsync(KitVote.KeyFrom(1, 1), 2).ConfigureAwait(false)).Select(file => file.Key), "the two keys after one that is not there");
        Expect.Equal(0, (await box.PageAsync(Keys[^1], 5).ConfigureAwait(false)).Count, "the number of files after the last");
    }

    private static async Task ContentAsync(BoxUnderTest box)
    {
        await SaveAllAsync(box).ConfigureAwait(false);
        var changed = KitVote.Vote((await box.FindAsync(Keys[4]).ConfigureAwait(false))!, 8);
        await box.SaveAsync(1, changed).ConfigureAwait(false);
        var life = KitVote.Life(KitVote.KeyFrom(5, 5));
        foreach (var step in life)
        {
            await box.SaveAsync(1, step).ConfigureAwait(false);
        }

        var all = await box.AllAsync(4).ConfigureAwait(false);
        Expect.Equal(BoxUnderTest.Text(changed), BoxUnderTest.Text(all.FirstOrDefault(file => file.Key == Keys[4])), "the changed file");
        Expect.Equal(BoxUnderTest.Text(life[^1]), BoxUnderTest.Text(all.FirstOrDefault(file => file.Key == life[0].Key)), "the file with all that a file can have");
    }

    private static async Task SaveAllAsync(BoxUnderTest box)
    {
        await box.OpenAsync(1).ConfigureAwait(false);
        VoterFile[] files = [.. Keys.Select(key => KitVote.Voted(key))];
        await box.SaveAsync(1, [.. files.Where((_, i) => i % 2 == 1)]).ConfigureAwait(false);
        await box.SaveAsync(1, [.. files.Where((_, i) => i % 2 == 0)]).ConfigureAwait(false);
    }
}
