using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>What candidates had in earlier rounds, by which ties can be broken.</summary>
/// <param name="candidates">How many there are.</param>
internal abstract class RoundHistory(int candidates)
{
    /// <summary>
    /// For each candidate its place, the higher the better: <c>votes-backwards</c> by the latest earlier round in which two differ,
    /// <c>votes-forwards</c> by the first one.
    /// </summary>
    internal IReadOnlyDictionary<string, IReadOnlyList<Rational>> Figures => new Dictionary<string, IReadOnlyList<Rational>>(StringComparer.Ordinal)
    {
        [RoundTies.FigureNames[0]] = Lexicographic(Backwards),
        [RoundTies.FigureNames[1]] = Lexicographic(Forwards),
    };

    /// <summary>For each earlier round, the latest first, the place of each candidate in it, the higher the better.</summary>
    internal abstract IEnumerable<int[]> Backwards { get; }

    internal abstract IEnumerable<int[]> Forwards { get; }

    /// <summary>Places by figures: 0 for the lowest, the same for equal ones.</summary>
    internal static int[] Places<T>(T[] figures)
        where T : struct, IComparable<T>
    {
        var order = Enumerable.Range(0, figures.Length).OrderBy(i => figures[i]).ToArray();
        var places = new int[figures.Length];
        for (var i = 1; i < order.Length; i++)
        {
            places[order[i]] = places[order[i - 1]] + (figures[order[i]].CompareTo(figures[order[i - 1]]) == 0 ? 0 : 1);
        }

        return places;
    }

    private Rational[] Lexicographic(IEnumerable<int[]> rounds)
    {
        int[][] all = [.. rounds];
        var order = Enumerable.Range(0, candidates).ToArray();
        Array.Sort(order, Compare);
        var places = new Rational[order.Length];
        var place = 0;
        for (var i = 0; i < order.Length; i++)
        {
            place += i > 0 && Compare(order[i - 1], order[i]) != 0 ? 1 : 0;
            places[order[i]] = place;
        }

        return places;

        int Compare(int a, int b)
        {
            foreach (var round in all)
            {
                if (round[a] != round[b])
                {
                    return round[a].CompareTo(round[b]);
                }
            }

            return 0;
        }
    }
}
