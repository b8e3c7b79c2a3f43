using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Crowdfunding.Events;

/// <summary>Money moved in the ledger.</summary>
public sealed record MoneyPosted : CampaignEvent
{
    /// <summary>From where to where; it sums to zero.</summary>
    public required LedgerEntry Entry { get; init; }
}

/// <summary>A payout to the owner was written down; the gateway is called after that.</summary>
public sealed record PayoutMade : CampaignEvent
{
    /// <summary>What is asked for.</summary>
    public required PayoutAttempt Payout { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>How many tranches are paid out with it, from the first on.</summary>
    public int Tranches { get; init; }
}

/// <summary>A provider said something that was not known about a payout.</summary>
public sealed record PayoutLearned : CampaignEvent
{
    /// <summary>What it said.</summary>
    public required ProviderEvent Event { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }
}

/// <summary>What was held back for disputes is free.</summary>
public sealed record ReserveReleased : CampaignEvent;

/// <summary>The owner paid money back.</summary>
public sealed record OwnerRepaid : CampaignEvent
{
    /// <summary>How much.</summary>
    public required Money Amount { get; init; }

    /// <summary>The reference of the evidence.</summary>
    public required string Evidence { get; init; }

    /// <summary>When it was put on record.</summary>
    public required Instant At { get; init; }
}

/// <summary>Something is to be done outside.</summary>
public sealed record EffectRequested : CampaignEvent
{
    /// <summary>What, and under which key.</summary>
    public required PendingEffect<CampaignEffect> Effect { get; init; }
}

/// <summary>Somebody took it on.</summary>
public sealed record EffectStarted : CampaignEvent
{
    /// <summary>The key of the effect.</summary>
    public required string Effect { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Whether it is only to be found out what became of it: what it was for is over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsWithdrawn { get; init; }
}

/// <summary>Its outcome is known.</summary>
public sealed record EffectSettled : CampaignEvent
{
    /// <summary>The key of the effect.</summary>
    public required string Effect { get; init; }

    /// <summary>Why it was not done: the provider refused it, or it was withdrawn before it went out; null when it was done.</summary>
    public string? Refused { get; init; }
}
