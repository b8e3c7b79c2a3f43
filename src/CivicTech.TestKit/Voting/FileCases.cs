using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.TestKit.Stores;

namespace CivicTech.TestKit.Voting;

/// <summary>Files are kept as they are, and changed one version after the other.</summary>
internal static class FileCases
{
    internal static IEnumerable<BoxCase> All =>
    [
        new("A file is found as it was saved, step by step", KeptAsync),
        new("A basket is found as it was saved", BasketAsync),
        new("Files are found in the order asked for, also those that are not there", FoundAsync),
        new("A file is saved only in the place of the version before", VersionAsync),
        new("Of several files each is saved by itself", EachAsync),
        new("3,000 files are saved and found at once", ManyAsync),
    ];

    private static async Task KeptAsync(BoxUnderTest box)
    {
        await box.OpenAsync(1).ConfigureAwait(false);
        foreach (var file in KitVote.Life(KitVote.Key(1)))
        {
            await box.SaveAsync(1, file).ConfigureAwait(false);
            Expect.Equal(BoxUnderTest.Text(file), BoxUnderTest.Text(await box.FindAsync(file.Key).ConfigureAwait(false)), $"version {file.Version}");
        }
    }

    private static async Task BasketAsync(BoxUnderTest box)
    {
        var file = KitVote.WithBasket(KitVote.Key(1));
        await box.OpenAsync(1).ConfigureAwait(false);
        await box.SaveAsync(1, file).ConfigureAwait(false);
        Expect.Equal(BoxUnderTest.Text(file), BoxUnderTest.Text(await box.FindAsync(file.Key).ConfigureAwait(false)), "the file");
    }

    private static async Task FoundAsync(BoxUnderTest box)
    {
        var files = Enumerable.Range(0, 5).Select(i => KitVote.Voted(KitVote.Key(i), i)).ToList();
        await box.OpenAsync(1).ConfigureAwait(false);
        await box.SaveAsync(1, files).ConfigureAwait(false);
        VoterKey[] asked = [KitVote.Key(3), KitVote.Key(9), KitVote.Key(0), KitVote.Key(8), KitVote.Key(4)];
        var found = await box.FindAsync(asked).ConfigureAwait(false);
        Expect.Same(new[] { files[3], null, files[0], null, files[4] }.Select(BoxUnderTest.Text), found.Files.Select(BoxUnderTest.Text), "the files found");
    }

    private static async Task VersionAsync(BoxUnderTest box)
    {
        var first = KitVote.Voted(KitVote.Key(1));
        var second = KitVote.Vote(first, 2);
        var third = KitVote.Vote(second, 3);
        await box.OpenAsync(1).ConfigureAwait(false);
        Expect.Equal(false, await box.IsSavedAsync(1, second).ConfigureAwait(false), "whether version 2 is saved where no file is");
        await box.SaveAsync(1, first).ConfigureAwait(false);
        Expect.Equal(false, await box.IsSavedAsync(1, KitVote.Voted(first.Key, 5)).ConfigureAwait(false), "whether version 1 is saved again");
        Expect.Equal(false, await box.IsSavedAsync(1, third).ConfigureAwait(false), "whether version 3 is saved in the place of version 1");
        await box.SaveAsync(1, second).ConfigureAwait(false);
        Expect.Equal(false, await box.IsSavedAsync(1, KitVote.Vote(first, 6)).ConfigureAwait(false), "whether another version 2 is saved in the place of version 2");
        Expect.Equal(BoxUnderTest.Text(second), BoxUnderTest.Text(await box.FindAsync(first.Key).ConfigureAwait(false)), "the file");
        await box.SaveAsync(1, third).ConfigureAwait(false);
    }

    private static async Task EachAsync(BoxUnderTest box)
    {
        var there = KitVote.Voted(KitVote.Key(2));
        await box.OpenAsync(1).ConfigureAwait(false);
        await box.SaveAsync(1, there).ConfigureAwait(false);
        var saved = await box.TrySaveAsync(1, KitVote.Voted(KitVote.Key(1)), KitVote.Voted(KitVote.Key(2), 4), KitVote.Voted(KitVote.Key(3)), KitVote.Vote(KitVote.Voted(KitVote.Key(4)), 2)).ConfigureAwait(false);
        Expect.Same([true, false, true, false], saved.IsSaved, "what was saved");
        Expect.Equal(3, (await box.AllAsync().ConfigureAwait(false)).Count, "the number of files");
        Expect.Equal(BoxUnderTest.Text(there), BoxUnderTest.Text(await box.FindAsync(there.Key).ConfigureAwait(false)), "the file that was there");
    }

    private static async Task ManyAsync(BoxUnderTest box)
    {
        var files = Enumerable.Range(0, 3000).Select(i => KitVote.Voted(KitVote.Key(i), i % 10)).ToList();
        await box.OpenAsync(1).ConfigureAwait(false);
        await box.SaveAsync(1, files).ConfigureAwait(false);
        var found = await box.FindAsync([.. files.Select(file => file.Key)]).ConfigureAwait(false);
        Expect.Same(files.Select(BoxUnderTest.Text), found.Files.Select(BoxUnderTest.Text), "the files found");
        await box.SaveAsync(1, [.. files.Select(file => KitVote.Vote(file, 11))]).ConfigureAwait(false);
    }
}
