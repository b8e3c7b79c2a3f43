namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>A round as an iterated count notes it.</summary>
/// <typeparam name="T">An amount.</typeparam>
internal sealed class IteratedRound<T>
    where T : struct, IComparable<T>
{
    internal required int Number { get; init; }

    internal required T[] Tally { get; init; }

    /// <summary>The keep factors that the tally was counted by: 0 for those who are out.</summary>
    internal required T[] Factors { get; init; }

    internal required T Quota { get; init; }

    /// <summary>By <see cref="InactiveReason"/>.</summary>
    internal required T[] Inactive { get; init; }

    internal required T Residual { get; init; }

    internal required bool[] Shown { get; init; }

    internal List<(int Candidate, TallyActionKind Kind, string Why)> Actions { get; } = [];

    internal required string Note { get; init; }
}
