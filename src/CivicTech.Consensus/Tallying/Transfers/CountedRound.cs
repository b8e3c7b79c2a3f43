using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>A round as a count notes it, in its own units.</summary>
/// <typeparam name="T">An amount of votes.</typeparam>
internal sealed class CountedRound<T>
    where T : struct, IComparable<T>
{
    internal required int Pass { get; init; }

    internal required int Number { get; init; }

    internal required T[] Tally { get; init; }

    internal required T[] Inactive { get; init; }

    internal required T Residual { get; init; }

    /// <summary>Who could receive votes when the ballots came to lie as they do in this round.</summary>
    internal required bool[] Open { get; init; }

    /// <summary>Whose tally stands in the round's report: those who can receive votes, and those elected before.</summary>
    internal required bool[] Shown { get; init; }

    internal Rational? Threshold { get; set; }

    internal List<CountedAction<T>> Actions { get; } = [];

    internal string Note { get; set; } = "";
}

/// <summary>An action as a count notes it.</summary>
/// <typeparam name="T">An amount of votes.</typeparam>
internal sealed class CountedAction<T>
    where T : struct, IComparable<T>
{
    internal required int Candidate { get; init; }

    internal required TallyActionKind Kind { get; init; }

    internal string Why { get; init; } = "";

    /// <summary>What everybody received, and behind them what became inactive; null while nothing was transferred.</summary>
    internal T[]? Received { get; set; }

    /// <summary>What the rounding of the transfer lost.</summary>
    internal T Lost { get; set; }

    /// <summary>The part of its value at which each ballot goes on, where a surplus is transferred.</summary>
    internal (T Surplus, T Total)? Part { get; set; }

    /// <summary>The ballots that came before this round stay with the candidate; 0 when all go on.</summary>
    internal int OnlyFromRound { get; set; }

    /// <summary>Whether the part is of a whole vote, whatever the ballot was worth.</summary>
    internal bool EveryBallotIsOne { get; set; }

    /// <summary>Whether all seats are filled, so that the surplus goes to nobody.</summary>
    internal bool IsFinal { get; set; }
}
