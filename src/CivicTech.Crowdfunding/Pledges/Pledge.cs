using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Collection;
using NodaTime;

namespace CivicTech.Crowdfunding.Pledges;

/// <summary>A backer's promise of money, and what became of it.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record Pledge
{
    /// <summary>The host's id of it, unique in the campaign.</summary>
    public required string Id { get; init; }

    /// <summary>The host's opaque id of the backer.</summary>
    public required string Backer { get; init; }

    /// <summary>What is promised to the project, more than zero.</summary>
    public required Money Amount { get; init; }

    /// <summary>What is given to the platform besides; does not count to the goal.</summary>
    public Money Tip { get => OrZero(field); init; }

    /// <summary>The fees that the backer pays on top; does not count to the goal.</summary>
    public Money CoveredFees { get => OrZero(field); init; }

    /// <summary>Whether the backer's name is kept from everybody but the owner and the host.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Whether it depends on the target being met even in a campaign that keeps what it raised (a partner's pledge).</summary>
    public bool IsConditional { get; init; }

    /// <summary>The person, team or organisation through whom it came; null when it came directly.</summary>
    public string? Via { get; init; }

    /// <summary>The reference of the evidence of money given outside (a receipt, a bank statement); null for a pledge that is collected.</summary>
    public string? Evidence { get; init; }

    /// <summary>The gateway's reference to how the backer pays (a saved card, a mandate); null when there is none.</summary>
    public string? Method { get; init; }

    /// <summary>When the method was given, if that was after pledging: failures before it no longer count.</summary>
    public Instant? MethodSince { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant CommittedAt { get; init; }

    /// <summary>The round in which it was made, from 0.</summary>
    public int Round { get; init; }

    /// <summary>Whether the promise stands.</summary>
    public PledgeStanding Standing { get; init; }

    /// <summary>Since when it may be collected; null as long as it may not.</summary>
    public Instant? CollectingSince { get; init; }

    /// <summary>What is no longer owed: it was given back on request, or given up because only a part could be collected.</summary>
    public Money GivenBack { get => OrZero(field); init; }

    /// <summary>Whether the backer got word from the owner, or it was noted that none came in time.</summary>
    public bool HasFeedback { get; init; }

    /// <summary>The attempts to collect it, in the order in which they were made.</summary>
    public ImmutableArray<PledgeAttempt> Attempts { get => field.IsDefault ? [] : field; init; }

    /// <summary>What the backer pays: the amount, the tip and the covered fees, less what was given back.</summary>
    [JsonIgnore]
    public Money Payable => Standing == PledgeStanding.Committed ? Asked - GivenBack : Zero;

    /// <summary>What of it is promised to the project, if it stands: less than the amount when something was given back.</summary>
    [JsonIgnore]
    public Money Promised => Money.Min(Amount, Asked - GivenBack);

    /// <summary>What the backer was to pay when nothing is given back.</summary>
    [JsonIgnore]
    public Money Asked => Amount + Tip + CoveredFees;

    /// <summary>What is with the campaign: captured less refunded and disputed.</summary>
    [JsonIgnore]
    public Money Net => Attempts.Aggregate(Zero, (sum, attempt) => sum + attempt.Payment.Position.Net);

    /// <summary>What is with the campaign and not on its way back.</summary>
    [JsonIgnore]
    public Money Refundable => Attempts.Aggregate(Zero, (sum, attempt) => sum + attempt.Payment.Position.Refundable);

    /// <summary>What is with the campaign beyond what the backer owes: it goes back.</summary>
    [JsonIgnore]
    public Money Excess => Money.Max(Refundable - Payable, Zero);

    /// <summary>The last attempt; null when there was none.</summary>
    [JsonIgnore]
    public PledgeAttempt? LastAttempt => Attempts.IsEmpty ? null : Attempts[^1];

    [JsonIgnore]
    internal Money Zero => Money.Zero(Amount.Currency);

    /// <summary>An attempt of it.</summary>
    /// <param name="key">The key of the attempt.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public PledgeAttempt AttemptOf(string key) => Attempts.FirstOrDefault(attempt => attempt.Payment.Key == key)
        ?? throw new KeyNotFoundException($"Pledge '{Id}' has no attempt '{key}'.");

    /// <inheritdoc />
    public bool Equals(Pledge? other) => other is not null
        && Id == other.Id && Backer == other.Backer && Amount == other.Amount && Tip == other.Tip && CoveredFees == other.CoveredFees
        && IsAnonymous == other.IsAnonymous && IsConditional == other.IsConditional && Via == other.Via && Evidence == other.Evidence
        && Method == other.Method && MethodSince == other.MethodSince && CommittedAt == other.CommittedAt && Round == other.Round
        && Standing == other.Standing && CollectingSince == other.CollectingSince && GivenBack == other.GivenBack
        && HasFeedback == other.HasFeedback && Attempts.AsSpan().SequenceEqual(other.Attempts.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Backer, Amount, Standing, CommittedAt, Attempts.Length);

    // A document may leave out what is nothing.
    private Money OrZero(Money amount) => amount == default ? Zero : amount;

    internal Pledge With(PledgeAttempt attempt)
    {
        var place = Attempts.IndexOf(AttemptOf(attempt.Payment.Key));
        return this with { Attempts = Attempts.SetItem(place, attempt) };
    }
}
