using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using static CivicTech.Budgeting.Cycles.ProposalRequirements;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands that make something else of proposals: a new wording, groups, parts.</summary>
internal static class ProposalShapingDecider
{
    internal static void Reword(CycleTurn turn, RewordProposal reword)
    {
        turn.RequireText("text", reword.Text);
        turn.RequireText("meeting", reword.Meeting);
        turn.Require(
            reword.Participants >= 0,
            () => ProposalRefusals.NegativeCount.With(("field", "participants"), ("count", reword.Participants.ToString(CultureInfo.InvariantCulture))));
        if (Find(turn, reword.Proposal) is not { } proposal)
        {
            return;
        }

        RequirePermission(turn, reword, proposal);
        RequireStatus(turn, proposal, reword, proposal.Status);
        if (!turn.IsRefused)
        {
            turn.Apply(new ProposalReworded { Proposal = proposal.Id, Text = reword.Text, Meeting = reword.Meeting, Participants = reword.Participants });
            ProposalNotices.TellAuthors(turn, proposal.Id, NoticeKind.ProposalRevised, reword.Meeting);
        }
    }

    internal static void Group(CycleTurn turn, GroupProposals group)
    {
        RequireContent(turn, group.Content);
        turn.RequirePermission(Activity.Group, group, group.Content.Area);
        RequireNew(turn, "proposal", group.Proposal);
        RequireParts(turn, group.Parts);
        if (turn.IsRefused)
        {
            return;
        }

        turn.State.Proposals.Foresee(group.Parts);
        var parts = ImmutableArray.CreateBuilder<Proposal>(group.Parts.Length);
        foreach (var id in group.Parts)
        {
            if (Find(turn, id) is { } part)
            {
                RequireShapeable(turn, group, part);
                parts.Add(part);
            }
        }

        if (turn.IsRefused)
        {
            return;
        }

        var made = Made(turn, group.Proposal, group.Content, 1, parts.ToImmutable(), ProposalSupporters.Of(turn.State, parts).Count);
        turn.Apply(new ProposalsGrouped { Group = made });
        foreach (var id in group.Parts)
        {
            ProposalNotices.TellStatus(turn, id, group.Proposal);
        }

        TellLater(turn, made);
    }

    internal static void Split(CycleTurn turn, SplitProposal split)
    {
        RequireParts(turn, [.. split.Parts.Select(part => part.Proposal)]);
        foreach (var part in split.Parts)
        {
            RequireNew(turn, "parts", part.Proposal);
            RequireContent(turn, part.Content);
        }

        if (Find(turn, split.Proposal) is not { } proposal)
        {
            return;
        }

        RequirePermission(turn, split, proposal);
        RequireShapeable(turn, split, proposal);
        if (!turn.IsRefused)
        {
            var supports = ProposalSupporters.Of(turn.State, [proposal]).Count;
            ImmutableArray<Proposal> parts = [.. split.Parts.Select((part, i) => Made(turn, part.Proposal, part.Content, i + 1, [proposal], supports))];
            turn.Apply(new ProposalSplit { Proposal = proposal.Id, Parts = parts });
            ProposalNotices.TellStatus(turn, proposal.Id, string.Join(", ", split.Parts.Select(part => part.Proposal)));
            foreach (var part in parts)
            {
                TellLater(turn, part);
            }
        }
    }

    // Each of them met the criteria, or not all of them did yet; whether the new one can be done is another question than whether they could.
    private static Proposal Made(CycleTurn turn, string id, ProposalContent content, int further, ImmutableArray<Proposal> of, int supports)
    {
        var status = of.Any(part => part.Status == ProposalStatus.Submitted) ? ProposalStatus.Submitted : ProposalStatus.Admissible;

        // What is kept of a part is kept of what it became.
        var keptUntil = status == ProposalStatus.Submitted ? null : of.Max(part => part.AnnouncedFrom > turn.Now ? part.AnnouncedFrom : null);
        return new Proposal
        {
            Id = id,
            Number = turn.Head.ProposalsSubmitted + further,
            Content = content,
            Authors = [.. of.SelectMany(part => part.Authors).Distinct(StringComparer.Ordinal)],
            SubmittedAt = turn.Now,
            ShownFrom = turn.Now,
            Status = status,
            Announced = keptUntil is null ? null : ProposalStatus.Submitted,
            AnnouncedFrom = keptUntil,
            Supports = supports,
            MadeOf = [.. of.Select(part => part.Id)],
        };
    }

    private static void TellLater(CycleTurn turn, Proposal made)
    {
        if (made.AnnouncedFrom is not null)
        {
            ProposalNotices.TellStatus(turn, made.Id);
        }
    }

    private static void RequireShapeable(CycleTurn turn, ProposalCommand command, Proposal proposal)
    {
        RequireStatus(turn, proposal, command, proposal.Status);
        turn.Require(proposal.HiddenFor is null, () => ProposalRefusals.NotShown.With(("proposal", proposal.Id)));
    }

    private static void RequireParts(CycleTurn turn, ImmutableArray<string> parts)
    {
        turn.Require(parts.Length >= 2, () => ProposalRefusals.TooFewParts.With(("parts", parts.Length.ToString(CultureInfo.InvariantCulture))));
        RequireAtMost(turn, "parts", parts.Length, MostParts);
        foreach (var twice in parts.GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            turn.Refuse(ProposalRefusals.NamedTwice.With(("proposal", twice.Key)));
        }
    }
}
