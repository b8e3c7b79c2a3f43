using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Events;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Panels;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>What each event makes of the state.</summary>
internal static class StudyFold
{
    // How long the first try to tell somebody may take before it is tried again.
    private static readonly Duration Patience = Duration.FromMinutes(5);

    internal static DelphiState Evolve(DelphiState state, DelphiEvent happened) => happened switch
    {
        StudyPlanned planned => state with { ProtocolOrNull = planned.Protocol, Head = state.Head with { Status = StudyStatus.Preparing } },
        StudyConcluded concluded => state with { Head = state.Head with { Status = StudyStatus.Concluded, EndedAt = concluded.At, EndReason = concluded.Reason } },
        StudyCancelled cancelled => state with { Head = state.Head with { Status = StudyStatus.Cancelled, EndedAt = cancelled.At, EndReason = cancelled.Reason } },
        ExpertInvited invited => Invited(state, invited.Expert),
        InvitationAnswered answered => Moved(state, answered.Expert, expert => answered.Accepts
            ? expert with { Status = ExpertStatus.Joined, JoinedAt = answered.At }
            : expert with { Status = ExpertStatus.Declined, LeftAt = answered.At, Reason = answered.Reason }),
        ExpertLeft left => Moved(state, left.Expert, expert => expert with { Status = ExpertStatus.DroppedOut, LeftAt = left.At, Reason = left.Reason }),
        FunnelStageRecorded recorded => WithStage(state, recorded.Stage),
        ItemsRegistered registered => registered.Items.Aggregate(state, (before, item) => TakenIn(before, item, [])),
        ItemsScreened screened => screened.Removed.Aggregate(WithStage(state, screened.Stage), (before, removal) => Gone(before, removal.Item, ItemStatus.ScreenedOut, new() { AfterRound = 0, Reason = removal.Reason })),
        ItemAdded added => TakenIn(state, added.Item, []),
        ItemDropped dropped => Gone(state, dropped.Item, ItemStatus.Dropped, new() { AfterRound = state.Head.AfterRound, Reason = dropped.Reason }),
        ItemsMerged merged => TakenIn(
            merged.From.Aggregate(state, (before, item) => Gone(before, item, ItemStatus.Merged, new() { AfterRound = state.Head.AfterRound, Reason = merged.Reason, Into = merged.Into.Id })),
            merged.Into,
            merged.From),
        SuggestionMade made => state with { Suggestions = state.Suggestions.Set(made.Suggestion.Id, made.Suggestion) },
        SuggestionDecided decided => state with
        {
            Suggestions = state.Suggestions.Set(decided.Suggestion, state.Suggestions[decided.Suggestion] with { Accepted = decided.Accepted, Reason = decided.Reason }),
        },
        EffectRequested requested => state with { Effects = state.Effects.Set(requested.Effect.Key, requested.Effect) },
        EffectStarted started => state with { Effects = state.Effects.Set(started.Effect, state.Effects[started.Effect].Started(started.At, Patience)) },
        EffectSettled settled => state with { Effects = state.Effects.Remove(settled.Effect) },
        _ => RoundFold.Evolve(state, happened),
    };

    /// <summary>An item is asked no more.</summary>
    internal static DelphiState Gone(DelphiState state, string item, ItemStatus status, ItemFate fate) => state with
    {
        Items = state.Items.Set(item, state.Items[item] with { Status = status, Fate = fate }),
        Head = state.Head with { OpenItems = state.Head.OpenItems - 1 },
    };

    private static DelphiState TakenIn(DelphiState state, NewItem item, ImmutableArray<string> from) => state with
    {
        Items = state.Items.Set(item.Id, new StudyItem { Id = item.Id, Text = item.Text, Panels = item.Panels, AddedAfter = state.Head.AfterRound, MergedFrom = from }),
        Head = state.Head with { Items = state.Head.Items + 1, OpenItems = state.Head.OpenItems + 1 },
    };

    private static DelphiState WithStage(DelphiState state, FunnelStage stage) =>
        state with { Head = state.Head with { Funnel = new ItemFunnel { Stages = state.Head.Funnel.Stages.Add(stage) } } };

    private static DelphiState Invited(DelphiState state, Expert expert) => state with
    {
        Experts = state.Experts.Set(expert.Id, expert),
        Head = Seated(state.Head with { Invited = state.Head.Invited + 1 }, expert, 1),
    };

    private static DelphiState Moved(DelphiState state, string id, Func<Expert, Expert> change)
    {
        var before = state.Experts[id];
        var after = change(before);
        return state with { Experts = state.Experts.Set(id, after), Head = Seated(Seated(state.Head, before, -1), after, 1) };
    }

    private static StudyHead Seated(StudyHead head, Expert expert, int change)
    {
        if (expert.Status is ExpertStatus.Invited or ExpertStatus.Joined)
        {
            foreach (var seat in expert.Seats)
            {
                var count = head.SeatsOf(seat.Panel, seat.Role);
                head = head.WithSeats(expert.Status is ExpertStatus.Invited ? count with { Invited = count.Invited + change } : count with { Joined = count.Joined + change });
            }
        }

        return head;
    }
}
