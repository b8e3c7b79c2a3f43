using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.TestKit.Stores;

namespace CivicTech.TestKit.Voting;

/// <summary>A box is opened with an edition, and the edition only grows.</summary>
internal static class EditionCases
{
    internal static IEnumerable<BoxCase> All =>
    [
        new("A box that was not opened has nothing and saves nothing", NotOpenedAsync),
        new("Opening again, or with an earlier edition, changes nothing", AgainAsync),
        new("Raising the edition keeps the files", RaisedAsync),
        new("Nothing is saved on another edition", OtherEditionAsync),
        new("The box of another cycle is another box", OtherCycleAsync),
    ];

    private static async Task NotOpenedAsync(BoxUnderTest box)
    {
        var file = KitVote.Voted(KitVote.Key(1));
        var found = await box.FindAsync([file.Key]).ConfigureAwait(false);
        Expect.Equal(default, found.State, "the state of a box that was not opened");
        Expect.Same(["no file"], found.Files.Select(BoxUnderTest.Text), "the files found");
        Expect.Equal(false, await box.IsSavedAsync(1, file).ConfigureAwait(false), "whether a box that was not opened saves");
        Expect.Equal(0, (await box.AllAsync().ConfigureAwait(false)).Count, "the number of files");
        Expect.Equal(0, (await box.GroupsAsync().ConfigureAwait(false)).Count, "the number of groups");
    }

    private static async Task AgainAsync(BoxUnderTest box)
    {
        Expect.Equal(new BoxState(BoxStage.Open, 2), await box.OpenAsync(2).ConfigureAwait(false), "the state after opening");
        Expect.Equal(new BoxState(BoxStage.Open, 2), await box.OpenAsync(2).ConfigureAwait(false), "the state after opening again");
        Expect.Equal(new BoxState(BoxStage.Open, 2), await box.OpenAsync(1).ConfigureAwait(false), "the state after opening with an earlier edition");
        Expect.Equal(new BoxState(BoxStage.Open, 2), await box.StateAsync().ConfigureAwait(false), "the state afterwards");
    }

    private static async Task RaisedAsync(BoxUnderTest box)
    {
        var file = KitVote.Voted(KitVote.Key(1));
        await box.OpenAsync(1).ConfigureAwait(false);
        await box.SaveAsync(1, file).ConfigureAwait(false);
        Expect.Equal(new BoxState(BoxStage.Open, 7), await box.OpenAsync(7).ConfigureAwait(false), "the state after raising");
        Expect.Equal(BoxUnderTest.Text(file), BoxUnderTest.Text(await box.FindAsync(file.Key).ConfigureAwait(false)), "the file");
        await box.SaveAsync(7, KitVote.Vote(file, 3)).ConfigureAwait(false);
    }

    private static async Task OtherEditionAsync(BoxUnderTest box)
    {
        var file = KitVote.Voted(KitVote.Key(1));
        await box.OpenAsync(2).ConfigureAwait(false);
        foreach (var edition in new[] { 1, 3 })
        {
            var saved = await box.TrySaveAsync(edition, file).ConfigureAwait(false);
            Expect.Equal((new BoxState(BoxStage.Open, 2), false), (saved.State, saved.IsSaved[0]), $"state and save on edition {edition}");
        }

        Expect.Equal("no file", BoxUnderTest.Text(await box.FindAsync(file.Key).ConfigureAwait(false)), "the file");
        await box.SaveAsync(2, file).ConfigureAwait(false);
    }

    private static async Task OtherCycleAsync(BoxUnderTest box)
    {
        var file = KitVote.Voted(KitVote.Key(1));
        await box.OpenAsync(1).ConfigureAwait(false);
        await box.SaveAsync(1, file).ConfigureAwait(false);
        foreach (var cycle in new[] { "City", "city2", "cit" })
        {
            Expect.Equal(default, await box.StateAsync(cycle).ConfigureAwait(false), $"the state of '{cycle}'");
            await box.OpenAsync(1, cycle).ConfigureAwait(false);
            Expect.Equal("no file", BoxUnderTest.Text(await box.FindAsync(file.Key, cycle).ConfigureAwait(false)), $"the file in '{cycle}'");
            Expect.Equal(0, (await box.AllAsync(cycle: cycle).ConfigureAwait(false)).Count, $"the number of files in '{cycle}'");
            await box.SealAsync(cycle).ConfigureAwait(false);
        }

        Expect.Equal(new BoxState(BoxStage.Open, 1), await box.StateAsync().ConfigureAwait(false), "the state of the first");
    }
}
