using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using CivicTech.Time;
using static CivicTech.Budgeting.Cycles.ProposalRequirements;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Appeals against decisions that eliminate a proposal.</summary>
internal static class ProposalAppealDecider
{
    internal static void File(CycleTurn turn, FileAppeal file)
    {
        turn.RequireText("grounds", file.Grounds);
        turn.Require(turn.Plan.Proposals.Appeals is not null, () => ProposalRefusals.NoAppeals.With());
        if (Find(turn, file.Proposal) is not { } proposal)
        {
            return;
        }

        RequirePermission(turn, file, proposal);
        if (!RequireStatus(turn, proposal, file, proposal.PublicStatusAt(turn.Now)))
        {
            return;
        }

        turn.Require(proposal.Appeals.All(appeal => appeal.Against != proposal.Status), () => ProposalRefusals.AppealedBefore.With(("proposal", proposal.Id)));
        if (proposal.Decision?.AppealBefore?.ToInstant() is { } deadline)
        {
            turn.Require(turn.Now < deadline, () => ProposalRefusals.AppealTooLate.With(("deadline", InstantText.Of(deadline))));
        }

        if (!turn.IsRefused)
        {
            turn.Apply(new AppealFiled { Proposal = proposal.Id, Grounds = file.Grounds, At = turn.Now });
            turn.Tell(NoticeKind.AppealReceived, Audience.Host, $"appeal/{proposal.Id}/{EnumNames.Of(proposal.Status)}", proposal.Id, file.Grounds);
        }
    }

    internal static void Decide(CycleTurn turn, DecideAppeal decide)
    {
        turn.RequireText("reason", decide.Reason);
        if (Find(turn, decide.Proposal) is not { } proposal)
        {
            return;
        }

        RequirePermission(turn, decide, proposal);
        var isWaiting = RequireStatus(turn, proposal, decide, proposal.Status);
        turn.Require(!decide.IsUpheld || turn.Head.Status == CycleStatus.Running, () => ProposalRefusals.AppealAfterFreeze.With(("proposal", proposal.Id)));
        if (!isWaiting || turn.IsRefused)
        {
            return;
        }

        var against = proposal.Appeals[^1].Against;
        var upheld = against == ProposalStatus.Inadmissible ? ProposalStatus.Admissible : ProposalStatus.Feasible;
        turn.Apply(new AppealDecided { Proposal = proposal.Id, IsUpheld = decide.IsUpheld, Status = decide.IsUpheld ? upheld : against, Reason = decide.Reason, At = turn.Now });
        ProposalNotices.TellAuthors(turn, proposal.Id, decide.IsUpheld ? NoticeKind.AppealUpheld : NoticeKind.AppealRejected, decide.Reason);
    }
}
