namespace CivicTech.Budgeting.Voting.Desks;

/// <summary>
/// A queue of commands of some voters, run one batch after the other: what comes while a batch is saved is decided and saved together, so that a crowd costs few transactions. Commands of one voter
/// are always in one lane, so they never hinder each other on this machine.
/// </summary>
internal sealed class VotingLane(VotingBatch batches)
{
    private const int BatchLimit = 256;

    private readonly Lock _lock = new();
    private readonly Queue<AskedVote> _queue = new();
    private bool _isRunning;

    internal ValueTask<Deciding.VotingDecision> ExecuteAsync(AskedVote asked)
    {
        lock (_lock)
        {
            if (_isRunning)
            {
                _queue.Enqueue(asked);
                return new(asked.Wait());
            }

            _isRunning = true;
        }

        return RunAsync(asked);
    }

    // Whoever finds the lane empty runs at once; the others go on without waiting for the caller.
    private async ValueTask<Deciding.VotingDecision> RunAsync(AskedVote asked)
    {
        await batches.RunAsync(new[] { asked }).ConfigureAwait(false);
        if (Take() is { } batch)
        {
            _ = Task.Run(() => RunAsync(batch));
        }

        return asked.Result;
    }

    private async Task RunAsync(List<AskedVote> batch)
    {
        for (var next = batch; next is not null; next = Take())
        {
            await batches.RunAsync(next).ConfigureAwait(false);
        }
    }

    // The next batch; null, and the lane is free, when nothing waits.
    private List<AskedVote>? Take()
    {
        lock (_lock)
        {
            if (_queue.Count == 0)
            {
                _isRunning = false;
                return null;
            }

            var batch = new List<AskedVote>(Math.Min(_queue.Count, BatchLimit));
            while (batch.Count < BatchLimit && _queue.TryDequeue(out var asked))
            {
                batch.Add(asked);
            }

            return batch;
        }
    }
}
