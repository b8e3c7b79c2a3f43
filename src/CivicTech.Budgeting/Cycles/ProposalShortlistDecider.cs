using System.Collections.Immutable;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using static CivicTech.Budgeting.Cycles.ProposalRequirements;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands that choose the proposals that come to the vote. They read all proposals.</summary>
internal static class ProposalShortlistDecider
{
    internal static void Apply(CycleTurn turn, ShortlistProposals shortlist)
    {
        var rule = turn.Plan.Proposals.Shortlist;
        turn.Require(rule.Kind != ShortlistKind.ByHand, () => ProposalRefusals.ShortlistByHand.With());
        if (RequireCandidates(turn, shortlist, shortlist.Area) is { } candidates)
        {
            Record(turn, shortlist.Area, null, candidates, Shortlisting.Apply(rule, candidates));
        }
    }

    internal static void Name(CycleTurn turn, ShortlistByHand shortlist)
    {
        var rule = turn.Plan.Proposals.Shortlist;
        turn.Require(rule.Kind == ShortlistKind.ByHand, () => ProposalRefusals.ShortlistByRule.With(("rule", EnumNames.Of(rule.Kind))));
        turn.RequireText("reason", shortlist.Reason);
        if (RequireCandidates(turn, shortlist, shortlist.Area) is not { } candidates)
        {
            return;
        }

        var known = candidates.Select(candidate => candidate.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var stranger in shortlist.Chosen.Distinct(StringComparer.Ordinal).Where(id => !known.Contains(id)))
        {
            turn.Refuse(ProposalRefusals.NotACandidate.With(("proposal", stranger)));
        }

        Record(turn, shortlist.Area, shortlist.Reason, candidates, Shortlisting.Name(shortlist.Chosen.ToHashSet(StringComparer.Ordinal), candidates));
    }

    private static ImmutableArray<Proposal>? RequireCandidates(CycleTurn turn, ProposalCommand command, string? area)
    {
        turn.RequirePermission(Activity.Shortlist, command, area);
        if ((area is not null && !RequireArea(turn, area)) || turn.IsRefused)
        {
            return null;
        }

        var candidates = turn.State.Proposals.All.Select(proposal => proposal.Value).Where(proposal => proposal.HiddenFor is null
            && (area is null || proposal.Content.Area == area)
            && ProposalStatuses.Table.Allows(proposal.Status, command.Name)).ToImmutableArray();
        return turn.Require(!candidates.IsEmpty, () => ProposalRefusals.NothingToShortlist.With()) ? candidates : null;
    }

    private static void Record(CycleTurn turn, string? area, string? reason, ImmutableArray<Proposal> candidates, ImmutableArray<ShortlistEntry> entries)
    {
        var byId = candidates.ToDictionary(candidate => candidate.Id, StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => entry.IsChosen && byId[entry.Proposal].Price is null))
        {
            turn.Refuse(ProposalRefusals.PriceNeeded.With(("proposal", entry.Proposal)));
        }

        if (turn.IsRefused)
        {
            return;
        }

        // What stands on the list as before is nothing new: not for the journal, and not for its authors.
        entries = [.. entries.Select(entry => entry with { PublicFrom = ProposalNotices.PublicFrom(turn, byId[entry.Proposal].Content.Area) })];
        if (entries.All(entry => Stands(byId[entry.Proposal], entry)))
        {
            return;
        }

        turn.Apply(new ProposalsShortlisted { At = turn.Now, Area = area, Reason = reason, Entries = entries });
        foreach (var entry in entries.Where(entry => StatusOf(entry) != byId[entry.Proposal].Status))
        {
            ProposalNotices.TellStatus(turn, entry.Proposal, reason);
        }
    }

    private static bool Stands(Proposal proposal, ShortlistEntry entry) =>
        proposal.Status == StatusOf(entry) && proposal.Shortlist is { } before && before with { PublicFrom = null } == entry with { PublicFrom = null };

    private static ProposalStatus StatusOf(ShortlistEntry entry) => entry.IsChosen ? ProposalStatus.Shortlisted : ProposalStatus.NotShortlisted;
}
