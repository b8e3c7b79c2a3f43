using System.Collections.Immutable;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Panels;

/// <summary>A person who was asked to take part, by an opaque id of the host.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record Expert
{
    /// <summary>The host's id: never a name.</summary>
    public required string Id { get; init; }

    /// <summary>The seats, at most one a panel, in the order of their panels' ids.</summary>
    public required ImmutableArray<Seat> Seats { get => field.IsDefault ? [] : field; init; }

    /// <summary>Where it stands with the person.</summary>
    public ExpertStatus Status { get; init; }

    /// <summary>When the invitation went out.</summary>
    public required Instant InvitedAt { get; init; }

    /// <summary>When the person said yes; null before.</summary>
    public Instant? JoinedAt { get; init; }

    /// <summary>When the person left; null for one who has not.</summary>
    public Instant? LeftAt { get; init; }

    /// <summary>A reference to why the person left; null when none was given.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc />
    public bool Equals(Expert? other) =>
        other is not null && Id == other.Id && Seats.AsSpan().SequenceEqual(other.Seats.AsSpan()) && Status == other.Status && InvitedAt == other.InvitedAt && JoinedAt == other.JoinedAt
        && LeftAt == other.LeftAt && Reason == other.Reason;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Status, Seats.Length);

    /// <summary>The role by which the person rates an item of some panels: that of the first of them, in the order given, on which he or she sits; null for a stranger to all.</summary>
    internal string? RoleOn(IEnumerable<string> panels) =>
        panels.Select(panel => Seats.FirstOrDefault(seat => seat.Panel == panel)?.Role).FirstOrDefault(role => role is not null);

    /// <summary>Whether the person took part at a moment: had said yes before, and not left yet.</summary>
    internal bool TakesPart(Instant at) => JoinedAt < at && !(LeftAt < at);

    internal bool SitsOn(IEnumerable<string> panels) => RoleOn(panels) is not null;
}
