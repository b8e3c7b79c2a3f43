using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Collection;

namespace CivicTech.Crowdfunding.Commands;

/// <summary>What a provider says about attempts to collect a pledge, in any order and any number of times.</summary>
public sealed record RecordPayment : CampaignCommand
{
    /// <summary>The pledge whose attempts they are about.</summary>
    public required string Pledge { get; init; }

    /// <summary>What it says, verified by the adapter (see <see cref="ProviderEvent"/>).</summary>
    public required ImmutableArray<ProviderEvent> Events { get; init; }

    /// <inheritdoc />
    public bool Equals(RecordPayment? other) => base.Equals(other) && Pledge == other.Pledge && Events.AsSpan().SequenceEqual(other.Events.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Pledge, Events.Length);

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "record-payment";
}

/// <summary>What a provider says about a payout, in any order and any number of times.</summary>
public sealed record RecordPayout : CampaignCommand
{
    /// <summary>What it says; the attempt it names is the payout.</summary>
    public required ImmutableArray<ProviderEvent> Events { get; init; }

    /// <inheritdoc />
    public bool Equals(RecordPayout? other) => base.Equals(other) && Events.AsSpan().SequenceEqual(other.Events.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Events.Length);

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "record-payout";
}

/// <summary>Pays out again what failed or came back, once the owner's account is mended.</summary>
public sealed record RetryPayout : CampaignCommand
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "retry-payout";
}

/// <summary>The owner has paid money back to the campaign: it settles a debt, or makes a cancellation possible.</summary>
public sealed record RecordRepayment : CampaignCommand
{
    /// <summary>How much, more than zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>The reference of the evidence.</summary>
    public required string Evidence { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "record-repayment";
}
