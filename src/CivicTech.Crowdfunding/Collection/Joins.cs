using System.Collections.Immutable;
using CivicTech.Amounts;
using NodaTime;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>Joins of the parts of facts. Nothing known joined with anything is that thing.</summary>
internal static class Joins
{
    internal static Money? Max(Money? a, Money? b) => a is { } x && b is { } y ? Money.Max(x, y) : a ?? b;

    internal static Instant? Max(Instant? a, Instant? b) => a is { } x && b is { } y ? Instant.Max(x, y) : a ?? b;

    internal static T? Join<T>(T? a, T? b)
        where T : class, IFact<T> => a is null ? b : b is null ? a : a.Join(b);

    /// <summary>Merges two canonical lists.</summary>
    internal static ImmutableArray<T> Join<T>(ImmutableArray<T> a, ImmutableArray<T> b)
        where T : class, IKeyedFact<T>
    {
        if (b.IsEmpty)
        {
            return a;
        }

        var joined = ImmutableArray.CreateBuilder<T>(a.Length + b.Length);
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            var order = i == a.Length ? 1 : j == b.Length ? -1 : string.CompareOrdinal(a[i].Key, b[j].Key);
            joined.Add(order < 0 ? a[i++] : order > 0 ? b[j++] : a[i++].Join(b[j++]));
        }

        return joined.DrainToImmutable();
    }

    /// <summary>The same facts by ascending key, one for each: however they were written, there is one list for what they say.</summary>
    internal static ImmutableArray<T> Canonical<T>(ImmutableArray<T> facts)
        where T : class, IKeyedFact<T>
    {
        if (facts.IsDefaultOrEmpty)
        {
            return [];
        }

        for (var i = 1; i < facts.Length; i++)
        {
            if (string.CompareOrdinal(facts[i - 1].Key, facts[i].Key) >= 0)
            {
                return facts.Aggregate(ImmutableArray<T>.Empty, (known, fact) => Join(known, [fact]));
            }
        }

        return facts;
    }

    /// <summary>The sum of amounts that may be unknown, in a currency.</summary>
    internal static Money Sum<T>(ImmutableArray<T> facts, Currency currency, Func<T, Money?> amount)
    {
        var sum = Money.Zero(currency);
        foreach (var fact in facts)
        {
            sum += amount(fact) ?? Money.Zero(currency);
        }

        return sum;
    }
}
