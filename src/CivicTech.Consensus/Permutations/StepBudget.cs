namespace CivicTech.Consensus.Permutations;

/// <summary>Counts the steps of an exact computation, so that giving up depends on the ratings alone and never on the machine.</summary>
internal sealed class StepBudget(long maxSteps, CancellationToken cancellationToken)
{
    private const long CheckEvery = 1 << 16;
    private long _nextCheck = CheckEvery;

    internal long Used { get; private set; }

    internal long Left => maxSteps - Used;

    /// <summary>False when there are not so many steps left.</summary>
    internal bool TryTake(long steps)
    {
        if (steps > Left)
        {
            return false;
        }

        Used += steps;
        if (Used >= _nextCheck)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _nextCheck = Used + CheckEvery;
        }

        return true;
    }
}
