using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Commands;

/// <summary>Does what is due: the host's scheduler asks for it, not a person.</summary>
public sealed record AdvanceCampaign : CampaignCommand
{
    /// <summary>The documents that are due; those of pledges are looked at. Null for all, when the state is held in memory.</summary>
    public ImmutableArray<string>? Documents { get; init; }

    /// <inheritdoc />
    public bool Equals(AdvanceCampaign? other) => base.Equals(other) && Documents is null == other.Documents is null && (Documents ?? []).AsSpan().SequenceEqual((other.Documents ?? []).AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Documents?.Length);

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "advance";
}

/// <summary>Takes on an effect that is due, so that nobody else does it too.</summary>
public sealed record StartEffect : CampaignCommand
{
    /// <summary>The key of the effect.</summary>
    public required string Effect { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "start-effect";
}

/// <summary>The outcome of an effect is known, and told: it is pending no longer.</summary>
public sealed record SettleEffect : CampaignCommand
{
    /// <summary>The key of the effect.</summary>
    public required string Effect { get; init; }

    /// <summary>Why the provider refused to do it; null when it was done.</summary>
    public string? Refused { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "settle-effect";
}
