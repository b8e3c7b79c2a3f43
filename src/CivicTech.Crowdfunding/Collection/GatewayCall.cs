using System.Text.Json.Serialization;
using CivicTech.Amounts;
using NodaTime;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>Something that a payment provider is to do: one of the nested cases. Written down before it is sent.</summary>
/// <remarks>
/// A call is performed once for its key. Those that start a payment use the key of the <see cref="PaymentAttempt"/>; those that
/// act on one name it and have keys of their own. All identifiers are opaque.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(CreatePayLink), "create-pay-link")]
[JsonDerivedType(typeof(Charge), "charge")]
[JsonDerivedType(typeof(Debit), "debit")]
[JsonDerivedType(typeof(Authorise), "authorise")]
[JsonDerivedType(typeof(Capture), "capture")]
[JsonDerivedType(typeof(VoidAuthorisation), "void-authorisation")]
[JsonDerivedType(typeof(Refund), "refund")]
[JsonDerivedType(typeof(SendPayout), "send-payout")]
public abstract record GatewayCall
{
    private protected GatewayCall()
    {
    }

    /// <summary>The idempotency key.</summary>
    /// <exception cref="ArgumentException">It is empty.</exception>
    public required string Key
    {
        get;
        init => field = string.IsNullOrEmpty(value) ? throw new ArgumentException("A call has a key.", nameof(Key)) : value;
    }

    /// <summary>The attempt that the call starts or acts on; for a payout, the payout.</summary>
    [JsonIgnore]
    public abstract string Subject { get; }

    /// <summary>Makes a link by which a backer pays once.</summary>
    public sealed record CreatePayLink : GatewayCall
    {
        /// <summary>The backer.</summary>
        public required string Backer { get; init; }

        /// <summary>How much.</summary>
        public required Money Amount { get; init; }

        /// <summary>The moment from which the link does not work; <see langword="null"/> for the provider's own.</summary>
        public Instant? PayBefore { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override string Subject => Key;
    }

    /// <summary>Charges a saved method in the backer's absence.</summary>
    public sealed record Charge : GatewayCall
    {
        /// <summary>The backer.</summary>
        public required string Backer { get; init; }

        /// <summary>The provider's reference to the saved method.</summary>
        public required string Method { get; init; }

        /// <summary>How much.</summary>
        public required Money Amount { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override string Subject => Key;
    }

    /// <summary>Debits an account on a mandate.</summary>
    public sealed record Debit : GatewayCall
    {
        /// <summary>The backer.</summary>
        public required string Backer { get; init; }

        /// <summary>The provider's reference to the mandate.</summary>
        public required string Mandate { get; init; }

        /// <summary>How much.</summary>
        public required Money Amount { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override string Subject => Key;
    }

    /// <summary>Holds an amount on a method, to be captured later.</summary>
    public sealed record Authorise : GatewayCall
    {
        /// <summary>The backer.</summary>
        public required string Backer { get; init; }

        /// <summary>The provider's reference to the method.</summary>
        public required string Method { get; init; }

        /// <summary>How much.</summary>
        public required Money Amount { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override string Subject => Key;
    }

    /// <summary>Takes a held amount, or a part of it, once; the rest is released.</summary>
    public sealed record Capture : GatewayCall
    {
        /// <summary>The key of the attempt that holds.</summary>
        public required string Attempt { get; init; }

        /// <summary>How much, at most what is held.</summary>
        public required Money Amount { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override string Subject => Attempt;
    }

    /// <summary>Lets go of a held amount, or closes an unpaid link.</summary>
    public sealed record VoidAuthorisation : GatewayCall
    {
        /// <summary>The key of the attempt.</summary>
        public required string Attempt { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override string Subject => Attempt;
    }

    /// <summary>Sends money back to where it came from. The key is the <see cref="RefundFact.Key"/>.</summary>
    public sealed record Refund : GatewayCall
    {
        /// <summary>The key of the attempt that took the money.</summary>
        public required string Attempt { get; init; }

        /// <summary>How much.</summary>
        public required Money Amount { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override string Subject => Attempt;
    }

    /// <summary>Pays out. The key is the <see cref="PayoutAttempt.Key"/>.</summary>
    public sealed record SendPayout : GatewayCall
    {
        /// <summary>The provider's reference to who is paid.</summary>
        public required string Payee { get; init; }

        /// <summary>How much.</summary>
        public required Money Amount { get; init; }

        /// <inheritdoc />
        [JsonIgnore]
        public override string Subject => Key;
    }
}
