using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying;

/// <summary>The order that a rule puts candidates in, and what it goes by.</summary>
internal sealed class CandidateOrder
{
    /// <summary>All candidates, the best first; each group ascending.</summary>
    internal required IReadOnlyList<IReadOnlyList<int>> Groups { get; init; }

    internal IReadOnlyList<CandidateFigures> Figures { get; init; } = [];

    internal IReadOnlyList<TallyRound> Rounds { get; init; } = [];

    internal IReadOnlyList<string> Notes { get; init; } = [];

    internal PairwiseMatrix? Pairwise { get; init; }

    internal bool IsStopped { get; init; }

    internal IReadOnlyDictionary<string, IReadOnlyList<Rational>> FiguresForTies =>
        Figures.ToDictionary(figure => figure.Name, figure => (IReadOnlyList<Rational>)figure.Values, StringComparer.Ordinal);

    /// <summary>The order by a figure, the highest first.</summary>
    internal static IReadOnlyList<IReadOnlyList<int>> ByHighest<T>(IReadOnlyList<T> figure)
        where T : IComparable<T> =>
        [.. Ranking.ByHighest(figure).Groups.Select(group => (IReadOnlyList<int>)group)];
}
