using CivicTech.Budgeting.Effects;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Budgeting.Events;

/// <summary>Something is to be done outside.</summary>
public sealed record EffectRequested : CycleEvent
{
    /// <summary>What, and under which key.</summary>
    public required PendingEffect<CycleEffect> Effect { get; init; }
}

/// <summary>Somebody took it on.</summary>
public sealed record EffectStarted : CycleEvent
{
    /// <summary>The key of the effect.</summary>
    public required string Effect { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>Its outcome is known.</summary>
public sealed record EffectSettled : CycleEvent
{
    /// <summary>The key of the effect.</summary>
    public required string Effect { get; init; }

    /// <summary>Why it could not be done; null when it was done.</summary>
    public string? Refused { get; init; }
}
