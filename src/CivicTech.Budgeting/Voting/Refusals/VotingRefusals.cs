using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting.Refusals;

/// <summary>Why a vote is not taken.</summary>
public static partial class VotingRefusals
{
    /// <summary>Every kind, for hosts that translate them.</summary>
    public static IReadOnlyList<RefusalKind> All =>
    [
        NotOnRoll, NotVerified, StruckOff, TooYoung, TooOld, NotResident, VoterVoid, NoSuchArea, NotYourArea, OneAreaOnly, OneAreaOfGroup, OneOtherArea, NotYetOpen, Closed, NotOpened, Sealed,
        Updating, CardNotInTime, WrongSubmission, AlreadyVoted, AreaVoid, OtherChannelCounts, CardWasEntered, CannotWithdraw, BasketEmpty, BadReference, NoSuchProject, ProjectOfOtherArea,
        ProjectRemoved, ProjectTwice, BadValue, TooFewProjects, TooManyProjects, TooManyAltogether, OverBudget, UnderSpent, TooManyPoints, PointsLeft, RanksNotInOrder, TooManyFor,
        TooManyAgainst, PriceChanged, BallotWasChanged, InterimHidden, VotedAtStation, NotTickedOff, SecondClerkNeeded, CardVoid,
    ];
}
