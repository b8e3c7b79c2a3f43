using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using static CivicTech.Budgeting.Cycles.ProposalRequirements;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands of moderators. The journal of what they hid, why and by whom is the journal of the cycle.</summary>
internal static class ProposalModerationDecider
{
    internal static void Moderate(CycleTurn turn, ProposalCommand command, string id, bool isHidden, string reason)
    {
        if (FindFor(turn, command, id, reason) is { } proposal && !turn.IsRefused && proposal.HiddenFor is not null != isHidden)
        {
            turn.Apply(new ProposalModerated { Proposal = id, IsHidden = isHidden, Reason = reason });
            ProposalNotices.TellAuthors(turn, id, isHidden ? NoticeKind.ProposalHidden : NoticeKind.ProposalShown, reason);
        }
    }

    internal static void ModerateComment(CycleTurn turn, ProposalCommand command, string id, string comment, bool isHidden, string reason)
    {
        var isNamed = turn.RequireId("comment", comment);
        if (FindFor(turn, command, id, reason) is null || !isNamed)
        {
            return;
        }

        var found = turn.State.Comments.Find($"{id}/{comment}");
        if (turn.Require(found is not null, () => ProposalRefusals.NoSuchComment.With(("proposal", id), ("comment", comment)))
            && !turn.IsRefused && found!.HiddenFor is not null != isHidden)
        {
            turn.Apply(new CommentModerated { Proposal = id, Comment = comment, IsHidden = isHidden, Reason = reason });
        }
    }

    private static Proposal? FindFor(CycleTurn turn, ProposalCommand command, string id, string reason)
    {
        turn.RequireText("reason", reason);
        turn.Require(turn.Plan.Proposals.Moderation != ModerationMode.None, () => ProposalRefusals.NoModeration.With());
        var proposal = Find(turn, id);
        if (proposal is not null)
        {
            RequirePermission(turn, command, proposal);
        }

        return proposal;
    }
}
