using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Rounds;
using CivicTech.Time;

namespace CivicTech.Consensus.Delphi.Commands;

/// <summary>Says when the next round is; until it opens, said again it moves it. When round 1 opens, the protocol is frozen.</summary>
public sealed record ScheduleRound : DelphiCommand
{
    /// <summary>When it opens; a moment that is past opens it at once.</summary>
    public required Deadline Opens { get; init; }

    /// <summary>When it closes: the first moment that is too late.</summary>
    public required Deadline Closes { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "schedule-round";
}

/// <summary>Takes back when the next round is, before it opens, so that items and experts can be put right.</summary>
public sealed record UnscheduleRound : DelphiCommand
{
    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "unschedule-round";
}

/// <summary>Moves the end of the open round to a later time.</summary>
public sealed record ExtendRound : DelphiCommand
{
    /// <summary>The new end, later than the present one.</summary>
    public required Deadline Closes { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "extend-round";
}

/// <summary>An expert answers, in one go or bit by bit, and changes answers until the round closes. All answers of a command are taken, or none.</summary>
public sealed record SubmitAnswers : DelphiCommand
{
    /// <summary>Who.</summary>
    public required string Expert { get; init; }

    /// <summary>The round that the expert sees: answers to another one are refused.</summary>
    public required int Round { get; init; }

    /// <summary>The answers, at least one, at most one an item. Earlier answers to other items stand.</summary>
    public required ImmutableArray<Answer> Answers { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(SubmitAnswers? other) => base.Equals(other) && Expert == other.Expert && Round == other.Round && Answers.AsSpan().SequenceEqual(other.Answers.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Expert, Round, Answers.Length);

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "submit-answers";
}
