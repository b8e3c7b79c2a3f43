namespace CivicTech.Processes;

/// <summary>One row of a <see cref="TransitionTable{TStage}"/>.</summary>
/// <typeparam name="TStage">The stages of the process.</typeparam>
public sealed class Transition<TStage>
    where TStage : struct, Enum
{
    /// <summary>A row.</summary>
    /// <param name="from">The stage in which it may happen.</param>
    /// <param name="trigger">The command or due work that does it, kebab case.</param>
    /// <param name="to">The stage after it; the same for what leaves the stage as it is.</param>
    public Transition(TStage from, string trigger, TStage to)
    {
        ArgumentException.ThrowIfNullOrEmpty(trigger);
        (From, Trigger, To) = (from, trigger, to);
    }

    /// <summary>The stage in which it may happen.</summary>
    public TStage From { get; }

    /// <summary>What does it.</summary>
    public string Trigger { get; }

    /// <summary>The stage after it.</summary>
    public TStage To { get; }
}
