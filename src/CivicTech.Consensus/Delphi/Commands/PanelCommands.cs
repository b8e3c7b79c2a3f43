using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Panels;

namespace CivicTech.Consensus.Delphi.Commands;

/// <summary>Asks a person to take part.</summary>
public sealed record InviteExpert : DelphiCommand
{
    /// <summary>The host's id of the person, never a name: 1 to 100 characters without a slash.</summary>
    public required string Expert { get; init; }

    /// <summary>The seats, at least one, at most one a panel.</summary>
    public required ImmutableArray<Seat> Seats { get => field.IsDefault ? [] : field; init; }

    /// <summary>What the person meets of <see cref="Protocols.DelphiProtocol.Inclusion"/>: the host vouches for it.</summary>
    public ImmutableArray<string> Meets { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(InviteExpert? other) =>
        base.Equals(other) && Expert == other.Expert && Seats.AsSpan().SequenceEqual(other.Seats.AsSpan()) && Meets.AsSpan().SequenceEqual(other.Meets.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Expert, Seats.Length);

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "invite-expert";
}

/// <summary>A person answers the invitation.</summary>
public sealed record AnswerInvitation : DelphiCommand
{
    /// <summary>Who.</summary>
    public required string Expert { get; init; }

    /// <summary>Whether he or she takes part.</summary>
    public required bool Accepts { get; init; }

    /// <summary>A reference to a reason; null when none was given.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "answer-invitation";
}

/// <summary>An expert takes part no more. The answers given stand.</summary>
public sealed record LeaveStudy : DelphiCommand
{
    /// <summary>Who.</summary>
    public required string Expert { get; init; }

    /// <summary>A reference to a reason; null when none was given.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "leave-study";
}
