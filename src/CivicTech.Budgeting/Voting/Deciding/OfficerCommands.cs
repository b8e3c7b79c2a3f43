using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Voting.Designs;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>A ballot that was handed in on paper goes into the box. That the card is genuine and in order was decided before.</summary>
public sealed record EnterPaper : VotingCommand
{
    /// <summary>The id of the area.</summary>
    public required string Area { get; init; }

    /// <summary>All lines, in any order.</summary>
    public required ImmutableArray<BallotLine> Lines { get => field.IsDefault ? [] : field; init; }

    /// <summary>The reference of the card, 1 to 200 characters: entered twice, it counts once.</summary>
    public required string Card { get; init; }

    /// <summary>When it was handed in: within the vote, though it may be entered later.</summary>
    public required NodaTime.Instant HandedIn { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "enter-paper";

    /// <inheritdoc />
    public bool Equals(EnterPaper? other) => other is not null && Area == other.Area && Card == other.Card && HandedIn == other.HandedIn && Lines.AsSpan().SequenceEqual(other.Lines.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Area, Card, HandedIn, Lines.Length);
}

/// <summary>An officer declares all ballots of a voter void.</summary>
public sealed record VoidVoter : VotingCommand
{
    /// <summary>The host's opaque id of the officer, 1 to 200 characters.</summary>
    public required string By { get; init; }

    /// <summary>The reference of the reason, 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether the voter may vote again (somebody else had voted in the voter's name); otherwise nothing of this voter is taken any more.</summary>
    public bool MayVoteAgain { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "void-voter";
}
