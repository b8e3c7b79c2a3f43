using CivicTech.Budgeting.Voting.Refusals;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>Ballots that are cast area by area, and taken back.</summary>
internal static class CastDecider
{
    internal static void Decide(VoterTurn turn, CastBallot command)
    {
        if (turn.Sheet.Plan.Submission == Submission.Basket)
        {
            turn.Refuse(VotingRefusals.WrongSubmission.With(("submission", EnumNames.Of(Submission.Basket)), ("command", command.Name)));
            return;
        }

        Eligibility.Check(turn);
        if (turn.Sheet.Find(command.Area) is not { } area)
        {
            turn.Refuse(VotingRefusals.NoSuchArea.With(("area", command.Area)));
            return;
        }

        var wasEligible = turn.Refusals.IsEmpty;
        var content = LineReading.Read(turn, area, command.Lines, isComplete: true);
        if (wasEligible && turn.Refusals.IsEmpty && turn.File.Find(area.Id) is { IsCounted: true, Channel: VotingChannel.Online } there && there.Content == content)
        {
            // The same again, whenever it comes: the answer may have been lost.
            turn.Hand(there);
            return;
        }

        LineReading.CheckSeen(turn, area, content, command.SeenEdition ?? turn.Sheet.Edition);
        VoteTime.Check(turn, area);
        AccessCheck.Check(turn, area, withBaskets: false);
        CombinedLimit.Check(turn, area.Id, content.Count, withBaskets: false);
        var step = Placing.Online(turn, area.Id);
        if (turn.Refusals.IsEmpty)
        {
            Placing.Place(turn, area.Id, step, new NewBallot(content, VotingChannel.Online, turn.Now, null));
        }
    }

    internal static void Decide(VoterTurn turn, WithdrawBallot command)
    {
        if (turn.Sheet.Find(command.Area) is not { } area)
        {
            turn.Refuse(VotingRefusals.NoSuchArea.With(("area", command.Area)));
            return;
        }

        if (turn.File.Find(area.Id) is not { IsCounted: true } ballot)
        {
            return;
        }

        VoteTime.Check(turn, area);
        if (turn.Sheet.Plan.Submission != Submission.ReviseUntilClose || ballot.Channel != VotingChannel.Online)
        {
            turn.Refuse(VotingRefusals.CannotWithdraw.With(("area", area.Id)));
        }

        if (turn.Refusals.IsEmpty)
        {
            var after = ballot with { IsCounted = false, Content = default, Tracker = default, MayReplace = false, Withdrawn = ballot.Withdrawn + 1 };
            turn.Happen(VoterHappeningKind.BallotWithdrawn, area.Id, turn.File.With(after, turn.NextVersion));
        }
    }
}
