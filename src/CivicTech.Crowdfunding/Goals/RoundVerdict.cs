using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>What becomes of a round, and why: the answer of <see cref="GoalRule.Judge"/>.</summary>
/// <remarks>Immutable; equal are verdicts that say the same.</remarks>
public sealed record RoundVerdict
{
    // What must be there is written even by those who leave out what is zero.
    /// <summary>The place of the round in <see cref="GoalRule.Rounds"/>, from 0.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required int Round { get; init; }

    /// <summary>What is to be done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required RoundOutcome Outcome { get; init; }

    /// <summary>Why.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required VerdictReason Reason { get; init; }

    /// <summary>
    /// Whether pledges that were made on the condition that the target is met are void, although the campaign may keep the others. True of
    /// every failure.
    /// </summary>
    public bool VoidsConditional { get; init; }

    /// <summary>What the target of the round needed and what was there, leaf by leaf; empty for a round without a target.</summary>
    public ImmutableArray<TargetProgress> Progress
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <summary>Whether two verdicts say the same.</summary>
    /// <param name="other">Another verdict.</param>
    public bool Equals(RoundVerdict? other) => other is not null
        && Round == other.Round
        && Outcome == other.Outcome
        && Reason == other.Reason
        && VoidsConditional == other.VoidsConditional
        && Progress.AsSpan().SequenceEqual(other.Progress.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Round, Outcome, Reason, VoidsConditional, Progress.Length);

    /// <summary>The verdict as a sentence: <c>Round 1: fail, target-missed (EUR 90.00 of EUR 100.00, EUR 10.00 missing)</c>.</summary>
    public override string ToString()
    {
        var voids = VoidsConditional && Outcome != RoundOutcome.Fail ? ", conditional pledges are void" : "";
        var progress = Progress.IsEmpty ? "" : $" ({string.Join("; ", Progress)})";
        return string.Create(
            CultureInfo.InvariantCulture, $"Round {Round + 1}: {EnumNames.Of(Outcome)}, {EnumNames.Of(Reason)}{voids}{progress}");
    }
}
