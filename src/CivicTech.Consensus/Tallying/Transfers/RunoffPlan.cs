using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>What ends a count in which ballots are never divided.</summary>
internal sealed class RunoffPlan
{
    /// <summary>How many are elected; not looked at where <see cref="Share"/> is given.</summary>
    internal int Seats { get; init; } = 1;

    /// <summary>Whether a majority elects; otherwise only being among the last ones does.</summary>
    internal bool MajorityElects { get; init; }

    /// <summary>The part of the active votes that everybody must exceed; null for none.</summary>
    internal Rational? Share { get; init; }

    /// <summary>Whether all below the share go out together.</summary>
    internal bool AllBelowShareGo { get; init; }

    /// <summary>Whether the threshold of the first round stays.</summary>
    internal bool KeepsFirstThreshold { get; init; }

    internal bool EliminatesHopeless { get; init; }

    internal RunoffEnd End { get; init; }

    internal int StopAfterRound { get; init; } = int.MaxValue;
}
