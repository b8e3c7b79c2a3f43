using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Voting;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands about proposals: which decider takes them, and the ballot.</summary>
internal static class ProposalDecider
{
    internal static void Decide(CycleTurn turn, ProposalCommand command)
    {
        switch (command)
        {
            case SubmitProposal submit: ProposalAuthorDecider.Submit(turn, submit); break;
            case EditProposal edit: ProposalAuthorDecider.Edit(turn, edit); break;
            case WithdrawProposal withdraw: ProposalAuthorDecider.Withdraw(turn, withdraw); break;
            case AddAuthor add: ProposalAuthorDecider.Add(turn, add); break;
            case ConfirmAuthor confirm: ProposalAuthorDecider.Confirm(turn, confirm); break;
            case CommentOnProposal comment: ProposalPublicDecider.Comment(turn, comment); break;
            case SupportProposal support: ProposalPublicDecider.Support(turn, support); break;
            case WithdrawSupport withdraw: ProposalPublicDecider.WithdrawSupport(turn, withdraw); break;
            case HideProposal hide: ProposalModerationDecider.Moderate(turn, hide, hide.Proposal, isHidden: true, hide.Reason); break;
            case ShowProposal show: ProposalModerationDecider.Moderate(turn, show, show.Proposal, isHidden: false, show.Reason); break;
            case HideComment hide: ProposalModerationDecider.ModerateComment(turn, hide, hide.Proposal, hide.Comment, isHidden: true, hide.Reason); break;
            case ShowComment show: ProposalModerationDecider.ModerateComment(turn, show, show.Proposal, show.Comment, isHidden: false, show.Reason); break;
            case AssessProposal assess: ProposalReviewDecider.Assess(turn, assess); break;
            case DecideFeasibility decide: ProposalReviewDecider.DecideFeasibility(turn, decide); break;
            case SetPrice set: ProposalReviewDecider.SetPrice(turn, set); break;
            case FileAppeal file: ProposalAppealDecider.File(turn, file); break;
            case DecideAppeal decide: ProposalAppealDecider.Decide(turn, decide); break;
            case RewordProposal reword: ProposalShapingDecider.Reword(turn, reword); break;
            case GroupProposals group: ProposalShapingDecider.Group(turn, group); break;
            case SplitProposal split: ProposalShapingDecider.Split(turn, split); break;
            case ShortlistProposals shortlist: ProposalShortlistDecider.Apply(turn, shortlist); break;
            case ShortlistByHand shortlist: ProposalShortlistDecider.Name(turn, shortlist); break;
            default: throw new ArgumentException($"Not a command about proposals: {command.GetType().Name}.", nameof(command));
        }
    }

    /// <summary>The ballot is frozen: what <see cref="BallotProposals.Of"/> finds among all proposals is on it. Reads them all.</summary>
    internal static void PutOnBallot(CycleTurn turn)
    {
        var proposals = BallotProposals.Of(turn.State.Proposals.All.Select(proposal => proposal.Value));
        if (!proposals.IsEmpty)
        {
            turn.Apply(new ProposalsPutOnBallot { Proposals = [.. proposals.Select(proposal => proposal.Id)] });
            foreach (var proposal in proposals)
            {
                // That it is on the ballot says that it was chosen for it.
                ProposalNotices.DropKept(turn, proposal.Id);
                ProposalNotices.TellAuthors(turn, proposal.Id, NoticeKind.ProposalOnBallot);
            }
        }
    }

    /// <summary>Proposals leave the ballot after it was frozen.</summary>
    internal static void TakeOffBallot(CycleTurn turn, IEnumerable<string> ids, string reason)
    {
        var proposals = ids.Where(id => turn.State.Proposals[id].Status == ProposalStatus.OnBallot).ToList();
        if (proposals.Count > 0)
        {
            turn.Apply(new ProposalsTakenOffBallot { Proposals = [.. proposals], Reason = reason });
            proposals.ForEach(id => ProposalNotices.TellAuthors(turn, id, NoticeKind.ProposalOffBallot, reason));
        }
    }

    /// <summary>Prices changed on the ballot: the proposals have them too.</summary>
    internal static void Reprice(CycleTurn turn, IEnumerable<BallotProject> projects, string reason)
    {
        foreach (var project in projects.Where(project => turn.State.Proposals[project.Id].Price != project.Cost))
        {
            turn.Apply(new PriceSet { Proposal = project.Id, Price = project.Cost, Explanation = reason });
            ProposalNotices.TellAuthors(turn, project.Id, NoticeKind.ProposalPriced, project.Cost.ToString());
        }
    }
}
