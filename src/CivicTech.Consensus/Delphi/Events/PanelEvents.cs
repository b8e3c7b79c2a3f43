using CivicTech.Consensus.Delphi.Panels;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Events;

/// <summary>A person was asked to take part.</summary>
public sealed record ExpertInvited : DelphiEvent
{
    /// <summary>The person and the seats.</summary>
    public required Expert Expert { get; init; }
}

/// <summary>A person answered the invitation.</summary>
public sealed record InvitationAnswered : DelphiEvent
{
    /// <summary>Who.</summary>
    public required string Expert { get; init; }

    /// <summary>Whether he or she takes part.</summary>
    public required bool Accepts { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>A reference to a reason; null when none was given.</summary>
    public string? Reason { get; init; }
}

/// <summary>An expert left.</summary>
public sealed record ExpertLeft : DelphiEvent
{
    /// <summary>Who.</summary>
    public required string Expert { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>A reference to a reason; null when none was given.</summary>
    public string? Reason { get; init; }
}
