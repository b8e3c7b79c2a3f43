using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Receipts;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Consensus.Delphi.Events;

/// <summary>It is known when a round is.</summary>
public sealed record RoundScheduled : DelphiEvent
{
    /// <summary>The round; it takes the place of one of the same number.</summary>
    public required StudyRound Round { get; init; }
}

/// <summary>It is open again when the next round is.</summary>
public sealed record RoundUnscheduled : DelphiEvent
{
    /// <summary>The round.</summary>
    public required int Round { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>The open round goes on for longer.</summary>
public sealed record RoundExtended : DelphiEvent
{
    /// <summary>The new end on the clocks of a place.</summary>
    public required Deadline Closes { get; init; }

    /// <summary>Its instant.</summary>
    public required Instant End { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }
}

/// <summary>A round opened.</summary>
public sealed record RoundOpened : DelphiEvent
{
    /// <summary>What is asked.</summary>
    public required RoundForm Form { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>The SHA-256 of the protocol, which from round 1 on cannot be changed.</summary>
    public required Digest Protocol { get; init; }
}

/// <summary>An expert gave or changed answers.</summary>
public sealed record AnswersGiven : DelphiEvent
{
    /// <summary>The round.</summary>
    public required int Round { get; init; }

    /// <summary>Who.</summary>
    public required string Expert { get; init; }

    /// <summary>The answers that are new or changed, in the ordinal order of their items.</summary>
    public required ImmutableArray<Answer> Answers { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(AnswersGiven? other) => other is not null && Round == other.Round && Expert == other.Expert && Answers.AsSpan().SequenceEqual(other.Answers.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Round, Expert, Answers.Length);
}

/// <summary>Experts who had not answered everything were reminded.</summary>
public sealed record ExpertsReminded : DelphiEvent
{
    /// <summary>The round.</summary>
    public required int Round { get; init; }

    /// <summary>Which reminder of the protocol, from 1.</summary>
    public required int Number { get; init; }
}

/// <summary>In real time: what is shown of the answers was brought up to date, for the last time when the round closed.</summary>
public sealed record AnswersShown : DelphiEvent
{
    /// <summary>What is shown from now on.</summary>
    public required LiveBoard Board { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>A round closed: no answer is taken any more.</summary>
public sealed record RoundClosed : DelphiEvent
{
    /// <summary>The round.</summary>
    public required int Round { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>In real time: experts who gave no answer in a round stand by those of the round before, to the items that are still asked.</summary>
public sealed record AnswersCarried : DelphiEvent
{
    /// <summary>The round.</summary>
    public required int Round { get; init; }

    /// <summary>Who, in ordinal order.</summary>
    public required ImmutableArray<string> Experts { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(AnswersCarried? other) => other is not null && Round == other.Round && Experts.AsSpan().SequenceEqual(other.Experts.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Round, Experts.Length);
}

/// <summary>What a round found is known, and what becomes of items and panels.</summary>
public sealed record RoundEvaluated : DelphiEvent
{
    /// <summary>What it found.</summary>
    public required RoundSummary Summary { get; init; }
}
