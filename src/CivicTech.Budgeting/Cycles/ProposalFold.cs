using System.Collections.Immutable;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using NodaTime;

namespace CivicTech.Budgeting.Cycles;

/// <summary>What each event about proposals makes of the state.</summary>
internal static class ProposalFold
{
    internal static CycleState Evolve(CycleState state, ProposalEvent happened) => happened switch
    {
        ProposalSubmitted submitted => Counted(Added(state, submitted.Proposal), submitted.Proposal, 1),
        ProposalWithdrawn withdrawn => Counted(On(state, withdrawn.Proposal, happened), state.Proposals[withdrawn.Proposal], -1),
        CommentPosted posted => On(state, posted.Proposal, happened) with { Comments = state.Comments.Set($"{posted.Proposal}/{posted.Comment}", posted.Content) },
        CommentModerated moderated => Moderated(state, $"{moderated.Proposal}/{moderated.Comment}", moderated.IsHidden ? moderated.Reason : null),
        ProposalSupported supported => On(state, supported.Proposal, happened) with
        {
            Supports = state.Supports.Set(ProposalSupporters.Key(supported.Proposal, supported.Person), new ProposalSupport { At = supported.At }),
        },
        SupportWithdrawn withdrawn => On(state, withdrawn.Proposal, happened) with { Supports = state.Supports.Remove(ProposalSupporters.Key(withdrawn.Proposal, withdrawn.Person)) },
        ProposalsGrouped grouped => Made([grouped.Group], grouped.Group.MadeOf.Aggregate(state, (all, part) => On(all, part, happened))),
        ProposalSplit split => Made(split.Parts, On(state, split.Proposal, happened)),
        ProposalsShortlisted shortlisted => shortlisted.Entries.Aggregate(state, (all, entry) => On(all, entry.Proposal, proposal => Listed(proposal, entry))),
        ProposalsPutOnBallot put => put.Proposals.Aggregate(state, (all, id) => On(all, id, happened)),
        ProposalsTakenOffBallot taken => taken.Proposals.Aggregate(state, (all, id) => On(all, id, happened)),
        ProposalEdited one => On(state, one.Proposal, happened),
        AuthorNamed one => On(state, one.Proposal, happened),
        AuthorJoined one => On(state, one.Proposal, happened),
        ProposalModerated one => On(state, one.Proposal, happened),
        ProposalAssessed one => On(state, one.Proposal, happened),
        ProposalDecided one => On(state, one.Proposal, happened),
        PriceSet one => On(state, one.Proposal, happened),
        AppealFiled one => On(state, one.Proposal, happened),
        AppealDecided one => On(state, one.Proposal, happened),
        ProposalReworded one => On(state, one.Proposal, happened),
        _ => throw new ArgumentException($"Not an event about proposals: {happened.GetType().Name}.", nameof(happened)),
    };

    /// <summary>What an event makes of a proposal that was there before and that it is about.</summary>
    internal static Proposal After(Proposal proposal, ProposalEvent happened) => Change(proposal, happened) with { Steps = proposal.Steps + 1 };

    private static Proposal Change(Proposal proposal, ProposalEvent happened) => happened switch
    {
        ProposalEdited edited => proposal with { Content = edited.Content, Assessments = [] },
        ProposalWithdrawn => Standing(proposal, ProposalStatus.Withdrawn, null),
        AuthorNamed named => proposal with { Invited = proposal.Invited.Add(named.Author) },
        AuthorJoined joined => proposal with { Invited = proposal.Invited.Remove(joined.Author), Authors = proposal.Authors.Add(joined.Author) },
        CommentPosted => proposal with { Comments = proposal.Comments + 1 },
        ProposalSupported => proposal with { Supports = proposal.Supports + 1 },
        SupportWithdrawn => proposal with { Supports = proposal.Supports - 1 },
        ProposalModerated moderated => proposal with { HiddenFor = moderated.IsHidden ? moderated.Reason : null },
        ProposalAssessed assessed => proposal with { Assessments = With(proposal.Assessments, assessed.Assessment) },
        ProposalDecided decided => Standing(proposal, decided.Status, decided.Decision.PublicFrom) with { Decision = decided.Decision },
        PriceSet set => proposal with { Price = set.Price, PriceExplanation = set.Explanation },
        AppealFiled filed => Standing(proposal, ProposalStatus.Appealed, null) with
        {
            Appeals = proposal.Appeals.Add(new ProposalAppeal { Against = proposal.Status, Grounds = filed.Grounds, FiledAt = filed.At }),
        },
        AppealDecided decided => Standing(proposal, decided.Status, null) with
        {
            Appeals = proposal.Appeals.SetItem(proposal.Appeals.Length - 1, proposal.Appeals[^1] with { IsUpheld = decided.IsUpheld, Reason = decided.Reason }),
        },
        ProposalReworded reworded => proposal with { Content = proposal.Content with { Text = reworded.Text } },
        ProposalsGrouped grouped => Standing(proposal, ProposalStatus.Grouped, null) with { Became = [grouped.Group.Id] },
        ProposalSplit split => Standing(proposal, ProposalStatus.Split, null) with { Became = [.. split.Parts.Select(part => part.Id)] },
        ProposalsShortlisted shortlisted => Listed(proposal, shortlisted.Entries.First(entry => entry.Proposal == proposal.Id)),
        ProposalsPutOnBallot => Standing(proposal, ProposalStatus.OnBallot, null),
        ProposalsTakenOffBallot => Standing(proposal, ProposalStatus.OffBallot, null),
        _ => proposal,
    };

    // What is kept for a common publication hides behind what the public knew before it.
    private static Proposal Standing(Proposal proposal, ProposalStatus status, Instant? publicFrom) => proposal with
    {
        Status = status,
        Announced = publicFrom is null ? null : proposal.Announced ?? proposal.Status,
        AnnouncedFrom = publicFrom,
    };

    private static Proposal Listed(Proposal proposal, ShortlistEntry entry) =>
        Standing(proposal, entry.IsChosen ? ProposalStatus.Shortlisted : ProposalStatus.NotShortlisted, entry.PublicFrom) with { Shortlist = entry };

    private static ImmutableArray<ProposalAssessment> With(ImmutableArray<ProposalAssessment> said, ProposalAssessment now)
    {
        var before = said.FirstOrDefault(one => one.Criterion == now.Criterion && one.Reviewer == now.Reviewer);
        return before is null ? said.Add(now) : said.Replace(before, now);
    }

    private static CycleState On(CycleState state, string id, ProposalEvent happened) => state with { Proposals = state.Proposals.Set(id, After(state.Proposals[id], happened)) };

    private static CycleState On(CycleState state, string id, Func<Proposal, Proposal> change)
    {
        var proposal = state.Proposals[id];
        return state with { Proposals = state.Proposals.Set(id, change(proposal) with { Steps = proposal.Steps + 1 }) };
    }

    private static CycleState Added(CycleState state, Proposal proposal) => state with
    {
        Proposals = state.Proposals.Set(proposal.Id, proposal),
        Head = state.Head with { ProposalsSubmitted = proposal.Number },
    };

    // Of its own a person has what was handed in: groups and parts count for nobody.
    private static CycleState Counted(CycleState state, Proposal proposal, int more)
    {
        if (!proposal.MadeOf.IsEmpty)
        {
            return state;
        }

        var proposer = state.Proposers.Find(proposal.Authors[0]) ?? new Proposer();
        return state with { Proposers = state.Proposers.Set(proposal.Authors[0], proposer with { Proposals = proposer.Proposals + more }) };
    }

    private static CycleState Moderated(CycleState state, string key, string? reason) =>
        state with { Comments = state.Comments.Set(key, state.Comments[key] with { HiddenFor = reason }) };

    // Made of others, a proposal begins with everybody who supported one of them.
    private static CycleState Made(ImmutableArray<Proposal> made, CycleState state)
    {
        var supporters = ProposalSupporters.Of(state, made[0].MadeOf.Select(id => state.Proposals[id]));
        return made.Aggregate(state, (all, proposal) => Added(all, proposal) with
        {
            Supports = supporters.Aggregate(all.Supports, (supports, supporter) => supports.Set(ProposalSupporters.Key(proposal.Id, supporter.Key), supporter.Value)),
        });
    }
}
