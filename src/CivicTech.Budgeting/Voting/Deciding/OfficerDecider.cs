using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>What officers do to the file of a voter.</summary>
internal static class OfficerDecider
{
    internal static void Decide(VoterTurn turn, EnterPaper command)
    {
        RequireReference(turn, "card", command.Card);
        Eligibility.Check(turn);
        if (turn.Sheet.Find(command.Area) is not { } area)
        {
            turn.Refuse(VotingRefusals.NoSuchArea.With(("area", command.Area)));
            return;
        }

        var wasRight = turn.Refusals.IsEmpty;
        var content = LineReading.Read(turn, area, command.Lines, isComplete: true);
        if (turn.File.Find(area.Id) is { } there && there.Card == command.Card)
        {
            if (wasRight && turn.Refusals.IsEmpty && there.IsCounted && there.Content == content)
            {
                turn.Hand(there);
            }
            else
            {
                turn.Refuse(VotingRefusals.CardWasEntered.With(("card", command.Card)));
            }

            return;
        }

        if (!area.IsOpen(command.HandedIn) || command.HandedIn > turn.Now)
        {
            turn.Refuse(VotingRefusals.CardNotInTime.With(("card", command.Card), ("area", area.Id), ("handedIn", VoteTime.Text(command.HandedIn))));
        }

        AccessCheck.Check(turn, area, withBaskets: false);
        CombinedLimit.Check(turn, area.Id, content.Count, withBaskets: false);
        var step = Placing.OnPaper(turn, area.Id, command.HandedIn);
        if (turn.Refusals.IsEmpty)
        {
            Placing.Place(turn, area.Id, step, new NewBallot(content, VotingChannel.Paper, command.HandedIn, command.Card));
        }
    }

    internal static void Decide(VoterTurn turn, VoidVoter command)
    {
        RequireReference(turn, "by", command.By);
        RequireReference(turn, "reason", command.Reason);
        if (!turn.Refusals.IsEmpty)
        {
            return;
        }

        var isThere = turn.File.Voids is [.., var last] && last.By == command.By && last.Reason == command.Reason && last.MayVoteAgain == command.MayVoteAgain;
        if (isThere && !turn.File.HasVoted)
        {
            return;
        }

        foreach (var ballot in turn.File.Areas)
        {
            var after = ballot with { IsCounted = false, Content = default, Tracker = default, MayReplace = false, Basket = null, Voided = ballot.Voided + (ballot.IsCounted ? 1 : 0) };
            if (ballot.IsCounted)
            {
                turn.Happen(VoterHappeningKind.BallotVoided, ballot.Area, turn.File.With(after, turn.NextVersion));
            }
        }

        var entry = new VoidEntry { By = command.By, Reason = command.Reason, At = turn.Now, MayVoteAgain = command.MayVoteAgain };
        turn.Happen(VoterHappeningKind.VoterVoided, null, turn.File with { Voids = turn.File.Voids.Add(entry) });
    }

    private static void RequireReference(VoterTurn turn, string field, string? value)
    {
        if (!ProcessName.IsValid(value, ProcessName.LongestId))
        {
            turn.Refuse(VotingRefusals.BadReference.With(("field", field)));
        }
    }
}
