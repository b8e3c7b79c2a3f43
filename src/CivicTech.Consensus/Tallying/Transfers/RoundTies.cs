using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Breaks the ties of one count of rounds, by the rule's chain or as RCTab draws.</summary>
internal sealed class RoundTies(TieJudge judge, RctabTies? rctab, IReadOnlyList<string> names)
{
    /// <summary>The figures that a chain can name.</summary>
    internal static IReadOnlyList<string> FigureNames { get; } = ["votes-backwards", "votes-forwards"];

    private readonly JavaRandom? _random = rctab is null ? null : new(rctab.Seed);

    /// <summary>The same, with the generator at its beginning.</summary>
    internal RoundTies Afresh() => rctab is null ? this : new(judge, rctab, names);

    internal int First(int round, IReadOnlyList<int> tied, RoundHistory history, string about) =>
        _random is null ? judge.First(round, tied, () => history.Figures, about) : Draw(round, tied, history, first: true);

    internal int Last(int round, IReadOnlyList<int> tied, RoundHistory history, string about) =>
        _random is null ? judge.Last(round, tied, () => history.Figures, about) : Draw(round, tied, history, first: false);

    /// <summary>Who loses where the order of losing changes nothing.</summary>
    internal int LastOfIdle(int round, IReadOnlyList<int> tied, RoundHistory history) =>
        _random is null ? judge.LastOfIdle(round, tied, () => history.Figures) : Draw(round, tied, history, first: false);

    private int Draw(int round, IReadOnlyList<int> tied, RoundHistory history, bool first)
    {
        IReadOnlyList<int> drawn = [.. tied.OrderBy(candidate => names[candidate], StringComparer.Ordinal)];
        if (rctab!.Mode == RctabTieMode.PreviousRoundsThenRandom)
        {
            foreach (var ranks in history.Backwards)
            {
                drawn = JavaHashSet.Order(drawn, candidate => names[candidate]);
                var best = first ? drawn.Max(candidate => ranks[candidate]) : drawn.Min(candidate => ranks[candidate]);
                drawn = [.. drawn.Where(candidate => ranks[candidate] == best)];
                if (drawn.Count == 1)
                {
                    break;
                }
            }
        }

        var chosen = drawn[drawn.Count == 1 && rctab.Mode == RctabTieMode.PreviousRoundsThenRandom ? 0 : _random!.ByDouble(drawn.Count)];
        var others = tied.Where(candidate => candidate != chosen);
        judge.Note(round, tied, first ? [chosen, .. others] : [.. others, chosen]);
        return chosen;
    }
}
