using System.Collections.Concurrent;

namespace CivicTech.Budgeting.Voting.Rolls;

/// <summary>An electoral roll in memory: for tests, demonstrations, and hosts that load a small roll from a file.</summary>
/// <remarks>Safe for several threads.</remarks>
public sealed class InMemoryElectoralRoll : IElectoralRoll
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<VoterKey, RollEntry>> _cycles = new(StringComparer.Ordinal);

    /// <summary>Enters a voter, or changes the entry.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="voter">The key of the voter in that cycle.</param>
    /// <param name="entry">What is known.</param>
    public void Enter(string cycle, VoterKey voter, RollEntry entry)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(entry);
        _cycles.GetOrAdd(cycle, _ => new())[voter] = entry;
    }

    /// <inheritdoc />
    public ValueTask<RollEntry?> FindAsync(string cycle, VoterKey voter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(_cycles.TryGetValue(cycle, out var voters) && voters.TryGetValue(voter, out var entry) ? entry : null);
    }

    /// <inheritdoc />
    public ValueTask<long?> CountAsync(string cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult<long?>(_cycles.TryGetValue(cycle, out var voters) ? voters.LongCount(voter => voter.Value.Status == RollStatus.Registered) : 0);
    }
}
