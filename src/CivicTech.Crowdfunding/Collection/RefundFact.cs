using System.Text.Json.Serialization;
using CivicTech.Amounts;
using NodaTime;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>What is known of one refund.</summary>
/// <remarks>
/// A refund that went out may come back weeks later (a closed account), and one that failed may be reported as gone after all: the later
/// word holds, by the provider's clock; in one moment, that it went out.
/// </remarks>
public sealed record RefundFact : IKeyedFact<RefundFact>
{
    /// <summary>Its own key; of a refund made by hand at the provider, the provider's identifier.</summary>
    public required string Key { get; init; }

    /// <summary>How much we asked to refund; <see langword="null"/> when we did not ask (yet).</summary>
    public Money? Requested { get; init; }

    /// <summary>How much went out, by the provider; <see langword="null"/> when it never did.</summary>
    public Money? Completed { get; init; }

    /// <summary>When it last was said to have gone out.</summary>
    public Instant? CompletedAt { get; init; }

    /// <summary>The latest failure or return.</summary>
    public FailureFact? Failure { get; init; }

    /// <summary>What the provider charged for it; <see langword="null"/> while unknown.</summary>
    public Money? Fee { get; init; }

    /// <summary>Whether the money is with the backer.</summary>
    [JsonIgnore]
    public bool IsCompleted => CompletedAt is { } completed && (Failure is null || Failure.At <= completed);

    /// <summary>Whether it did not work, or came back.</summary>
    [JsonIgnore]
    public bool IsFailed => Failure is not null && !IsCompleted;

    /// <summary>Whether we asked for it and do not know how it ended.</summary>
    [JsonIgnore]
    public bool IsPending => Failure is null && CompletedAt is null;

    string IKeyedFact<RefundFact>.Key => Key;

    RefundFact IFact<RefundFact>.Join(RefundFact other) => this with
    {
        Requested = Joins.Max(Requested, other.Requested),
        Completed = Joins.Max(Completed, other.Completed),
        CompletedAt = Joins.Max(CompletedAt, other.CompletedAt),
        Failure = Joins.Join(Failure, other.Failure),
        Fee = Joins.Max(Fee, other.Fee),
    };
}
