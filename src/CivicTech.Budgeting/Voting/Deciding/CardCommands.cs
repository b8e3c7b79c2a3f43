using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Deciding;

// What officers do to files; hosts ask for it by the commands about batches and cards.

/// <summary>Keeps what a clerk read on a card, in the file of the card.</summary>
internal sealed record KeepEntry : VotingCommand
{
    internal required string Card { get; init; }

    internal required PaperEntry Entry { get; init; }

    /// <summary>How many clerks must read the same.</summary>
    internal required int Needed { get; init; }

    public override string Name => "keep-entry";
}

/// <summary>Casts what is on a card, in all its areas or in none: into the file of the voter, or that of the card when it is nobody's.</summary>
internal sealed record CastCard : VotingCommand
{
    internal required string Card { get; init; }

    /// <summary>The area of all its lines; null for a card for all areas.</summary>
    internal string? Area { get; init; }

    internal required ImmutableArray<BallotLine> Lines { get; init; }

    internal required Instant HandedIn { get; init; }

    /// <summary>Whether it is nobody's: who may vote was asked where the register was ticked.</summary>
    internal bool IsAnonymous { get; init; }

    public override string Name => "cast-card";
}

/// <summary>Takes a card's ballots out of a file, for good: the card cannot be cast there again.</summary>
internal sealed record RemoveCard : VotingCommand
{
    internal required string Card { get; init; }

    public override string Name => "remove-card";
}

/// <summary>Ticks a voter off who has come to a station and puts a card into the urn.</summary>
internal sealed record TickVoter : VotingCommand
{
    internal required string Station { get; init; }

    /// <summary>The area of the card; null for a card for all areas.</summary>
    internal string? Area { get; init; }

    internal required string By { get; init; }

    public override string Name => "tick-voter";
}

/// <summary>Takes back a tick that was wrong, by a counter-entry.</summary>
internal sealed record TakeTickBack : VotingCommand
{
    internal required string Station { get; init; }

    /// <summary>The area of the tick; null for one for all areas.</summary>
    internal string? Area { get; init; }

    internal required string Reason { get; init; }

    internal required string By { get; init; }

    public override string Name => "take-tick-back";
}
