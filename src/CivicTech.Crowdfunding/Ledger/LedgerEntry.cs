using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Crowdfunding.Ledger;

/// <summary>One movement of money: what it is about, when it was, and what it takes from which accounts and puts where.</summary>
/// <remarks>What comes is what goes: in each currency the postings sum to zero. Immutable; equal are entries that say the same.</remarks>
public sealed record LedgerEntry
{
    /// <summary>An entry.</summary>
    /// <param name="kind">As <see cref="Kind"/>.</param>
    /// <param name="subject">As <see cref="Subject"/>.</param>
    /// <param name="at">As <see cref="At"/>.</param>
    /// <param name="postings">In any order; several on one account are added up, and what is zero is left out.</param>
    /// <exception cref="ArgumentException">
    /// Kind or subject is empty; or in some currency the postings do not sum to zero, which the message names; or nothing moves.
    /// </exception>
    /// <exception cref="OverflowException">The sum on an account is out of range.</exception>
    public LedgerEntry(string kind, string subject, Instant at, params ImmutableArray<Posting> postings)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        ArgumentException.ThrowIfNullOrWhiteSpace(subject);
        Kind = kind;
        Subject = subject;
        At = at;
        Postings = PostingList.Canonical(postings);
        if (Postings.IsEmpty)
        {
            throw new ArgumentException($"The entry '{kind}' of {subject} moves nothing.", nameof(postings));
        }

        if (PostingList.Imbalance(Postings) is { } wrong)
        {
            var sum = FormattableString.Invariant($"its postings in {wrong.Currency} sum to {wrong.MinorUnits} minor units, expected 0");
            throw new ArgumentException($"The entry '{kind}' of {subject} does not balance: {sum}.", nameof(postings));
        }
    }

    /// <summary>What happened, as a short stable name: <c>capture</c>, <c>refund</c>.</summary>
    public string Kind { get; }

    /// <summary>What it is about, as an opaque identifier: of a pledge, an attempt to collect it, a payout.</summary>
    public string Subject { get; }

    /// <summary>When it was booked.</summary>
    [JsonConverter(typeof(InstantJsonConverter))]
    public Instant At { get; }

    /// <summary>
    /// What comes to which account (positive) and goes from which (negative): at least two, in the order of the accounts, none of zero.
    /// </summary>
    [JsonConverter(typeof(PostingsJsonConverter))]
    public ImmutableArray<Posting> Postings { get; }

    /// <summary>Whether two entries say the same.</summary>
    /// <param name="other">Another entry.</param>
    public bool Equals(LedgerEntry? other) => other is not null
        && Kind == other.Kind
        && Subject == other.Subject
        && At == other.At
        && Postings.AsSpan().SequenceEqual(other.Postings.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Kind, Subject, At, Postings[0]);

    /// <summary>The entry in words: <c>capture of pledge-1: backers EUR -10.00, escrow EUR 10.00</c>.</summary>
    public override string ToString() => $"{Kind} of {Subject}: {string.Join(", ", Postings)}";
}
