using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>Decides what a command does to the file of a voter: no clock, no storage, and no randomness but the trackers handed in.</summary>
public static class VotingDecider
{
    /// <summary>What follows from a command.</summary>
    /// <param name="sheet">The plan, the present edition of the ballot, and when votes are taken.</param>
    /// <param name="voter">The voter's entry in the roll; null when there is none. Officers' <see cref="VoidVoter"/> does not need it.</param>
    /// <param name="file">The voter's file; <see cref="VoterFile.Of"/> when there is none.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="trackers">Where the trackers of new ballots come from.</param>
    /// <returns>The file after it, brought up to the sheet's edition as <see cref="Release"/> does; or every reason against it, and the file as it was.</returns>
    public static VotingDecision Decide(VotingSheet sheet, RollEntry? voter, VoterFile file, VotingCommand command, Instant now, ITrackerSource trackers)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(trackers);
        var turn = new VoterTurn(sheet, voter, file, ReleaseDecider.UpToDate(file, sheet), now, trackers);
        switch (command)
        {
            case CastBallot cast:
                CastDecider.Decide(turn, cast);
                break;
            case SaveBasket basket:
                BasketDecider.Decide(turn, basket);
                break;
            case SubmitBasket submit:
                BasketDecider.Decide(turn, submit);
                break;
            case WithdrawBallot withdraw:
                CastDecider.Decide(turn, withdraw);
                break;
            case SeeNotices:
                if (!turn.File.Notices.IsEmpty)
                {
                    turn.Happen(VoterHappeningKind.NoticesSeen, null, turn.File with { Notices = [] });
                }

                break;
            case KeepEntry keep:
                CardDecider.Decide(turn, keep);
                break;
            case CastCard card:
                CardDecider.Decide(turn, card);
                break;
            case RemoveCard remove:
                CardDecider.Decide(turn, remove);
                break;
            case TickVoter tick:
                TickDecider.Decide(turn, tick);
                break;
            case TakeTickBack back:
                TickDecider.Decide(turn, back);
                break;
            default:
                OfficerDecider.Decide(turn, (VoidVoter)command);
                break;
        }

        return turn.End();
    }

    /// <summary>
    /// Brings a file up to an edition of the ballot. Lines of projects that left, moved to another area or were released since the ballot was cast are taken out; what is left counts if it is still a
    /// ballot, else nothing of it does. The voter is to be told, and may vote again even where ballots are final. Ballots that prices or budgets made invalid count no longer either.
    /// </summary>
    /// <param name="file">Any file.</param>
    /// <param name="sheet">The present edition.</param>
    /// <returns>With the next version; the file itself when nothing of it is concerned, so that doing it again changes nothing.</returns>
    public static VoterFile Release(VoterFile file, VotingSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(sheet);
        var upToDate = ReleaseDecider.UpToDate(file, sheet);
        return ReferenceEquals(upToDate, file) ? file : upToDate with { Version = file.Version + 1 };
    }

    /// <summary>How a voter stands: what a page for the voter shows.</summary>
    /// <param name="sheet">The plan, the present edition of the ballot, and when votes are taken.</param>
    /// <param name="voter">The voter's entry in the roll; null when there is none.</param>
    /// <param name="file">The voter's file; <see cref="VoterFile.Of"/> when there is none.</param>
    /// <param name="now">The present instant.</param>
    public static VoterStanding Stand(VotingSheet sheet, RollEntry? voter, VoterFile file, Instant now)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(file);
        return StandingReader.Read(sheet, voter, ReleaseDecider.UpToDate(file, sheet), now);
    }
}
