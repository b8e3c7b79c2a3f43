using CivicTech.Consensus.Delphi.Effects;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Events;

/// <summary>Something is to be done outside.</summary>
public sealed record EffectRequested : DelphiEvent
{
    /// <summary>What, and under which key.</summary>
    public required PendingEffect<StudyNotice> Effect { get; init; }
}

/// <summary>Somebody takes an effect on.</summary>
public sealed record EffectStarted : DelphiEvent
{
    /// <summary>The key of the effect.</summary>
    public required string Effect { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>An effect was done.</summary>
public sealed record EffectSettled : DelphiEvent
{
    /// <summary>The key of the effect.</summary>
    public required string Effect { get; init; }
}
