using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;

namespace CivicTech.Budgeting.Voting.Boxes;

/// <summary>Ballot boxes in memory: for tests, demonstrations and benchmarks. What they hold is gone when the program ends.</summary>
/// <remarks>Safe for several threads.</remarks>
public sealed class InMemoryBallotBox : IBallotBox
{
    private readonly ConcurrentDictionary<string, InMemoryCycleBox> _cycles = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public ValueTask<BoxState> OpenAsync(string cycle, int edition, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(edition);
        return ValueTask.FromResult(Of(cycle, cancellationToken).Open(edition));
    }

    /// <inheritdoc />
    public ValueTask<FoundFiles> FindAsync(string cycle, IReadOnlyList<VoterKey> voters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(voters);
        var box = Of(cycle, cancellationToken);
        var files = new VoterFile?[voters.Count];
        for (var i = 0; i < files.Length; i++)
        {
            files[i] = box.Find(voters[i]);
        }

        return ValueTask.FromResult(new FoundFiles(box.State, ImmutableCollectionsMarshal.AsImmutableArray(files)));
    }

    /// <inheritdoc />
    public ValueTask<SavedFiles> SaveAsync(string cycle, int edition, IReadOnlyList<VoterFile> files, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        var box = Of(cycle, cancellationToken);
        var saved = new bool[files.Count];
        for (var i = 0; i < saved.Length; i++)
        {
            saved[i] = box.Save(edition, files[i]);
        }

        return ValueTask.FromResult(new SavedFiles(box.State, ImmutableCollectionsMarshal.AsImmutableArray(saved)));
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<VoterFile>> ReadAsync(string cycle, VoterKey? after, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return ValueTask.FromResult(Of(cycle, cancellationToken).Read(after, count));
    }

    /// <inheritdoc />
    public ValueTask<BoxState> SealAsync(string cycle, CancellationToken cancellationToken) => ValueTask.FromResult(Of(cycle, cancellationToken).Seal());

    /// <inheritdoc />
    public ValueTask<BoxState> SeparateAsync(string cycle, IReadOnlyList<BallotGroup> groups, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(groups);
        return ValueTask.FromResult(Of(cycle, cancellationToken).Separate(groups));
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<BallotGroup> ReadGroupsAsync(string cycle, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var group in Of(cycle, cancellationToken).Groups)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return group;
        }
    }

    private InMemoryCycleBox Of(string cycle, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(cycle);
        cancellationToken.ThrowIfCancellationRequested();
        return _cycles.GetOrAdd(cycle, static _ => new InMemoryCycleBox());
    }
}
