using CivicTech.Numerics;

namespace CivicTech.Consensus.Formats;

/// <summary>The rules of an RCTab configuration, with the names that they have there.</summary>
public sealed class RctabRules
{
    internal RctabRules()
    {
    }

    /// <summary>
    /// <c>random</c>, <c>stopCountingAndAsk</c>, <c>previousRoundCountsThenRandom</c>, <c>previousRoundCountsThenAsk</c>,
    /// <c>useCandidateOrder</c> or <c>generatePermutation</c>.
    /// </summary>
    public required string TiebreakMode { get; init; }

    /// <summary><c>alwaysSkipToNextRank</c>, <c>exhaustImmediately</c> or <c>exhaustIfMultipleContinuing</c>.</summary>
    public required string OvervoteRule { get; init; }

    /// <summary>
    /// <c>singleWinnerMajority</c>, <c>multiWinnerAllowOnlyOneWinnerPerRound</c>, <c>multiWinnerAllowMultipleWinnersPerRound</c>,
    /// <c>bottomsUp</c>, <c>bottomsUpUsingPercentageThreshold</c> or <c>multiPassIrv</c>.
    /// </summary>
    public required string WinnerElectionMode { get; init; }

    /// <summary>The seed of ties that are drawn: of 48 bits with a sign; null when it is not set.</summary>
    public required long? RandomSeed { get; init; }

    /// <summary>How many are elected; 0 where a percentage decides.</summary>
    public required int NumberOfWinners { get; init; }

    /// <summary>The percentage of <c>bottomsUpUsingPercentageThreshold</c>, from 1 to 100; null when it is not set.</summary>
    public required Rational? MultiSeatBottomsUpPercentageThreshold { get; init; }

    /// <summary>Decimal places of parts of votes, from 1 to 20.</summary>
    public required int DecimalPlacesForVoteArithmetic { get; init; }

    /// <summary>How many ranks in a row may be skipped; null when any number may.</summary>
    public required int? MaxSkippedRanksAllowed { get; init; }

    /// <summary>How many ranks a ballot has; null for as many as there are candidates (<c>max</c>).</summary>
    public required int? MaxRankingsAllowed { get; init; }

    /// <summary>Votes below which a candidate goes out at once; null when it is not set. RCTab 2.0 does not look at it.</summary>
    public required int? MinimumVoteThreshold { get; init; }

    /// <summary>The last round that is counted; null when it is not set.</summary>
    public required int? StopTabulationEarlyAfterRound { get; init; }

    /// <summary>Whether the threshold may have decimal places.</summary>
    public required bool NonIntegerWinningThreshold { get; init; }

    /// <summary>Whether the votes of the first round decide the threshold.</summary>
    public required bool DoesFirstRoundDetermineThreshold { get; init; }

    /// <summary>Whether the threshold is votes by seats, not votes by seats and one more.</summary>
    public required bool HareQuota { get; init; }

    /// <summary>Whether candidates that cannot catch up go out together.</summary>
    public required bool BatchElimination { get; init; }

    /// <summary>Whether all candidates below the percentage go out in the first round.</summary>
    public required bool CutoffElimination { get; init; }

    /// <summary>Whether counting goes on until two candidates are left.</summary>
    public required bool ContinueUntilTwoCandidatesRemain { get; init; }

    /// <summary>Whether a ballot ends where it names a candidate again.</summary>
    public required bool ExhaustOnDuplicateCandidate { get; init; }

    /// <summary>The rules in words; may be empty.</summary>
    public required string RulesDescription { get; init; }
}
