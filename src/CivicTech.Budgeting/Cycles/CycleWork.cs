using System.Collections.Immutable;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Work that is due, and effects.</summary>
internal static class CycleWork
{
    /// <summary>Does what is due of the named documents; of all when none are named.</summary>
    internal static void Advance(CycleTurn turn, ImmutableArray<string>? documents)
    {
        var projects = documents is { } named
            ? named.Where(name => name.StartsWith(CycleState.ProjectPrefix, StringComparison.Ordinal)).Select(name => name[CycleState.ProjectPrefix.Length..])
            : turn.State.Projects.All.Select(project => project.Key);
        foreach (var project in projects.ToList())
        {
            MilestoneDecider.Advance(turn, project);
        }
    }

    internal static void Start(CycleTurn turn, string key)
    {
        // Somebody else took it on, or its outcome is known: nothing is left to do.
        if (turn.State.Effects.Find(key) is { } effect && effect.Due <= turn.Now)
        {
            turn.Apply(new EffectStarted { Effect = key, At = turn.Now });
        }
    }

    internal static void Settle(CycleTurn turn, SettleEffect settle)
    {
        if (turn.State.Effects.Find(settle.Effect) is null)
        {
            return;
        }

        turn.Apply(new EffectSettled { Effect = settle.Effect, Refused = settle.Refused });
        BallotDecider.SealWhenReady(turn);
        if (settle.Refused is { } code)
        {
            turn.Tell(NoticeKind.BoxTrouble, Audience.Host, $"refused/{settle.Effect}", detail: $"{settle.Effect}: {code}");
        }
    }
}
