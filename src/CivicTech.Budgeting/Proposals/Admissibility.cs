using System.Collections.Immutable;

namespace CivicTech.Budgeting.Proposals;

/// <summary>What follows from what reviewers say.</summary>
internal static class Admissibility
{
    /// <summary>Where a proposal stands by its assessments, and for which reason when it is eliminated.</summary>
    /// <remarks>A criterion is settled once enough reviewers say the same and none the opposite; as long as they disagree it is open. One required criterion that is not met eliminates.</remarks>
    internal static (ProposalStatus Status, string? Reason) Of(ProposalPlan plan, ImmutableArray<ProposalAssessment> assessments)
    {
        var isOpen = false;
        foreach (var criterion in plan.Criteria.Where(criterion => criterion.IsRequired))
        {
            var said = assessments.Where(assessment => assessment.Criterion == criterion.Id).ToList();
            var (met, notMet) = (said.Count(one => one.Finding == Finding.Met), said.Count(one => one.Finding == Finding.NotMet));
            if (met == 0 && notMet >= plan.Reviewers)
            {
                return (ProposalStatus.Inadmissible, said.First(one => one.Finding == Finding.NotMet).Reason);
            }

            isOpen |= notMet > 0 || met < plan.Reviewers;
        }

        return (isOpen ? ProposalStatus.Submitted : ProposalStatus.Admissible, null);
    }
}
