using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Results;

/// <summary>The result of an area as it is kept: the count, which is never changed, and the decisions that went beyond it.</summary>
public sealed record AreaRecord
{
    /// <summary>What the count found.</summary>
    public required AreaResult Counted { get; init; }

    /// <summary>What was decided otherwise, or is proposed to be, in order.</summary>
    public ImmutableArray<ResultOverride> Overrides { get => field.IsDefault ? [] : field; init; }

    /// <summary>The projects that won: those of the last confirmed override, or else those of the count.</summary>
    [JsonIgnore]
    public ImmutableArray<string> Winners => Overrides.LastOrDefault(decision => decision.IsConfirmed)?.Funded ?? Counted.Funded;

    /// <inheritdoc />
    public bool Equals(AreaRecord? other) => other is not null && Counted == other.Counted && Overrides.AsSpan().SequenceEqual(other.Overrides.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Counted, Overrides.Length);
}
