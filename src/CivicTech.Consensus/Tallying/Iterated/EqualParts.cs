using System.Numerics;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>
/// What each of several equal candidates keeps of a vote, when it counts as all their strict orders alike, and what goes on.
/// </summary>
/// <remarks>
/// In the orders in which j of the n - 1 others stand before candidate i, each set of j of them equally often, i keeps k(i) times the product of
/// their 1 - k. So i keeps k(i) / n · sum over j of e(j) / C(n - 1, j), where e(j) is the elementary symmetric polynomial of the others' 1 - k;
/// the product of all 1 - k goes on.
/// </remarks>
/// <typeparam name="T">An amount.</typeparam>
internal sealed class EqualParts<T>
    where T : struct, IComparable<T>
{
    private readonly T[]? _stepwise;
    private readonly T _stepwiseRest;
    private readonly BigInteger[] _numerators = [];
    private readonly BigInteger _denominator;
    private readonly BigInteger _restNumerator;
    private readonly BigInteger _restDenominator;

    private EqualParts(T[] stepwise, T rest) => (_stepwise, _stepwiseRest) = (stepwise, rest);

    private EqualParts(BigInteger[] numerators, BigInteger denominator, BigInteger restNumerator, BigInteger restDenominator)
    {
        _numerators = numerators;
        _denominator = denominator;
        _restNumerator = restNumerator;
        _restDenominator = restDenominator;
    }

    internal static EqualParts<T> Of<TKeeping>(TKeeping keeping, int[] members, T[] factors, bool isStepwise)
        where TKeeping : struct, IKeeping<T> =>
        isStepwise || keeping.IsExact ? Stepwise(keeping, members, factors) : Once(keeping, members, factors);

    /// <summary>What the member at an index keeps of a value.</summary>
    internal T Kept<TKeeping>(TKeeping keeping, T value, int member)
        where TKeeping : struct, IKeeping<T> =>
        _stepwise is not null ? keeping.Product(value, _stepwise[member]) : keeping.Part(value, _numerators[member], _denominator);

    internal T Rest<TKeeping>(TKeeping keeping, T value)
        where TKeeping : struct, IKeeping<T> =>
        _stepwise is not null ? keeping.Product(value, _stepwiseRest) : keeping.Part(value, _restNumerator, _restDenominator);

    private static EqualParts<T> Stepwise<TKeeping>(TKeeping keeping, int[] members, T[] factors)
        where TKeeping : struct, IKeeping<T>
    {
        T[] unkept = [.. members.Select(member => keeping.Subtract(keeping.One, factors[member]))];

        // Who keeps everything passes nothing on: all of them have the same part, made of those who do.
        int[] passing = [.. Enumerable.Range(0, members.Length).Where(i => unkept[i].CompareTo(default) != 0)];
        T? common = null;
        var parts = new T[members.Length];
        var rest = keeping.One;
        for (var i = 0; i < members.Length; i++)
        {
            var sum = Array.IndexOf(passing, i) < 0 ? common ??= Sum(-1) : Sum(i);
            parts[i] = keeping.Quotient(keeping.Product(sum, factors[members[i]]), members.Length);
            rest = keeping.Product(rest, unkept[i]);
        }

        return new EqualParts<T>(parts, rest);

        T Sum(int without)
        {
            var polynomials = new T[passing.Length + 1];
            polynomials[0] = keeping.One;
            foreach (var other in passing.Where(other => other != without))
            {
                for (var j = passing.Length; j > 0; j--)
                {
                    polynomials[j] = keeping.Add(polynomials[j], keeping.Product(polynomials[j - 1], unkept[other]));
                }
            }

            var sum = default(T);
            BigInteger choose = 1;
            for (var j = 0; j < Math.Min(polynomials.Length, members.Length); j++)
            {
                sum = keeping.Add(sum, keeping.Quotient(polynomials[j], choose));
                choose = choose * (members.Length - 1 - j) / (j + 1);
            }

            return sum;
        }
    }

    private static EqualParts<T> Once<TKeeping>(TKeeping keeping, int[] members, T[] factors)
        where TKeeping : struct, IKeeping<T>
    {
        var n = members.Length;
        var one = keeping.Units(keeping.One);
        BigInteger[] kept = [.. members.Select(member => keeping.Units(factors[member]))];
        int[] passing = [.. Enumerable.Range(0, n).Where(i => kept[i] != one)];
        var choose = new BigInteger[Math.Min(passing.Length + 1, n)];
        BigInteger multiple = choose[0] = 1;
        for (var j = 1; j < choose.Length; j++)
        {
            choose[j] = choose[j - 1] * (n - j) / j;
            multiple = multiple / BigInteger.GreatestCommonDivisor(multiple, choose[j]) * choose[j];
        }

        BigInteger? common = null;
        var parts = new BigInteger[n];
        for (var i = 0; i < n; i++)
        {
            parts[i] = kept[i] * (Array.IndexOf(passing, i) < 0 ? common ??= Sum(-1) : Sum(i));
        }

        var rest = passing.Length < n ? BigInteger.Zero : passing.Aggregate(BigInteger.One, (product, i) => product * (one - kept[i]));
        return new EqualParts<T>(parts, n * multiple * BigInteger.Pow(one, passing.Length + 1), rest, BigInteger.Pow(one, n));

        BigInteger Sum(int without)
        {
            var polynomials = new BigInteger[passing.Length + 1];
            polynomials[0] = 1;
            foreach (var other in passing.Where(other => other != without))
            {
                for (var j = passing.Length; j > 0; j--)
                {
                    polynomials[j] += polynomials[j - 1] * (one - kept[other]);
                }
            }

            var sum = BigInteger.Zero;
            for (var j = 0; j < choose.Length; j++)
            {
                sum += polynomials[j] * BigInteger.Pow(one, passing.Length - j) * (multiple / choose[j]);
            }

            return sum;
        }
    }
}
