using CivicTech.Budgeting.Elections;

namespace CivicTech.Budgeting.Allocation;

/// <summary>How voters fare with two outcomes.</summary>
/// <param name="Kind">What was compared.</param>
/// <param name="Shares">Voters who prefer the outcome of Equal Shares; or who support none of its projects.</param>
/// <param name="Greedy">The same for the outcome of funding by votes.</param>
internal sealed record OutcomeComparison(GreedyComparison Kind, long Shares, long Greedy)
{
    /// <summary>Whether funding by votes is taken.</summary>
    internal bool TakesGreedy => Kind == GreedyComparison.Satisfaction ? Greedy > Shares : Greedy < Shares;

    internal static OutcomeComparison Of(SupportTable support, IEnumerable<int> shares, IEnumerable<int> greedy, GreedyComparison kind)
    {
        var inShares = shares.ToHashSet();
        var inGreedy = greedy.ToHashSet();
        long forShares = 0, forGreedy = 0;
        for (var i = 0; i < support.Classes; i++)
        {
            var (ofShares, ofGreedy) = (0, 0);
            foreach (var project in support.SupportedBy(i))
            {
                ofShares += inShares.Contains(project) ? 1 : 0;
                ofGreedy += inGreedy.Contains(project) ? 1 : 0;
            }

            var (countsForShares, countsForGreedy) = kind == GreedyComparison.Satisfaction
                ? (ofShares > ofGreedy, ofGreedy > ofShares)
                : (ofShares == 0, ofGreedy == 0);
            forShares += countsForShares ? support.Weights[i] : 0;
            forGreedy += countsForGreedy ? support.Weights[i] : 0;
        }

        return new OutcomeComparison(kind, forShares, forGreedy);
    }

    public override string ToString() => (Kind == GreedyComparison.Satisfaction
        ? $"Voters better off with Equal Shares: {Shares}; with funding by votes: {Greedy}"
        : $"Voters who support no funded project: {Shares} with Equal Shares, {Greedy} with funding by votes")
        + (TakesGreedy ? ". The outcome is that of funding by votes." : ". The outcome of Equal Shares stands.");
}
