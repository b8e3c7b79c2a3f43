using System.Numerics;

namespace CivicTech.Numerics;

public static partial class Apportionment
{
    private static long[] Divide(long total, ReadOnlySpan<Rational> weights, int[] ranks)
    {
        // Shares depend on the ratios only, so multiplying by a common denominator changes nothing.
        BigInteger common = BigInteger.One;
        foreach (Rational weight in weights)
        {
            if (!weight.IsInteger) common *= weight.Denominator / BigInteger.GreatestCommonDivisor(common, weight.Denominator);
        }

        BigInteger[] scaled = new BigInteger[weights.Length];
        long[] small = new long[weights.Length];
        bool allSmall = true;
        for (int i = 0; i < scaled.Length; i++)
        {
            scaled[i] = weights[i].Numerator * (common / weights[i].Denominator);
            allSmall &= scaled[i] >= long.MinValue && scaled[i] <= long.MaxValue;
            if (allSmall) small[i] = (long)scaled[i];
        }

        return allSmall ? Divide(total, small, ranks) : Divide(total, scaled, ranks);
    }

    private static long[] Divide(long total, ReadOnlySpan<long> weights, int[] ranks)
    {
        // A sum of longs and a product of two longs both fit in 128 bits, whatever they are.
        UInt128 sum = 0;
        foreach (long weight in weights)
        {
            if (weight < 0) throw NegativeWeight();
            sum += (ulong)weight;
        }

        if (!NeedsDivision(total, sum == 0)) return new long[weights.Length];
        long[] parts = new long[weights.Length];
        UInt128[] remainders = new UInt128[weights.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            (UInt128 part, remainders[i]) = UInt128.DivRem(Math.BigMul((ulong)total, (ulong)weights[i]), sum);
            parts[i] = (long)(ulong)part;
        }

        return HandOut(total, parts, remainders, ranks);
    }

    private static long[] Divide(long total, BigInteger[] weights, int[] ranks)
    {
        BigInteger sum = BigInteger.Zero;
        foreach (BigInteger weight in weights)
        {
            if (weight.Sign < 0) throw NegativeWeight();
            sum += weight;
        }

        if (!NeedsDivision(total, sum.IsZero)) return new long[weights.Length];
        long[] parts = new long[weights.Length];
        BigInteger[] remainders = new BigInteger[weights.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = (long)BigInteger.DivRem(total * weights[i], sum, out remainders[i]);
        }

        return HandOut(total, parts, remainders, ranks);
    }

    /// <summary>Gives what is left of the total to the largest remainders, which all have the same denominator.</summary>
    private static long[] HandOut<T>(long total, long[] parts, T[] remainders, int[] ranks)
        where T : IComparable<T>
    {
        // Fewer units are left than there are remainders above zero, for each of those is below one unit.
        long left = total;
        foreach (long part in parts) left -= part;
        if (left == 0) return parts;
        int[] order = new int[parts.Length];
        for (int i = 0; i < order.Length; i++) order[i] = i;

        // No two ranks are equal, so the order does not depend on how the sort treats equals.
        Array.Sort(order, (x, y) =>
        {
            int byRemainder = remainders[y].CompareTo(remainders[x]);
            return byRemainder != 0 ? byRemainder : ranks[x].CompareTo(ranks[y]);
        });
        for (int i = 0; i < left; i++) parts[order[i]]++;
        return parts;
    }

    private static bool NeedsDivision(long total, bool allZero)
    {
        if (total == 0) return false;
        return allZero ? throw NoWeight() : true;
    }

    private static ArgumentException NoWeight() => new("There is a total to divide, but no weight above zero.", "weights");

    private static ArgumentException NegativeWeight() => new("A weight is negative.", "weights");
}
