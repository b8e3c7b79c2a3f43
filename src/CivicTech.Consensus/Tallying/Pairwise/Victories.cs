namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>All victories by strength. Only the order of strengths matters to rules, so each strength is a small number.</summary>
internal sealed class Victories
{
    private readonly int[] _strength;
    private readonly int _count;

    private Victories(int count)
    {
        _count = count;
        _strength = new int[count * count];
    }

    /// <summary>Victories of equal strength together, the strongest first; each as the indexes of winner and loser, ascending.</summary>
    internal IReadOnlyList<IReadOnlyList<(int Winner, int Loser)>> Classes { get; private set; } = [];

    /// <summary>0 where the candidate does not beat the other, otherwise higher for stronger victories.</summary>
    internal int this[int candidate, int other] => _strength[(candidate * _count) + other];

    internal ReadOnlySpan<int> Strengths => _strength;

    /// <summary>The victories among some candidates, who are numbered from 0 in the given order. O(m² log m).</summary>
    internal static Victories Among(PairwiseMatrix pairwise, IReadOnlyList<int> candidates, PairStrength strength)
    {
        var result = new Victories(candidates.Count);
        var victories = new List<(long For, long Against, int Winner, int Loser)>();
        for (var winner = 0; winner < candidates.Count; winner++)
        {
            for (var loser = 0; loser < candidates.Count; loser++)
            {
                var votes = pairwise[candidates[winner], candidates[loser]];
                var against = pairwise[candidates[loser], candidates[winner]];
                if (votes > against)
                {
                    victories.Add((votes, against, winner, loser));
                }
            }
        }

        var byStrength = Comparer(strength);
        victories.Sort((a, b) => -byStrength((a.For, a.Against), (b.For, b.Against)) is var order and not 0 ? order : (a.Winner, a.Loser).CompareTo((b.Winner, b.Loser)));
        var classes = new List<List<(int, int)>>();
        for (var i = 0; i < victories.Count; i++)
        {
            if (i == 0 || byStrength((victories[i].For, victories[i].Against), (victories[i - 1].For, victories[i - 1].Against)) != 0)
            {
                classes.Add([]);
            }

            classes[^1].Add((victories[i].Winner, victories[i].Loser));
        }

        for (var i = 0; i < classes.Count; i++)
        {
            foreach (var (winner, loser) in classes[i])
            {
                result._strength[(winner * candidates.Count) + loser] = classes.Count - i;
            }
        }

        result.Classes = classes;
        return result;
    }

    internal static Victories Of(PairwiseMatrix pairwise, PairStrength strength) =>
        Among(pairwise, [.. Enumerable.Range(0, pairwise.Candidates.Count)], strength);

    private static Comparison<(long For, long Against)> Comparer(PairStrength strength) => strength switch
    {
        PairStrength.WinningVotes => static (a, b) => (a.For, b.Against).CompareTo((b.For, a.Against)),
        PairStrength.Margins => static (a, b) => (a.For - a.Against).CompareTo(b.For - b.Against),
        _ => static (a, b) => (a.Against, b.Against) switch
        {
            (0, 0) => a.For.CompareTo(b.For),
            _ => ((Int128)a.For * b.Against).CompareTo((Int128)b.For * a.Against),
        },
    };
}
