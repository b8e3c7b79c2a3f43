using System.Collections.Immutable;

namespace CivicTech.Crowdfunding.Ledger;

/// <summary>Postings in the one form in which they are kept: sorted by account, then currency; each pair once; none of zero.</summary>
internal static class PostingList
{
    internal static ImmutableArray<Posting> Canonical(ImmutableArray<Posting> postings)
    {
        if (postings.IsDefaultOrEmpty) return [];
        if (IsCanonical(postings)) return postings;

        var sorted = postings.Sort(Compare);
        var merged = ImmutableArray.CreateBuilder<Posting>(sorted.Length);
        for (var i = 0; i < sorted.Length;)
        {
            var sum = (Int128)0;
            var first = sorted[i];
            for (; i < sorted.Length && Compare(sorted[i], first) == 0; i++) sum += sorted[i].Amount.MinorUnits;
            AddUnlessZero(merged, first, checked((long)sum));
        }

        return merged.DrainToImmutable();
    }

    /// <summary>The sums, account by account, of two lists in canonical form, the second one times a sign.</summary>
    internal static ImmutableArray<Posting> Combine(ImmutableArray<Posting> left, ImmutableArray<Posting> right, int sign)
    {
        if (right.IsEmpty) return left;

        var sums = ImmutableArray.CreateBuilder<Posting>(left.Length + right.Length);
        int i = 0, j = 0;
        while (i < left.Length || j < right.Length)
        {
            var order = i == left.Length ? 1 : j == right.Length ? -1 : Compare(left[i], right[j]);
            var here = order <= 0 ? left[i] : right[j];
            var units = order <= 0 ? left[i++].Amount.MinorUnits : 0;
            if (order >= 0) units = checked(units + sign * right[j++].Amount.MinorUnits);
            AddUnlessZero(sums, here, units);
        }

        return sums.DrainToImmutable();
    }

    /// <summary>A currency whose amounts do not sum to zero and their sum in minor units; null if there is none.</summary>
    internal static (Currency Currency, Int128 MinorUnits)? Imbalance(ImmutableArray<Posting> postings)
    {
        foreach (var posting in postings)
        {
            // Few currencies, mostly one: no table is needed.
            var sum = (Int128)0;
            foreach (var other in postings)
            {
                if (other.Amount.Currency == posting.Amount.Currency) sum += other.Amount.MinorUnits;
            }

            if (sum != 0) return (posting.Amount.Currency, sum);
        }

        return null;
    }

    private static bool IsCanonical(ImmutableArray<Posting> postings)
    {
        for (var i = 0; i < postings.Length; i++)
        {
            if (postings[i].Amount.IsZero || (i > 0 && Compare(postings[i - 1], postings[i]) >= 0)) return false;
        }

        return true;
    }

    private static int Compare(Posting left, Posting right)
    {
        if (left.Account != right.Account) return left.Account.CompareTo(right.Account);
        if (left.Amount.Currency == right.Amount.Currency) return 0;
        var order = string.CompareOrdinal(left.Amount.Currency.Code, right.Amount.Currency.Code);
        return order != 0 ? order : left.Amount.Currency.Digits.CompareTo(right.Amount.Currency.Digits);
    }

    private static void AddUnlessZero(ImmutableArray<Posting>.Builder postings, Posting like, long units)
    {
        if (units != 0) postings.Add(new Posting(like.Account, Money.FromMinorUnits(units, like.Amount.Currency)));
    }
}
