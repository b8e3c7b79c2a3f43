using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Calendars;

namespace CivicTech.Budgeting.Commands;

/// <summary>Does what is due: the host's scheduler asks for it, not a person.</summary>
public sealed record AdvanceCycle : CycleCommand
{
    /// <summary>The documents that are due; those of projects and proposals are looked at. Null for all, when the state is held in memory.</summary>
    public ImmutableArray<string>? Documents { get; init; }

    /// <inheritdoc />
    public bool Equals(AdvanceCycle? other) => base.Equals(other) && Documents is null == other.Documents is null && (Documents ?? []).AsSpan().SequenceEqual((other.Documents ?? []).AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Documents?.Length);

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "advance";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => null;
}

/// <summary>Takes on an effect that is due, so that nobody else does it too.</summary>
public sealed record StartEffect : CycleCommand
{
    /// <summary>The key of the effect.</summary>
    public required string Effect { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "start-effect";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => null;
}

/// <summary>The outcome of an effect is known, and told: it is pending no longer.</summary>
public sealed record SettleEffect : CycleCommand
{
    /// <summary>The key of the effect.</summary>
    public required string Effect { get; init; }

    /// <summary>Why it could not be done; null when it was done.</summary>
    public string? Refused { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "settle-effect";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => null;
}
