using CivicTech.Consensus.Concordance;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Concordance;

/// <summary>Made-up tables, and W by its definition: midranks by counting, in fractions.</summary>
internal static class Tables
{
    internal static double[,] Random(ulong seed, int raters, int items, int values)
    {
        var table = new double[raters, items];
        var random = new SplitMix64(seed);
        for (var rater = 0; rater < raters; rater++)
        {
            for (var item = 0; item < items; item++)
            {
                table[rater, item] = random.Below(values);
            }
        }

        return table;
    }

    internal static double[] Row(double[,] table, int rater) => [.. Enumerable.Range(0, table.GetLength(1)).Select(item => table[rater, item])];

    internal static Rational[] Midranks(double[] row) =>
        [.. row.Select(value => row.Count(other => other < value) + ((Rational)(row.Count(other => other == value) + 1) / 2))];

    /// <summary>12 S / (m²(n³ - n) - m ΣT); null when the denominator is 0.</summary>
    internal static Rational? W(double[,] table)
    {
        Rational m = table.GetLength(0), n = table.GetLength(1), s = 0, ties = 0;
        var ranks = Enumerable.Range(0, table.GetLength(0)).Select(rater => Midranks(Row(table, rater))).ToArray();
        for (var item = 0; item < table.GetLength(1); item++)
        {
            var deviation = ranks.Aggregate((Rational)0, (sum, row) => sum + row[item]) - (m * (n + 1) / 2);
            s += deviation * deviation;
        }

        for (var rater = 0; rater < table.GetLength(0); rater++)
        {
            ties += Row(table, rater).GroupBy(value => value).Select(group => (Rational)group.Count()).Aggregate((Rational)0, (sum, t) => sum + (t * t * t) - t);
        }

        var denominator = (m * m * ((n * n * n) - n)) - (m * ties);
        return denominator == 0 ? null : 12 * s / denominator;
    }

    internal static double[,] Of(IEnumerable<double[]> rows)
    {
        var list = rows.ToArray();
        var table = new double[list.Length, list[0].Length];
        for (var rater = 0; rater < list.Length; rater++)
        {
            for (var item = 0; item < list[rater].Length; item++)
            {
                table[rater, item] = list[rater][item];
            }
        }

        return table;
    }

    internal static IEnumerable<double[]> Rows(double[,] table) => Enumerable.Range(0, table.GetLength(0)).Select(rater => Row(table, rater));

    /// <summary>Siegel (1956), section 9, and NAG's example of g08daf: three rankings of ten objects with ties, W = 0.828.</summary>
    internal static double[,] Siegel { get; } = new double[,]
    {
        { 1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10 },
        { 2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5 },
        { 2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10 },
    };

    /// <summary>Siegel and Castellan (1988): three travellers rank eight reasons, W = 0.656.</summary>
    internal static double[,] Travellers { get; } = new double[,]
    {
        { 5, 6, 7, 1, 2, 4, 3, 8 },
        { 1, 7, 6, 2, 3, 5, 4, 8 },
        { 4, 5, 1, 3, 2, 7, 6, 8 },
    };

    /// <summary>Skillings and Mack (1981): nine assembly methods timed by four persons, some missing; T = 15.493.</summary>
    internal static double[,] Assembly { get; } = new double[,]
    {
        { 3.2, 4.1, 3.8, 4.2 },
        { 3.1, 3.9, 3.4, 4.0 },
        { 4.3, 3.5, 4.6, 4.8 },
        { 3.5, 3.6, 3.9, 4.0 },
        { 3.6, 4.2, 3.7, 3.9 },
        { 4.5, 4.7, 3.7, double.NaN },
        { double.NaN, 4.2, 3.4, double.NaN },
        { 4.3, 4.6, 4.4, 4.9 },
        { 3.5, double.NaN, 3.7, 3.9 },
    };
}
