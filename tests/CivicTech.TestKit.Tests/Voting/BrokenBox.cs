using System.Runtime.CompilerServices;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;

namespace CivicTech.TestKit.Tests.Voting;

/// <summary>A box whose answers pass through seams where a mistake can be put in.</summary>
internal sealed class BrokenBox(IBallotBox sound) : IBallotBox
{
    internal Func<string, string> Cycle { get; init; } = cycle => cycle;

    internal Func<string, int, IBallotBox, Task<BoxState>> Open { get; init; } = (cycle, edition, box) => box.OpenAsync(cycle, edition, default).AsTask();

    internal Func<FoundFiles, FoundFiles> Found { get; init; } = found => found;

    internal Func<string, int, IReadOnlyList<VoterFile>, IBallotBox, Task<SavedFiles>> Save { get; init; } = (cycle, edition, files, box) => box.SaveAsync(cycle, edition, files, default).AsTask();

    internal Func<string, VoterKey?, int, IBallotBox, Task<IReadOnlyList<VoterFile>>> Page { get; init; } = (cycle, after, count, box) => box.ReadAsync(cycle, after, count, default).AsTask();

    internal Func<string, IBallotBox, Task<BoxState>> Seal { get; init; } = (cycle, box) => box.SealAsync(cycle, default).AsTask();

    internal Func<string, IReadOnlyList<BallotGroup>, IBallotBox, Task<BoxState>> Separate { get; init; } = (cycle, groups, box) => box.SeparateAsync(cycle, groups, default).AsTask();

    internal Func<IEnumerable<BallotGroup>, IEnumerable<BallotGroup>> Groups { get; init; } = groups => groups;

    public async ValueTask<BoxState> OpenAsync(string cycle, int edition, CancellationToken cancellationToken) => await Open(Cycle(cycle), edition, sound);

    public async ValueTask<FoundFiles> FindAsync(string cycle, IReadOnlyList<VoterKey> voters, CancellationToken cancellationToken) => Found(await sound.FindAsync(Cycle(cycle), voters, cancellationToken));

    public async ValueTask<SavedFiles> SaveAsync(string cycle, int edition, IReadOnlyList<VoterFile> files, CancellationToken cancellationToken) => await Save(Cycle(cycle), edition, files, sound);

    public async ValueTask<IReadOnlyList<VoterFile>> ReadAsync(string cycle, VoterKey? after, int count, CancellationToken cancellationToken) => await Page(Cycle(cycle), after, count, sound);

    public async ValueTask<BoxState> SealAsync(string cycle, CancellationToken cancellationToken) => await Seal(Cycle(cycle), sound);

    public async ValueTask<BoxState> SeparateAsync(string cycle, IReadOnlyList<BallotGroup> groups, CancellationToken cancellationToken) => await Separate(Cycle(cycle), groups, sound);

    public async IAsyncEnumerable<BallotGroup> ReadGroupsAsync(string cycle, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var group in Groups(await sound.ReadGroupsAsync(Cycle(cycle), cancellationToken).ToListAsync(cancellationToken)))
        {
            yield return group;
        }
    }
}
