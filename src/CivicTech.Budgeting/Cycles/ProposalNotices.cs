using System.Globalization;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Budgeting.Cycles;

/// <summary>What authors are told about their proposals, and when.</summary>
internal static class ProposalNotices
{
    /// <summary>When what is decided now about a proposal of an area becomes public; null when at once.</summary>
    internal static Instant? PublicFrom(CycleTurn turn, string area) =>
        turn.Plan.Proposals.PublishesTogether is { } name
        && turn.Calendar.StagesOf(area).FirstOrDefault(stage => stage.Name == name)?.Starts.ToInstant() is { } start && start > turn.Now
            ? start
            : null;

    /// <summary>Tells the authors what has just happened to their proposal.</summary>
    internal static void TellAuthors(CycleTurn turn, string proposal, NoticeKind notice, string? detail = null) =>
        turn.Tell(notice, Audience.Authors, $"{proposal}/{turn.State.Proposals[proposal].Steps.ToString(CultureInfo.InvariantCulture)}", proposal, detail);

    /// <summary>Tells the authors where their proposal stands now; what is kept for a common publication they are told then, the last word only.</summary>
    internal static void TellStatus(CycleTurn turn, string id, string? detail = null)
    {
        var proposal = turn.State.Proposals[id];
        var notice = KindOf(proposal.Status);
        if (proposal.AnnouncedFrom is { } from)
        {
            var effect = new NoticeEffect { Notice = notice, Audience = Audience.Authors, Subject = id, Detail = detail };
            turn.Apply(new EffectRequested { Effect = new PendingEffect<CycleEffect> { Key = KeptKey(id), Effect = effect, Due = from } });
        }
        else
        {
            DropKept(turn, id);
            TellAuthors(turn, id, notice, detail);
        }
    }

    /// <summary>What was kept to be told later is told no more: something else has happened since.</summary>
    internal static void DropKept(CycleTurn turn, string id)
    {
        if (PublicFrom(turn, turn.State.Proposals[id].Content.Area) is not null && turn.State.Effects.Find(KeptKey(id)) is not null)
        {
            turn.Apply(new EffectSettled { Effect = KeptKey(id) });
        }
    }

    private static string KeptKey(string id) => $"authors/{id}/kept";

    private static NoticeKind KindOf(ProposalStatus status) => status switch
    {
        ProposalStatus.Admissible => NoticeKind.ProposalAdmissible,
        ProposalStatus.Inadmissible => NoticeKind.ProposalInadmissible,
        ProposalStatus.Feasible => NoticeKind.ProposalFeasible,
        ProposalStatus.Infeasible => NoticeKind.ProposalInfeasible,
        ProposalStatus.Shortlisted => NoticeKind.ProposalShortlisted,
        ProposalStatus.NotShortlisted => NoticeKind.ProposalNotShortlisted,
        ProposalStatus.Grouped => NoticeKind.ProposalGrouped,
        ProposalStatus.Split => NoticeKind.ProposalDivided,
        ProposalStatus.Withdrawn => NoticeKind.ProposalTakenBack,
        _ => NoticeKind.ProposalReopened,
    };
}
