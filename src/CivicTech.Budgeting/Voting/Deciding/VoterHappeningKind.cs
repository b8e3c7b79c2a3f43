namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>What can happen to the file of a voter.</summary>
public enum VoterHappeningKind
{
    /// <summary>The basket for an area has another content.</summary>
    BasketSaved,

    /// <summary>A ballot was cast.</summary>
    BallotCast,

    /// <summary>A ballot was cast, and one that was there counts no longer.</summary>
    BallotReplaced,

    /// <summary>A ballot was taken back.</summary>
    BallotWithdrawn,

    /// <summary>A ballot was declared void, or voids itself with another.</summary>
    BallotVoided,

    /// <summary>Nothing more is taken of this voter.</summary>
    VoterVoided,

    /// <summary>The voter was told what was released.</summary>
    NoticesSeen,

    /// <summary>The voter was ticked off at a station; an online ballot, if there was one, counts no longer.</summary>
    VotedAtStation,

    /// <summary>A tick at a station was taken back: it had been wrong.</summary>
    TickTakenBack,

    /// <summary>What a clerk read on a paper card waits until another has read the same.</summary>
    CardRead,

    /// <summary>A paper card was declared void.</summary>
    CardRemoved,
}
