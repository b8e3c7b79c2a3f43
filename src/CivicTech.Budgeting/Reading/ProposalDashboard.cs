using System.Collections.Immutable;
using System.Text;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using CivicTech.Reports;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Reading;

/// <summary>What its authors want to know of a proposal: which steps it has passed, when, and why. Supports and comments are no steps; the proposal counts them.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ProposalDashboard
{
    private ProposalDashboard(ImmutableArray<ProposalStep> steps)
    {
        Steps = steps;
    }

    /// <summary>The steps in order.</summary>
    public ImmutableArray<ProposalStep> Steps { get; }

    /// <summary>The steps of a proposal, also those that are not public yet; for authors take <see cref="AsOf"/>.</summary>
    /// <param name="journal">All that happened in the cycle, in order, with the instant of each decision.</param>
    /// <param name="proposal">The id of the proposal.</param>
    /// <returns>No steps when the journal does not know it. O(n) in the events.</returns>
    public static ProposalDashboard Of(IEnumerable<(Instant At, CycleEvent Happened)> journal, string proposal)
    {
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(proposal);
        var steps = ImmutableArray.CreateBuilder<ProposalStep>();
        Proposal? stands = null;
        var isPublished = false;
        foreach (var (at, happened) in journal)
        {
            isPublished |= happened is ResultPublished;
            if (stands is not null && ProjectStep.Read(happened, stands, isPublished) is var (later, reason))
            {
                steps.Add(new ProposalStep { At = at, What = later, Status = stands.Status, Detail = reason });
            }

            if (happened is not ProposalEvent about || (stands is null ? Born(about, proposal) : IsAbout(about, proposal) ? ProposalFold.After(stands, about) : null) is not { } after)
            {
                continue;
            }

            stands = after;
            if (Read(about, proposal) is var (what, detail))
            {
                steps.Add(new ProposalStep { At = at, What = what, Status = after.Status, Announced = after.Announced, PublicFrom = after.AnnouncedFrom, Detail = detail });
            }
        }

        return new ProposalDashboard(steps.ToImmutable());
    }

    /// <summary>As far as it is public: without decisions that are kept for a common publication.</summary>
    /// <param name="now">When it is looked at.</param>
    public ProposalDashboard AsOf(Instant now)
    {
        // What happens to it meanwhile is shown without the status that is kept.
        return new ProposalDashboard([.. Steps.Where(step => !(step.PublicFrom > now && IsKept(step))).Select(step => step.PublicFrom > now ? step with { Status = step.Announced ?? step.Status } : step)]);
    }

    /// <summary>A table, the same in every culture; a status stands where it was new.</summary>
    public string ToText()
    {
        var table = new TextTable("when", "step", "status", "detail");
        ProposalStatus? before = null;
        foreach (var step in Steps)
        {
            // What is built leaves the proposal where it stood on the ballot.
            table.Add(InstantText.Of(step.At), step.What, step.Status == before ? "" : EnumNames.Of(step.Status), step.Detail ?? "");
            before = step.Status;
        }

        var text = new StringBuilder();
        table.Write(text, "Steps");
        return text.ToString().TrimStart('\n');
    }

    private static Proposal? Born(ProposalEvent happened, string id) => happened switch
    {
        ProposalSubmitted submitted when submitted.Proposal.Id == id => submitted.Proposal,
        ProposalsGrouped grouped when grouped.Group.Id == id => grouped.Group,
        ProposalSplit split => split.Parts.FirstOrDefault(part => part.Id == id),
        _ => null,
    };

    private static bool IsAbout(ProposalEvent happened, string id) => happened switch
    {
        ProposalsGrouped grouped => grouped.Group.MadeOf.Contains(id),
        ProposalSplit split => split.Proposal == id,
        ProposalsShortlisted shortlisted => shortlisted.Entries.Any(entry => entry.Proposal == id),
        ProposalsPutOnBallot put => put.Proposals.Contains(id),
        ProposalsTakenOffBallot taken => taken.Proposals.Contains(id),
        ProposalEdited one => one.Proposal == id,
        ProposalWithdrawn one => one.Proposal == id,
        AuthorNamed one => one.Proposal == id,
        AuthorJoined one => one.Proposal == id,
        CommentPosted one => one.Proposal == id,
        ProposalModerated one => one.Proposal == id,
        ProposalSupported one => one.Proposal == id,
        SupportWithdrawn one => one.Proposal == id,
        ProposalAssessed one => one.Proposal == id,
        ProposalDecided one => one.Proposal == id,
        PriceSet one => one.Proposal == id,
        AppealFiled one => one.Proposal == id,
        AppealDecided one => one.Proposal == id,
        ProposalReworded one => one.Proposal == id,
        _ => false,
    };

    // The assessments of single reviewers are the officers' work: authors learn what follows from them.
    private static (string What, string? Detail)? Read(ProposalEvent happened, string id) => happened switch
    {
        ProposalSubmitted one => ("submitted", one.Proposal.Reference),
        ProposalEdited => ("edited", null),
        ProposalWithdrawn one => ("withdrawn", one.Reason),
        AuthorJoined one => ("author-joined", one.Author),
        ProposalModerated one => (one.IsHidden ? "hidden" : "shown", one.Reason),
        ProposalDecided one => ("decided", one.Decision.Reason),
        PriceSet one => ("priced", one.Price.ToString()),
        AppealFiled one => ("appeal-filed", one.Grounds),
        AppealDecided one => ("appeal-decided", one.Reason),
        ProposalReworded one => ("reworded", one.Meeting),
        ProposalsGrouped one => one.Group.Id == id ? ("made", string.Join(", ", one.Group.MadeOf)) : ("grouped", one.Group.Id),
        ProposalSplit one => one.Proposal == id ? ("split", string.Join(", ", one.Parts.Select(part => part.Id))) : ("made", one.Proposal),
        ProposalsShortlisted one => (one.Entries.First(entry => entry.Proposal == id).IsChosen ? "shortlisted" : "not-shortlisted", one.Reason),
        ProposalsPutOnBallot => ("on-ballot", null),
        ProposalsTakenOffBallot one => ("off-ballot", one.Reason),
        _ => null,
    };

    // What was decided, and what it would cost: the price of a proposal says that it is feasible.
    private static bool IsKept(ProposalStep step) => step.What is "decided" or "priced" or "shortlisted" or "not-shortlisted";
}
