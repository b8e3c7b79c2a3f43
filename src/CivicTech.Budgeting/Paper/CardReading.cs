using System.Collections.Immutable;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Voting.Designs;
using NodaTime;

namespace CivicTech.Budgeting.Paper;

/// <summary>What a clerk reads on a card and enters.</summary>
public sealed class CardReading
{
    /// <summary>The id of the batch.</summary>
    public required string Batch { get; init; }

    /// <summary>The number of the card in it: 1 to 100 characters without a slash.</summary>
    public required string Number { get; init; }

    /// <summary>The host's opaque id of the clerk.</summary>
    public required string Clerk { get; init; }

    /// <summary>In which role: what the host vouches for.</summary>
    public string Role { get; init; } = CycleRoles.Clerk;

    /// <summary>The host's id of the voter whom the card names: it goes no further than into a keyed hash. Null when the host knows nobody of that name, and for cards from an urn.</summary>
    public string? Voter { get; init; }

    /// <summary>When it was handed in, as stamped on it: part of what two clerks must read alike.</summary>
    public required Instant ReceivedAt { get; init; }

    /// <summary>Whether it is signed.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Whether somebody compared it with a document of the voter.</summary>
    public bool IsIdentityChecked { get; init; }

    /// <summary>Whether what it says cannot be read.</summary>
    public bool IsUnreadable { get; init; }

    /// <summary>What it says, in any order; none for a blank card.</summary>
    public ImmutableArray<BallotLine> Lines { get => field.IsDefault ? [] : field; init; }

    /// <summary>What was noted that does not make it invalid: references of the host.</summary>
    public ImmutableArray<string> Warnings { get => field.IsDefault ? [] : field; init; }
}
