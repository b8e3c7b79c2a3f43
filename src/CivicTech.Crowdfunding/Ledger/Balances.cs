using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Ledger;

/// <summary>What is on each account: the sum of all entries so far.</summary>
/// <remarks>
/// Immutable; equal are balances with the same amounts, however they came about. As JSON an object of accounts that are not zero:
/// <c>{"backers":"EUR -10.00","escrow":"EUR 10.00"}</c>.
/// </remarks>
[JsonConverter(typeof(BalancesJsonConverter))]
public sealed record Balances
{
    /// <summary>Given balances, as of a position to be reached. They need not sum to zero: see <see cref="IsBalanced"/>.</summary>
    /// <param name="postings">In any order; several on one account are added up, and what is zero is left out.</param>
    /// <exception cref="OverflowException">The sum on an account is out of range.</exception>
    public Balances(params ImmutableArray<Posting> postings) => Postings = PostingList.Canonical(postings);

    /// <summary>Nothing anywhere.</summary>
    public static Balances Empty { get; } = new();

    /// <summary>The accounts that are not zero, in their order; several currencies of one account in the order of their codes.</summary>
    public ImmutableArray<Posting> Postings { get; }

    /// <summary>Whether the amounts of each currency sum to zero, which holds for whatever entries lead to from nothing.</summary>
    public bool IsBalanced => PostingList.Imbalance(Postings) is null;

    /// <summary>The accounts that are below zero and must not be: see <see cref="AccountExtensions.MayBeNegative"/>.</summary>
    public ImmutableArray<Posting> Overdrawn =>
        [.. Postings.Where(posting => posting.Amount.IsNegative && !posting.Account.MayBeNegative())];

    /// <summary>What is on an account in one currency, zero if nothing is.</summary>
    /// <param name="account">The account.</param>
    /// <param name="currency">The currency.</param>
    public Money Of(Account account, Currency currency)
    {
        foreach (var posting in Postings)
        {
            if (posting.Account == account && posting.Amount.Currency == currency) return posting.Amount;
        }

        return Money.Zero(currency);
    }

    /// <summary>The balances after an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <exception cref="OverflowException">A balance would be out of range.</exception>
    public Balances Apply(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(PostingList.Combine(Postings, entry.Postings, 1));
    }

    /// <summary>The postings that lead from these balances to others; none if they are equal.</summary>
    /// <param name="to">The balances to be reached.</param>
    /// <returns>In the order of the accounts, none of zero; they balance if both positions do, and are then those of an entry.</returns>
    /// <exception cref="OverflowException">An amount would be out of range.</exception>
    public ImmutableArray<Posting> Difference(Balances to)
    {
        ArgumentNullException.ThrowIfNull(to);
        return PostingList.Combine(to.Postings, Postings, -1);
    }

    /// <summary>Whether the same is on every account.</summary>
    /// <param name="other">Other balances.</param>
    public bool Equals(Balances? other) => other is not null && Postings.AsSpan().SequenceEqual(other.Postings.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => Postings.Aggregate(Postings.Length, HashCode.Combine);

    /// <summary>The balances in words: <c>backers EUR -10.00, escrow EUR 10.00</c>.</summary>
    public override string ToString() => Postings.IsEmpty ? "nothing" : string.Join(", ", Postings);
}
