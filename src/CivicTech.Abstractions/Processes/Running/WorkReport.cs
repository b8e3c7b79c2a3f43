using System.Collections.Immutable;

namespace CivicTech.Processes.Running;

/// <summary>What a call of <see cref="DueWork{TState,TCommand,TEvent,TEffect}.AdvanceAsync"/> did.</summary>
public sealed class WorkReport
{
    internal WorkReport(int advanced, int effects, ImmutableArray<WorkFailure> failures)
    {
        (Advanced, Effects, Failures) = (advanced, effects, failures);
    }

    /// <summary>How often a process was moved on because its time had come.</summary>
    public int Advanced { get; }

    /// <summary>How many effects were started and handled by this call, and their outcomes told.</summary>
    public int Effects { get; }

    /// <summary>What could not be done; each is due again later.</summary>
    public ImmutableArray<WorkFailure> Failures { get; }
}
