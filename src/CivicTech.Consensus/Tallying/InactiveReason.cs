namespace CivicTech.Consensus.Tallying;

/// <summary>Why a ballot, or what is left of its value, counts for nobody.</summary>
public enum InactiveReason
{
    /// <summary>It ranks nobody at all.</summary>
    NoRanking,

    /// <summary>Everybody it ranks is out of the count.</summary>
    ExhaustedChoices,

    /// <summary>It marks several candidates at the rank that was looked at.</summary>
    Overvote,

    /// <summary>It skips more ranks than the rule allows.</summary>
    SkippedRanks,

    /// <summary>It ranks a candidate twice.</summary>
    RepeatedCandidate,

    /// <summary>All seats are filled: the surplus of the last to be elected goes nowhere.</summary>
    FinalSurplus,

    /// <summary>It puts the two who are compared at the same place.</summary>
    NoPreference,
}
