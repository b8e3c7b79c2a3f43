namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>How a count of rounds reads a ranked ballot that is not simply a list. There are no silent defaults: receipts hold every option.</summary>
/// <remarks>
/// At each rank three questions are asked in this order: were too many ranks skipped before it, is a candidate repeated at it, does it hold
/// several candidates. A candidate who stood down keeps the rank that the voter gave, without a vote. Skipped ranks behind the last one that
/// is used mean nothing.
/// </remarks>
public sealed class BallotHandling
{
    /// <summary>What becomes of a ballot at a rank with several candidates: <see cref="OvervoteRule.Exhaust"/> unless said otherwise.</summary>
    public OvervoteRule Overvotes { get; init; }

    /// <summary>
    /// How many ranks in a row may be skipped: zero or more; null, as it is unless said otherwise, allows any number. The first rank can be
    /// skipped like any other.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int? MaxSkippedRanks
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(MaxSkippedRanks));
            field = value;
        }
    }

    /// <summary>What becomes of a ballot that ranks a candidate twice: the later rank is ignored unless said otherwise.</summary>
    public RepeatedCandidateRule RepeatedCandidates { get; init; }

    /// <summary>How many ranks are looked at: at least 1; null, as it is unless said otherwise, for all of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int? MaxRanks
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1, nameof(MaxRanks));
            field = value;
        }
    }

    /// <summary>Whether ballots are read alike.</summary>
    internal bool ReadsAs(BallotHandling other) =>
        Overvotes == other.Overvotes && MaxSkippedRanks == other.MaxSkippedRanks && RepeatedCandidates == other.RepeatedCandidates && MaxRanks == other.MaxRanks;
}
