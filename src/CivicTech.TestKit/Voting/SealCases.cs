using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.TestKit.Stores;

namespace CivicTech.TestKit.Voting;

/// <summary>Once a box is sealed nothing goes into it.</summary>
internal static class SealCases
{
    internal static IEnumerable<BoxCase> All =>
    [
        new("Sealed, a box keeps its files and saves nothing", SealedAsync),
        new("Sealing again changes nothing", AgainAsync),
        new("A sealed box is not opened again, nor its edition raised", NotOpenedAgainAsync),
        new("A box that was not opened is sealed empty", EmptyAsync),
    ];

    private static async Task SealedAsync(BoxUnderTest box)
    {
        var file = KitVote.Voted(KitVote.Key(1));
        await box.OpenAsync(1).ConfigureAwait(false);
        await box.SaveAsync(1, file).ConfigureAwait(false);
        Expect.Equal(new BoxState(BoxStage.Sealed, 1), await box.SealAsync().ConfigureAwait(false), "the state after sealing");
        var saved = await box.TrySaveAsync(1, KitVote.Vote(file, 2), KitVote.Voted(KitVote.Key(2))).ConfigureAwait(false);
        Expect.Equal(new BoxState(BoxStage.Sealed, 1), saved.State, "the state after a save");
        Expect.Same([false, false], saved.IsSaved, "what was saved");
        Expect.Same([BoxUnderTest.Text(file)], (await box.AllAsync().ConfigureAwait(false)).Select(BoxUnderTest.Text), "the files");
    }

    private static async Task AgainAsync(BoxUnderTest box)
    {
        await box.OpenAsync(3).ConfigureAwait(false);
        await box.SealAsync().ConfigureAwait(false);
        Expect.Equal(new BoxState(BoxStage.Sealed, 3), await box.SealAsync().ConfigureAwait(false), "the state after sealing again");
    }

    private static async Task NotOpenedAgainAsync(BoxUnderTest box)
    {
        await box.OpenAsync(1).ConfigureAwait(false);
        await box.SealAsync().ConfigureAwait(false);
        foreach (var edition in new[] { 1, 2 })
        {
            Expect.Equal(new BoxState(BoxStage.Sealed, 1), await box.OpenAsync(edition).ConfigureAwait(false), $"the state after opening a sealed box with edition {edition}");
        }

        Expect.Equal(new BoxState(BoxStage.Sealed, 1), await box.StateAsync().ConfigureAwait(false), "the state afterwards");
    }

    private static async Task EmptyAsync(BoxUnderTest box)
    {
        Expect.Equal(new BoxState(BoxStage.Sealed, 0), await box.SealAsync().ConfigureAwait(false), "the state after sealing");
        Expect.Equal(new BoxState(BoxStage.Sealed, 0), await box.OpenAsync(1).ConfigureAwait(false), "the state after opening");
        Expect.Equal(false, await box.IsSavedAsync(1, KitVote.Voted(KitVote.Key(1))).ConfigureAwait(false), "whether it saves");
        Expect.Equal(new BoxState(BoxStage.Separated, 0), await box.SeparateAsync([]).ConfigureAwait(false), "the state after separating");
    }
}
