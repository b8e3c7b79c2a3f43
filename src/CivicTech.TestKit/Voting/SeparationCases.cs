using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.TestKit.Stores;

namespace CivicTech.TestKit.Voting;

/// <summary>Voters and ballots are separated at once, and for good.</summary>
internal static class SeparationCases
{
    internal static IEnumerable<BoxCase> All =>
    [
        new("An open box is not separated", OpenAsync),
        new("Separated, the files say who voted where and nothing of what", RegisterAsync),
        new("Separated, the groups are as they were, in order", GroupsAsync),
        new("Separating again changes nothing", AgainAsync),
        new("A separated box is not sealed, opened or filled again", StaysAsync),
        new("5,000 groups are kept", ManyAsync),
    ];

    private static IReadOnlyList<BallotGroup> Some { get; } =
    [
        new("nord", default, 3),
        new("nord", Content("0203"), 5_000_000_000),
        new("nord", Content("0205"), 1),
        new("nord", Content("0280ff01"), 9),
        new("nord", Content("040301"), 2),
        new("Ñord-É", Content("0203"), 4),
    ];

    private static async Task OpenAsync(BoxUnderTest box)
    {
        var file = KitVote.Voted(KitVote.Key(1));
        await box.OpenAsync(1).ConfigureAwait(false);
        await box.SaveAsync(1, file).ConfigureAwait(false);
        Expect.Equal(new BoxState(BoxStage.Open, 1), await box.SeparateAsync(Some).ConfigureAwait(false), "the state after separating an open box");
        Expect.Equal(0, (await box.GroupsAsync().ConfigureAwait(false)).Count, "the number of groups");
        Expect.Equal(BoxUnderTest.Text(file), BoxUnderTest.Text(await box.FindAsync(file.Key).ConfigureAwait(false)), "the file");
    }

    private static async Task RegisterAsync(BoxUnderTest box)
    {
        VoterFile[] files = [KitVote.Voted(KitVote.Key(1), 3), KitVote.Life(KitVote.Key(2))[^1], KitVote.Life(KitVote.Key(3))[4], KitVote.WithBasket(KitVote.Key(4))];
        await box.OpenAsync(1).ConfigureAwait(false);
        foreach (var file in files)
        {
            foreach (var step in Enumerable.Range(1, file.Version).Select(version => version == file.Version ? file : KitVote.Life(file.Key)[version - 1]))
            {
                await box.SaveAsync(1, step).ConfigureAwait(false);
            }
        }

        await box.SealAsync().ConfigureAwait(false);
        Expect.Equal(new BoxState(BoxStage.Separated, 1), await box.SeparateAsync(Some).ConfigureAwait(false), "the state after separating");
        var expected = files.OrderBy(file => file.Key).Select(Register).ToList();
        Expect.Same(expected, (await box.AllAsync(3).ConfigureAwait(false)).Select(BoxUnderTest.Text), "the files read");
        var found = await box.FindAsync([.. files.Select(file => file.Key)]).ConfigureAwait(false);
        Expect.Same(files.Select(Register), found.Files.Select(BoxUnderTest.Text), "the files found");
    }

    private static async Task GroupsAsync(BoxUnderTest box)
    {
        await SeparateAsync(box, [.. Some.Reverse()]).ConfigureAwait(false);
        Expect.Same(Some.Select(BoxUnderTest.Text), (await box.GroupsAsync().ConfigureAwait(false)).Select(BoxUnderTest.Text), "the groups");
    }

    private static async Task AgainAsync(BoxUnderTest box)
    {
        await SeparateAsync(box, Some).ConfigureAwait(false);
        Expect.Equal(new BoxState(BoxStage.Separated, 1), await box.SeparateAsync([new("nord", default, 1)]).ConfigureAwait(false), "the state after separating again");
        Expect.Same(Some.Select(BoxUnderTest.Text), (await box.GroupsAsync().ConfigureAwait(false)).Select(BoxUnderTest.Text), "the groups");
    }

    private static async Task StaysAsync(BoxUnderTest box)
    {
        await SeparateAsync(box, Some).ConfigureAwait(false);
        Expect.Equal(new BoxState(BoxStage.Separated, 1), await box.SealAsync().ConfigureAwait(false), "the state after sealing");
        Expect.Equal(new BoxState(BoxStage.Separated, 1), await box.OpenAsync(2).ConfigureAwait(false), "the state after opening");
        Expect.Equal(false, await box.IsSavedAsync(1, KitVote.Voted(KitVote.Key(1))).ConfigureAwait(false), "whether it saves");
    }

    private static async Task ManyAsync(BoxUnderTest box)
    {
        var groups = Enumerable.Range(0, 5000).Select(i => new BallotGroup("nord", Content($"04{i % 100:x2}{1 + i / 100:x2}"), i + 1)).OrderBy(group => group.Content).ToList();
        await SeparateAsync(box, groups).ConfigureAwait(false);
        Expect.Same(groups.Select(BoxUnderTest.Text), (await box.GroupsAsync().ConfigureAwait(false)).Select(BoxUnderTest.Text), "the groups");
    }

    private static async Task SeparateAsync(BoxUnderTest box, IReadOnlyList<BallotGroup> groups)
    {
        await box.OpenAsync(1).ConfigureAwait(false);
        await box.SealAsync().ConfigureAwait(false);
        Expect.Equal(new BoxState(BoxStage.Separated, 1), await box.SeparateAsync(groups).ConfigureAwait(false), "the state after separating");
    }

    private static BallotContent Content(string hex) => BallotContent.FromBytes(Convert.FromHexString(hex));

    private static string Register(VoterFile file) => BoxUnderTest.Text(VoterFileFormat.Read(file.Key, file.Version, VoterFileFormat.WriteRegister(file), []));
}
