using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.TestKit.Stores;

namespace CivicTech.TestKit.Voting;

/// <summary>A box and what the cases do with it again and again.</summary>
internal sealed class BoxUnderTest(IBallotBox box, CancellationToken cancellationToken) : IAsyncDisposable
{
    internal const string City = "city";

    internal Task<BoxState> OpenAsync(int edition, string cycle = City) => box.OpenAsync(cycle, edition, cancellationToken).AsTask();

    internal Task<BoxState> SealAsync(string cycle = City) => box.SealAsync(cycle, cancellationToken).AsTask();

    internal Task<BoxState> SeparateAsync(IReadOnlyList<BallotGroup> groups, string cycle = City) => box.SeparateAsync(cycle, groups, cancellationToken).AsTask();

    internal async Task<BoxState> StateAsync(string cycle = City) => (await FindAsync([], cycle).ConfigureAwait(false)).State;

    internal Task<FoundFiles> FindAsync(IReadOnlyList<VoterKey> voters, string cycle = City) => box.FindAsync(cycle, voters, cancellationToken).AsTask();

    internal async Task<VoterFile?> FindAsync(VoterKey voter, string cycle = City) => (await FindAsync([voter], cycle).ConfigureAwait(false)).Files[0];

    internal Task<SavedFiles> TrySaveAsync(int edition, params IReadOnlyList<VoterFile> files) => TrySaveInAsync(City, edition, files);

    internal Task<SavedFiles> TrySaveInAsync(string cycle, int edition, params IReadOnlyList<VoterFile> files) => box.SaveAsync(cycle, edition, files, cancellationToken).AsTask();

    internal async Task<bool> IsSavedAsync(int edition, VoterFile file) => (await TrySaveAsync(edition, file).ConfigureAwait(false)).IsSaved[0];

    /// <summary>Saves files that a sound box saves.</summary>
    internal async Task SaveAsync(int edition, params IReadOnlyList<VoterFile> files)
    {
        var saved = await TrySaveAsync(edition, files).ConfigureAwait(false);
        Expect.Equal(new BoxState(BoxStage.Open, edition), saved.State, "the state of the box after a save");
        Expect.Same(files.Select(_ => true), saved.IsSaved, "what was saved");
    }

    internal async Task<IReadOnlyList<VoterFile>> PageAsync(VoterKey? after, int count, string cycle = City) => await box.ReadAsync(cycle, after, count, cancellationToken).ConfigureAwait(false);

    /// <summary>All files, read by pages.</summary>
    internal async Task<IReadOnlyList<VoterFile>> AllAsync(int pageSize = 100, string cycle = City)
    {
        var all = new List<VoterFile>();
        while (true)
        {
            var page = await PageAsync(all.Count == 0 ? null : all[^1].Key, pageSize, cycle).ConfigureAwait(false);
            Expect.That(page.Count <= pageSize, $"at most {pageSize} files on a page, not {page.Count}");
            all.AddRange(page);
            if (page.Count < pageSize)
            {
                return all;
            }
        }
    }

    internal async Task<IReadOnlyList<BallotGroup>> GroupsAsync(string cycle = City)
    {
        var groups = new List<BallotGroup>();
        await foreach (var group in box.ReadGroupsAsync(cycle, cancellationToken).ConfigureAwait(false))
        {
            groups.Add(group);
        }

        return groups;
    }

    /// <summary>A file as text: everything that a box must keep.</summary>
    internal static string Text(VoterFile? file) => file is null
        ? "no file"
        : $"{file.Key} version {file.Version}: {Convert.ToHexStringLower(VoterFileFormat.WriteRegister(file))} {Convert.ToHexStringLower(VoterFileFormat.WriteBallots(file))}";

    internal static string Text(BallotGroup group) => $"{group.Area}: {group.Content} x {group.Count}";

    public async ValueTask DisposeAsync()
    {
        if (box is IAsyncDisposable inTime)
        {
            await inTime.DisposeAsync().ConfigureAwait(false);
        }
        else
        {
            (box as IDisposable)?.Dispose();
        }
    }
}
