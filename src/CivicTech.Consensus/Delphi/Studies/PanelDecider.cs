using System.Globalization;
using CivicTech.Consensus.Delphi.Commands;
using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Panels;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>Commands about who sits on the panels.</summary>
internal static class PanelDecider
{
    internal static void Invite(StudyTurn turn, InviteExpert invite)
    {
        if (!turn.RequireId("expert", invite.Expert))
        {
            return;
        }

        var before = turn.State.Experts.Find(invite.Expert);
        turn.Require(before is null or { Status: ExpertStatus.Declined }, () => StudyRefusals.ExpertKnown.With(("expert", invite.Expert), ("status", EnumNames.Of(before!.Status))));
        var missing = turn.Protocol.Inclusion.Except(invite.Meets, StringComparer.Ordinal).ToList();
        turn.Require(missing.Count == 0, () => StudyRefusals.NotEligible.With(("expert", invite.Expert), ("missing", string.Join(", ", missing))));
        turn.Require(
            !invite.Seats.IsEmpty && invite.Seats.Select(seat => seat.Panel).Distinct(StringComparer.Ordinal).Count() == invite.Seats.Length,
            () => StudyRefusals.SeatsWrong.With(("expert", invite.Expert)));
        foreach (var seat in invite.Seats)
        {
            RequireSeat(turn, seat);
        }

        if (turn.IsRefused)
        {
            return;
        }

        turn.Apply(new ExpertInvited
        {
            Expert = new Expert { Id = invite.Expert, Seats = invite.Seats.Sort((one, other) => string.CompareOrdinal(one.Panel, other.Panel)), InvitedAt = turn.Now },
        });

        // Who declined and is asked again is told again.
        var number = turn.Head.Invited.ToString(CultureInfo.InvariantCulture);
        turn.Tell(NoticeKind.Invitation, $"invitation/{invite.Expert}/{number}", [invite.Expert]);
    }

    internal static void Answer(StudyTurn turn, AnswerInvitation answer)
    {
        turn.RequireTextOrNone("reason", answer.Reason);
        if (turn.RequireExpert(answer.Expert) is { } expert
            && turn.Require(expert.Status == ExpertStatus.Invited, () => StudyRefusals.AlreadyAnswered.With(("expert", expert.Id), ("status", EnumNames.Of(expert.Status))))
            && !turn.IsRefused)
        {
            turn.Apply(new InvitationAnswered { Expert = expert.Id, Accepts = answer.Accepts, At = turn.Now, Reason = answer.Reason });
        }
    }

    internal static void Leave(StudyTurn turn, LeaveStudy leave)
    {
        turn.RequireTextOrNone("reason", leave.Reason);
        if (turn.RequireExpert(leave.Expert) is { } expert
            && turn.Require(expert.Status == ExpertStatus.Joined, () => StudyRefusals.NotJoined.With(("expert", expert.Id), ("status", EnumNames.Of(expert.Status))))
            && !turn.IsRefused)
        {
            turn.Apply(new ExpertLeft { Expert = expert.Id, At = turn.Now, Reason = leave.Reason });
        }
    }

    private static void RequireSeat(StudyTurn turn, Seat seat)
    {
        if (turn.Protocol.FindPanel(seat.Panel) is not { } panel)
        {
            turn.Refuse(StudyRefusals.NoSuchPanel.With(("panel", seat.Panel)));
            return;
        }

        if (panel.Roles.FirstOrDefault(role => role.Role == seat.Role) is not { } quota)
        {
            turn.Refuse(StudyRefusals.NoSuchRole.With(("panel", seat.Panel), ("role", seat.Role), ("roles", string.Join(", ", panel.Roles.Select(role => role.Role)))));
            return;
        }

        var taken = turn.Head.SeatsOf(seat.Panel, seat.Role);
        turn.Require(
            taken.Invited + taken.Joined < quota.Seats,
            () => StudyRefusals.QuotaFull.With(("panel", seat.Panel), ("role", seat.Role), ("seats", quota.Seats.ToString(CultureInfo.InvariantCulture))));
    }
}
