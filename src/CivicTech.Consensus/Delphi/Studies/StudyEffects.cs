using CivicTech.Consensus.Delphi.Events;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>What is being done outside.</summary>
internal static class StudyEffects
{
    internal static void Start(StudyTurn turn, string key)
    {
        // Somebody else took it on, or it is done: nothing is left to do.
        if (turn.State.Effects.Find(key) is { } effect && effect.Due <= turn.Now)
        {
            turn.Apply(new EffectStarted { Effect = key, At = turn.Now });
        }
    }

    internal static void Settle(StudyTurn turn, string key)
    {
        if (turn.State.Effects.Find(key) is not null)
        {
            turn.Apply(new EffectSettled { Effect = key });
        }
    }
}
