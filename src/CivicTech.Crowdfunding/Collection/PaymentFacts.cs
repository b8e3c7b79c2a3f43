using System.Collections.Immutable;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>All that is known of a payment attempt. Knowledge only grows, and grows to the same in any order and with any repetition.</summary>
/// <remarks>
/// A join-semilattice: each event is a small piece of knowledge, and knowing two pieces is their join. The lists are ordered by
/// their keys and hold one fact for each key, however they were given. Equal when everything in them is.
/// </remarks>
public sealed record PaymentFacts : IFact<PaymentFacts>
{
    /// <summary>Nothing is known.</summary>
    public static PaymentFacts None { get; } = new();

    /// <summary>Whether at some time nothing certain was known (<see cref="ProviderEventKind.Unknown"/>).</summary>
    public bool WasInDoubt { get; init; }

    /// <summary>The latest of the way to the money.</summary>
    public ProgressFact? Progress { get; init; }

    /// <summary>The latest failure.</summary>
    public FailureFact? Failure { get; init; }

    /// <summary>What was held.</summary>
    public AuthorisationFact? Authorisation { get; init; }

    /// <summary>Whether the hold or the link ran out.</summary>
    public bool IsExpired { get; init; }

    /// <summary>Whether the hold was let go, or the link closed.</summary>
    public bool IsVoided { get; init; }

    /// <summary>The payments that took money, by their identifiers: more than one only when something went wrong.</summary>
    public ImmutableArray<CaptureFact> Captures { get => field.IsDefault ? [] : field; init => field = Joins.Canonical(value); }

    /// <summary>The refunds, by their keys.</summary>
    public ImmutableArray<RefundFact> Refunds { get => field.IsDefault ? [] : field; init => field = Joins.Canonical(value); }

    /// <summary>The disputes, by their identifiers.</summary>
    public ImmutableArray<DisputeFact> Disputes { get => field.IsDefault ? [] : field; init => field = Joins.Canonical(value); }

    PaymentFacts IFact<PaymentFacts>.Join(PaymentFacts other) => Join(other);

    /// <summary>What is known when both are; this same instance when the other adds nothing.</summary>
    internal PaymentFacts Join(PaymentFacts other)
    {
        var joined = new PaymentFacts
        {
            WasInDoubt = WasInDoubt || other.WasInDoubt,
            Progress = Joins.Join(Progress, other.Progress),
            Failure = Joins.Join(Failure, other.Failure),
            Authorisation = Joins.Join(Authorisation, other.Authorisation),
            IsExpired = IsExpired || other.IsExpired,
            IsVoided = IsVoided || other.IsVoided,
            Captures = Joins.Join(Captures, other.Captures),
            Refunds = Joins.Join(Refunds, other.Refunds),
            Disputes = Joins.Join(Disputes, other.Disputes),
        };
        return joined.Equals(this) ? this : joined;
    }

    /// <summary>Whether both hold the same facts.</summary>
    /// <param name="other">Other facts.</param>
    public bool Equals(PaymentFacts? other) => other is not null
        && WasInDoubt == other.WasInDoubt
        && Progress == other.Progress
        && Failure == other.Failure
        && Authorisation == other.Authorisation
        && IsExpired == other.IsExpired
        && IsVoided == other.IsVoided
        && Captures.AsSpan().SequenceEqual(other.Captures.AsSpan())
        && Refunds.AsSpan().SequenceEqual(other.Refunds.AsSpan())
        && Disputes.AsSpan().SequenceEqual(other.Disputes.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Progress, Failure, Authorisation, Captures.FirstOrDefault(), Refunds.FirstOrDefault(), Disputes.FirstOrDefault());
}
