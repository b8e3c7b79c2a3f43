namespace CivicTech.Budgeting.Allocation;

/// <summary>What is wanted of one run of a rule, beside the outcome. Never changes the outcome.</summary>
public sealed class AllocationRequest
{
    /// <summary>No trace, not cancellable.</summary>
    public static AllocationRequest Default { get; } = new();

    /// <summary>Whether every round is recorded in <see cref="Allocation.Trace"/>; costs memory, so it is off unless asked for.</summary>
    public bool Trace { get; init; }

    /// <summary>How rules that need fractions compute with them; the others do not ask.</summary>
    public Arithmetic Arithmetic { get; init; }

    /// <summary>Ends a long run early.</summary>
    public CancellationToken CancellationToken { get; init; }
}
