using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>When no further round is held. Consensus and stability are two answers, and are reported as two.</summary>
/// <remarks>
/// Answers may be stable without consensus, and a percentage may be reached by accident in a round after which half of the panel changes its mind: consensus alone "is not a suitable
/// stopping criterion" (von der Gracht 2012, Technological Forecasting and Social Change 79; Dajani, Sincoff and Talley 1979, the same journal 13).
/// </remarks>
public sealed record StopRule
{
    /// <summary>No stop before so many rounds; 2 or more where stability is asked for, which compares two rounds.</summary>
    public required int MinRounds { get; init; }

    /// <summary>A stop after so many rounds, whatever the answers.</summary>
    public required int MaxRounds { get; init; }

    /// <summary>Whether each panel stops by itself.</summary>
    public required StopScope Scope { get; init; }

    /// <summary>What must have been reached.</summary>
    public required StopWhen When { get; init; }

    /// <summary>
    /// On which share of the items of a panel there must be consensus, to include or to exclude, for consensus to be reached: above 0, at most 1. Items that the rule settled in earlier rounds, or
    /// dropped with consensus, count as they were found then.
    /// </summary>
    public required Rational ConsensusShare { get; init; }
}
