using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Coefficients;

/// <summary>Correlations of orders by their definitions, and every order of some values.</summary>
internal static class Orders
{
    internal static double[] Random(SplitMix64 random, int count, int values) =>
        [.. Enumerable.Range(0, count).Select(_ => (double)random.Below(values))];

    /// <summary>All n! orders of the values, equal values counting as different.</summary>
    internal static IEnumerable<double[]> All(double[] values)
    {
        if (values.Length == 0)
        {
            yield return [];
        }

        for (var first = 0; first < values.Length; first++)
        {
            foreach (var rest in All([.. values[..first], .. values[(first + 1)..]]))
            {
                yield return [values[first], .. rest];
            }
        }
    }

    /// <summary>Pairs in the same order less pairs in opposite order.</summary>
    internal static long KendallScore(double[] first, double[] second)
    {
        var score = 0L;
        for (var i = 0; i < first.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                score += Math.Sign(first[i] - first[j]) * Math.Sign(second[i] - second[j]);
            }
        }

        return score;
    }

    /// <summary>Σ (r - mean)(s - mean) of midranks.</summary>
    internal static Rational SpearmanScore(double[] first, double[] second)
    {
        var (r, s, mean) = (Concordance.Tables.Midranks(first), Concordance.Tables.Midranks(second), new Rational(first.Length + 1, 2));
        return r.Zip(s, (a, b) => (a - mean) * (b - mean)).Aggregate((sum, term) => sum + term);
    }

    /// <summary>The share of all orders of the second row whose score is at least as far from 0.</summary>
    internal static Rational TwoSided<T>(double[] first, double[] second, Func<double[], double[], T> score, Func<T, T> distance)
        where T : IComparable<T>
    {
        var observed = distance(score(first, second));
        var orders = All(second).ToArray();
        return new(orders.Count(order => distance(score(first, order)).CompareTo(observed) >= 0), orders.Length);
    }
}
