using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using CivicTech.Time;
using static CivicTech.Budgeting.Cycles.ProposalRequirements;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands of officers: criteria, feasibility, price.</summary>
internal static class ProposalReviewDecider
{
    internal static void Assess(CycleTurn turn, AssessProposal assess)
    {
        var plan = turn.Plan.Proposals;
        turn.RequireText("reviewer", assess.Reviewer);
        turn.Require(plan.Criteria.Any(criterion => criterion.Id == assess.Criterion), () => ProposalRefusals.NoSuchCriterion.With(("criterion", assess.Criterion)));
        RequireReason(turn, assess, assess.Reason, assess.Finding == Finding.NotMet);
        if (Find(turn, assess.Proposal) is not { } proposal)
        {
            return;
        }

        RequirePermission(turn, assess, proposal);
        RequireStatus(turn, proposal, assess, proposal.Status);
        var before = proposal.Assessments.FirstOrDefault(one => one.Criterion == assess.Criterion && one.Reviewer == assess.Reviewer);
        RequireAtMost(turn, "assessments", proposal.Assessments.Length + (before is null ? 1 : 0), plan.Criteria.Length * 100);
        if (turn.IsRefused || (before is not null && before.Finding == assess.Finding && before.Reason == assess.Reason))
        {
            return;
        }

        turn.Apply(new ProposalAssessed
        {
            Proposal = proposal.Id,
            Assessment = new ProposalAssessment { Criterion = assess.Criterion, Reviewer = assess.Reviewer, Finding = assess.Finding, Reason = assess.Reason, At = turn.Now },
        });
        var (status, reason) = Admissibility.Of(plan, turn.State.Proposals[proposal.Id].Assessments);
        if (plan.HasRequiredCriterion && status != proposal.Status)
        {
            Conclude(turn, proposal, status, reason);
        }
    }

    internal static void DecideFeasibility(CycleTurn turn, DecideFeasibility decide)
    {
        if (Find(turn, decide.Proposal) is not { } proposal)
        {
            RequireReason(turn, decide, decide.Reason, !decide.IsFeasible);
            return;
        }

        RequireReason(turn, decide, decide.Reason, !decide.IsFeasible || proposal.Status == ProposalStatus.Infeasible);
        RequirePermission(turn, decide, proposal);
        RequireStatus(turn, proposal, decide, proposal.Status);
        turn.Require(
            proposal.Status != ProposalStatus.Submitted || !turn.Plan.Proposals.HasRequiredCriterion,
            () => ProposalRefusals.NotAdmitted.With(("proposal", proposal.Id)));
        var isSo = decide.IsFeasible ? proposal.Status is ProposalStatus.Feasible or ProposalStatus.Shortlisted : proposal.Status == ProposalStatus.Infeasible;
        if (!turn.IsRefused && !isSo)
        {
            Conclude(turn, proposal, decide.IsFeasible ? ProposalStatus.Feasible : ProposalStatus.Infeasible, decide.Reason);
        }
    }

    internal static void SetPrice(CycleTurn turn, SetPrice set)
    {
        turn.RequireText("explanation", set.Explanation);
        RequirePrice(turn, "price", set.Price);
        if (Find(turn, set.Proposal) is not { } proposal)
        {
            return;
        }

        RequirePermission(turn, set, proposal);
        RequireStatus(turn, proposal, set, proposal.Status);
        if (turn.IsRefused || (proposal.Price == set.Price && proposal.PriceExplanation == set.Explanation))
        {
            return;
        }

        turn.Apply(new PriceSet { Proposal = proposal.Id, Price = set.Price, Explanation = set.Explanation });

        // Who may not know yet that it is feasible learns the price with that.
        if (proposal.PublicStatusAt(turn.Now) == proposal.Status)
        {
            ProposalNotices.TellAuthors(turn, proposal.Id, NoticeKind.ProposalPriced, set.Price.ToString());
        }
    }

    private static void Conclude(CycleTurn turn, Proposal proposal, ProposalStatus status, string? reason)
    {
        var publicFrom = ProposalNotices.PublicFrom(turn, proposal.Content.Area);
        var isElimination = status is ProposalStatus.Inadmissible or ProposalStatus.Infeasible;
        turn.Apply(new ProposalDecided
        {
            Proposal = proposal.Id,
            Status = status,
            Decision = new ProposalDecision
            {
                At = turn.Now,
                Reason = reason,
                PublicFrom = publicFrom,
                AppealBefore = isElimination && turn.Plan.Proposals.Appeals is { } appeals ? Deadline.EndOfDayAfter(publicFrom ?? turn.Now, appeals.Days, appeals.Zone) : null,
            },
        });
        ProposalNotices.TellStatus(turn, proposal.Id, reason);
    }
}
