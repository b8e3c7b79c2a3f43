using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>What officers do to the file of a voter.</summary>
internal static class OfficerDecider
{
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
            // Whoever may vote again is not the one who filled the basket, or who voted twice.
            var isVoid = ballot.IsVoid && !command.MayVoteAgain;
            var after = ballot with
            {
                IsCounted = false, IsVoid = isVoid, Card = ballot.IsVoid && !isVoid ? null : ballot.Card, Content = default, Tracker = default, MayReplace = false, Basket = null, Voided = ballot.Voided + (ballot.IsCounted ? 1 : 0),
            };
            if (ballot.IsCounted)
            {
                turn.Happen(VoterHappeningKind.BallotVoided, ballot.Area, turn.File.With(after, turn.NextVersion));
            }
            else if (after != ballot)
            {
                turn.Become(turn.File.With(after, turn.NextVersion));
            }
        }

        var entry = new VoidEntry { By = command.By, Reason = command.Reason, At = Instant.FromUnixTimeTicks(turn.Now.ToUnixTimeTicks()), MayVoteAgain = command.MayVoteAgain };
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
