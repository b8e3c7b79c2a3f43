using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Items;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Studies;

/// <summary>All of a study but its protocol, experts, items and answers: small, however many take part.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record StudyHead
{
    /// <summary>Where it stands.</summary>
    public StudyStatus Status { get; init; }

    /// <summary>The SHA-256 of the protocol as it was when round 1 opened; null before.</summary>
    public Digest? Protocol { get; init; }

    /// <summary>The funnel up to the first round.</summary>
    public ItemFunnel Funnel { get; init => field = value ?? new(); } = new();

    /// <summary>How many items were ever taken in.</summary>
    public int Items { get; init; }

    /// <summary>How many of them are open.</summary>
    public int OpenItems { get; init; }

    /// <summary>How many invitations ever went out; a person who declined and was asked again counts twice.</summary>
    public int Invited { get; init; }

    /// <summary>The seats that are taken, in the order in which they first were.</summary>
    public ImmutableArray<SeatCount> Seats { get => field.IsDefault ? [] : field; init; }

    /// <summary>The rounds so far; the last one may be scheduled only.</summary>
    public ImmutableArray<StudyRound> Rounds { get => field.IsDefault ? [] : field; init; }

    /// <summary>When the last round closed; null while none is being evaluated.</summary>
    public Instant? ClosedAt { get; init; }

    /// <summary>The panels that are asked no more.</summary>
    public ImmutableArray<StoppedPanel> Stopped { get => field.IsDefault ? [] : field; init; }

    /// <summary>When the study ended; null before.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>A reference to why a person ended it; null when its rule did.</summary>
    public string? EndReason { get; init; }

    /// <inheritdoc />
    public bool Equals(StudyHead? other) =>
        other is not null && Status == other.Status && Protocol == other.Protocol && Funnel == other.Funnel && Items == other.Items && OpenItems == other.OpenItems && Invited == other.Invited
        && Seats.AsSpan().SequenceEqual(other.Seats.AsSpan()) && Rounds.AsSpan().SequenceEqual(other.Rounds.AsSpan()) && ClosedAt == other.ClosedAt
        && Stopped.AsSpan().SequenceEqual(other.Stopped.AsSpan()) && EndedAt == other.EndedAt && EndReason == other.EndReason;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Status, Items, Invited, Rounds.Length);

    /// <summary>The number of the last round that was scheduled; 0 before the first.</summary>
    internal int Round => Rounds.Length;

    /// <summary>After which round something happens now: the last one that was open; 0 before the first.</summary>
    internal int AfterRound => Status is StudyStatus.Scheduled ? Rounds.Length - 1 : Rounds.Length;

    internal SeatCount SeatsOf(string panel, string role) =>
        Seats.FirstOrDefault(count => count.Panel == panel && count.Role == role) ?? new SeatCount { Panel = panel, Role = role };

    internal StudyHead WithSeats(SeatCount count)
    {
        var place = Seats.IndexOf(SeatsOf(count.Panel, count.Role));
        return this with { Seats = place < 0 ? Seats.Add(count) : Seats.SetItem(place, count) };
    }

    internal StudyHead WithRound(StudyRound round) => this with { Rounds = Rounds.Length < round.Number ? Rounds.Add(round) : Rounds.SetItem(round.Number - 1, round) };
}
