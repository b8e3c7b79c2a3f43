using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Voting;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Results;

/// <summary>What a count found, area by area, and what it was given: as JSON it is the same bytes however often and wherever it is counted.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record CycleResult
{
    /// <summary>The SHA-256 of the plan.</summary>
    public required Digest Rules { get; init; }

    /// <summary>The number of the edition of the official ballot.</summary>
    public required int Edition { get; init; }

    /// <summary>The digest of that edition.</summary>
    public required Digest Ballot { get; init; }

    /// <summary>What was in the ballot box.</summary>
    public required BoxContent Box { get; init; }

    /// <summary>What decided lots; null when the plan has no lot.</summary>
    public LotReveal? Lot { get; init; }

    /// <summary>The areas in the order in which they were counted.</summary>
    public required ImmutableArray<AreaResult> Areas { get; init; }

    /// <summary>The SHA-256 of its canonical JSON (RFC 8785). O(size).</summary>
    [JsonIgnore]
    public Digest Digest => Digest.Of(CanonicalJson.ToBytes(JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(this, ResultsJson.Default.CycleResult))));

    /// <summary>The canonical JSON.</summary>
    public string ToJson() => CanonicalJson.ToText(JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(this, ResultsJson.Default.CycleResult)));

    /// <summary>The result as a report for people: areas, winners, votes, costs, what was left.</summary>
    public string ToText() => ResultText.Write(this);

    /// <inheritdoc />
    public bool Equals(CycleResult? other) => other is not null && Rules == other.Rules && Edition == other.Edition && Ballot == other.Ballot && Box == other.Box && Lot == other.Lot
        && Areas.AsSpan().SequenceEqual(other.Areas.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Rules, Edition, Ballot, Box, Areas.Length);
}
