using System.Globalization;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using NodaTime.Text;

namespace CivicTech.Budgeting.Reading;

/// <summary>The steps of a proposal after the vote: what the result made of it, and how the project comes on.</summary>
internal static class ProjectStep
{
    /// <returns>Null when it is no step of this proposal. Overrides before the publication are none: the result is published with them.</returns>
    internal static (string What, string? Detail)? Read(CycleEvent happened, Proposal proposal, bool isPublished) => happened switch
    {
        ResultPublished published when proposal.Status == ProposalStatus.OnBallot => (published.Winners.Any(winner => winner.Project == proposal.Id) ? "won" : "not-won", null),
        OverrideConfirmed changed when isPublished && changed.Added.Any(winner => winner.Project == proposal.Id) => ("won", Override(changed)),
        OverrideConfirmed changed when isPublished && changed.Removed.Any(winner => winner.Project == proposal.Id) => ("not-won", Override(changed)),
        ProjectEvent about when about.Project == proposal.Id => Read(about),
        _ => null,
    };

    private static (string What, string? Detail)? Read(ProjectEvent happened) => happened switch
    {
        ProjectFunded one => ("funded", one.Decision),
        ProjectStarted one => (EnumNames.Of(one.Phase), LocalDatePattern.Iso.Format(one.On)),
        MilestoneReached one => ("milestone-reached", one.Milestone),
        MilestoneDelayed one => ("milestone-delayed", one.Delay.Reason),
        MilestoneOverdue one => ("milestone-overdue", one.Milestone),
        IncreaseApproved one => ("increase-approved", one.Increase.Amount.ToString()),
        ProjectSuspended one => ("suspended", one.Reason),
        ProjectResumed => ("resumed", null),
        ProjectFinished one => ("finished", one.Report),
        ProjectAbandoned one => ("abandoned", one.Reason),
        ProjectMerged one => ("merged", one.Into),
        _ => null,
    };

    private static string Override(OverrideConfirmed changed) => $"override {changed.Number.ToString(CultureInfo.InvariantCulture)} of {changed.Area}";
}
