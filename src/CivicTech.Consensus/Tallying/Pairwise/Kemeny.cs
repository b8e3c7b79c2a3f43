using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>Kemeny: the order that voters' preferences about two candidates contradict the least.</summary>
/// <remarks>
/// <para>Formula: an order goes against n(b, a) preferences for each two candidates of which it puts a above b, where n(b, a) voters prefer b;
/// the order with the smallest sum is best. Where several are best, first are all who are first in one of them; behind them all who are
/// first in a best order of the rest; and so on.</para>
/// <para>Exact: everybody of the Smith set is above everybody else in each best order (extended Condorcet criterion; Truchon 1998), so it is
/// decided alone, then the Smith set of the rest, and so on. Up to 20 candidates that stand in cycles with each other are decided by dynamic
/// programming in O(2ⁿ n), more of them by branch and bound. It stops at <see cref="WorkLimit"/> nodes: the count has the status
/// <see cref="TallyStatus.Stopped"/> then, and a note says how far from the best order the one found may be.</para>
/// <para>Source: J. G. Kemeny, Mathematics without numbers (Daedalus 88, 1959); H. P. Young, A. Levenglick, A consistent extension of
/// Condorcet's election principle (SIAM Journal on Applied Mathematics 35, 1978).</para>
/// </remarks>
public sealed class Kemeny : OrderingRule
{
    /// <summary>The id of this version: <c>kemeny@1</c>.</summary>
    public const string RuleId = "kemeny@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>
    /// How many nodes a branch-and-bound search may see for each set of candidates that stand in cycles with each other: at least 1. It has a
    /// meaning only where more than 20 of them do.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int WorkLimit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 100_000;

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, PairwiseOptionsContext.Default.Kemeny);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var pairwise = Majorities.Count(profile, Id);
        var groups = new List<IReadOnlyList<int>>();
        var (against, gap) = (Int128.Zero, Int128.Zero);
        var isStopped = false;
        foreach (var layer in Majorities.SmithLayers(pairwise))
        {
            var solution = KemenyLayer.Solve(pairwise, layer, WorkLimit, cancellation);
            groups.AddRange(solution.Groups);
            against += solution.Excess;
            gap += solution.Excess - solution.LowerBound;
            isStopped |= solution.IsStopped;
        }

        return new CandidateOrder { Groups = groups, Pairwise = pairwise, IsStopped = isStopped, Notes = Tell(pairwise, against, isStopped ? gap : null) };
    }

    private static IReadOnlyList<string> Tell(PairwiseMatrix pairwise, Int128 excess, Int128? gap)
    {
        var (least, all) = (Int128.Zero, Int128.Zero);
        for (var candidate = 0; candidate < pairwise.Candidates.Count; candidate++)
        {
            for (var other = 0; other < candidate; other++)
            {
                least += Math.Min(pairwise[candidate, other], pairwise[other, candidate]);
                all += (Int128)pairwise[candidate, other] + pairwise[other, candidate];
            }
        }

        var found = FormattableString.Invariant($"{(gap is null ? "The best order goes" : "The order found goes")} against {least + excess} of {all} preferences about two candidates.");
        return gap is null
            ? [found]
            : [found, FormattableString.Invariant($"The search for a better one stopped: the best goes against at most {gap} fewer (gap {gap}).")];
    }
}
