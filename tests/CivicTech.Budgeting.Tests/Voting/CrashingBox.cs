using System.Runtime.CompilerServices;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;

namespace CivicTech.Budgeting.Tests.Voting;

/// <summary>A box whose answer is lost once: before what was asked is done, or after it.</summary>
internal sealed class CrashingBox(IBallotBox box) : IBallotBox
{
    private int _left;

    private bool _isBefore;

    /// <summary>The call that fails, counted from now: two numbers a call, the odd one fails it before it is done, the even one after.</summary>
    internal int CrashAt
    {
        set
        {
            _isBefore = value % 2 == 1;
            _left = (value + 1) / 2;
        }
    }

    public ValueTask<BoxState> OpenAsync(string cycle, int edition, CancellationToken cancellationToken) => Lossy(() => box.OpenAsync(cycle, edition, cancellationToken));

    public ValueTask<FoundFiles> FindAsync(string cycle, IReadOnlyList<VoterKey> voters, CancellationToken cancellationToken) => Lossy(() => box.FindAsync(cycle, voters, cancellationToken));

    public ValueTask<SavedFiles> SaveAsync(string cycle, int edition, IReadOnlyList<VoterFile> files, CancellationToken cancellationToken) => Lossy(() => box.SaveAsync(cycle, edition, files, cancellationToken));

    public ValueTask<IReadOnlyList<VoterFile>> ReadAsync(string cycle, VoterKey? after, int count, CancellationToken cancellationToken) => Lossy(() => box.ReadAsync(cycle, after, count, cancellationToken));

    public ValueTask<BoxState> SealAsync(string cycle, CancellationToken cancellationToken) => Lossy(() => box.SealAsync(cycle, cancellationToken));

    public ValueTask<BoxState> SeparateAsync(string cycle, IReadOnlyList<BallotGroup> groups, CancellationToken cancellationToken) => Lossy(() => box.SeparateAsync(cycle, groups, cancellationToken));

    public async IAsyncEnumerable<BallotGroup> ReadGroupsAsync(string cycle, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var group in box.ReadGroupsAsync(cycle, cancellationToken))
        {
            yield return await Lossy(() => ValueTask.FromResult(group));
        }
    }

    private async ValueTask<T> Lossy<T>(Func<ValueTask<T>> call)
    {
        var left = Interlocked.Decrement(ref _left);
        if (left == 0 && _isBefore)
        {
            throw new TimeoutException("before");
        }

        var answer = await call();
        return left == 0 ? throw new TimeoutException("after") : answer;
    }
}
