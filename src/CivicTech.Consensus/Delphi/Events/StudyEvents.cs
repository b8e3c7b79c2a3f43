using CivicTech.Consensus.Delphi.Protocols;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Events;

/// <summary>A study has a protocol.</summary>
public sealed record StudyPlanned : DelphiEvent
{
    /// <summary>The protocol.</summary>
    public required DelphiProtocol Protocol { get; init; }
}

/// <summary>A study is over.</summary>
public sealed record StudyConcluded : DelphiEvent
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>A reference to the reason of the facilitator; null when the rule of the protocol ended it.</summary>
    public string? Reason { get; init; }
}

/// <summary>A study ended without a result.</summary>
public sealed record StudyCancelled : DelphiEvent
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}
