using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Voting;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Commands;

/// <summary>Fixes what can be voted on: every proposal on the shortlist, with its price and area, in an order. After it nothing about the ballot changes, unless the plan's rule for that is followed.</summary>
public sealed record FreezeBallot : CycleCommand
{
    /// <summary>The seed of a random order of the projects within their areas; null for the order of their numbers. Name it when it can no longer be chosen: a public value of the day.</summary>
    public string? OrderSeed { get; init; }

    /// <summary>Sets of projects of which at most one can win, besides those that share a place: ids of proposals.</summary>
    public ImmutableArray<ImmutableArray<string>> Exclusions { get => field.IsDefault ? [] : field; init; }

    /// <summary>The commitment to the secret of lots: see <see cref="Ties.LotSeed"/>. Needed when ties may be broken by lot.</summary>
    public Digest? Commitment { get; init; }

    /// <summary>The public value, named before it exists, that decides lots together with the secret: a reference such as a lottery draw of a day.</summary>
    public string? PublicValue { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "freeze-ballot";

    /// <inheritdoc />
    public bool Equals(FreezeBallot? other) => base.Equals(other) && OrderSeed == other.OrderSeed && Commitment == other.Commitment && PublicValue == other.PublicValue
        && Exclusions.Length == other.Exclusions.Length && Exclusions.Zip(other.Exclusions).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second.AsSpan()));

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), OrderSeed, Commitment, PublicValue, Exclusions.Length);
}

/// <summary>Changes the ballot after it was frozen, by the plan's rule for that.</summary>
public sealed record ChangeBallot : CycleCommand
{
    /// <summary>What changes. Lines that a change of prices or budgets concerns are released too, without being named.</summary>
    public required BallotChange Change { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "change-ballot";
}

/// <summary>Says that the ballot box is sealed: the library itself asks for it once that is done.</summary>
public sealed record RecordSeal : CycleCommand
{
    /// <summary>What was in the box.</summary>
    public required BoxContent Content { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "record-seal";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => null;
}
