using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>Ranked pairs (Tideman): victories are locked from the strongest down, unless one would close a cycle.</summary>
/// <remarks>
/// <para>First are those above whom nobody is locked; behind them those above whom nobody is locked who is left, and so on. Equally strong
/// victories may contradict each other; <see cref="TiedPairs"/> says what then happens, and none of the three ways looks at the listed
/// order. With <see cref="TiedPairs.AllOrders"/> the winners are all who win under some order, behind them the winners among the rest, and
/// so on.</para>
/// <para>O(m⁴ / 64) behind the comparisons where no equal victories contradict each other. All orders of many such are a hard problem
/// (Brill and Fischer, The price of neutrality for the ranked pairs method, AAAI 2012): the search stops at <see cref="WorkLimit"/>, and the
/// result says so.</para>
/// <para>Source: T. N. Tideman, Independence of clones as a criterion for voting rules (Social Choice and Welfare 4, 1987); T. M. Zavist,
/// T. N. Tideman, Complete independence of clones in the ranked pairs rule (Social Choice and Welfare 6, 1989).</para>
/// </remarks>
public sealed class RankedPairs : OrderingRule
{
    /// <summary>The id of this version: <c>ranked-pairs@1</c>.</summary>
    public const string RuleId = "ranked-pairs@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>How strong a victory is. <see cref="PairStrength.Margins"/>, as published, unless said otherwise.</summary>
    public PairStrength Strength { get; init; } = PairStrength.Margins;

    /// <summary>What happens when equally strong victories contradict each other.</summary>
    public TiedPairs TiedPairs { get; init; } = TiedPairs.AllOrders;

    /// <summary>How many states a search through all orders may see, for each place: at least 1. Without a meaning for the other ways.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is below 1.</exception>
    public int WorkLimit
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 20_000;

    /// <inheritdoc />
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, PairwiseOptionsContext.Default.RankedPairs);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var pairwise = Majorities.Count(profile, Id);
        if (TiedPairs == TiedPairs.AllOrders)
        {
            return PairPeeling.Order(pairwise, Strength, count => new LockedGraph(count), WorkLimit, cancellation);
        }

        // Everybody of a layer is locked above everybody of a later one, and nothing in it depends on the others.
        var groups = new List<IReadOnlyList<int>>();
        var ties = 0;
        foreach (var layer in Majorities.SmithLayers(pairwise))
        {
            var locked = new LockedGraph(layer.Count);
            var victories = Victories.Among(pairwise, layer, Strength);
            if (TiedPairs == TiedPairs.ByTieChain)
            {
                PairChain.LockAll(locked, victories, layer, judge, ref ties, cancellation);
            }
            else
            {
                locked.LockWithoutCycles(victories, cancellation);
            }

            groups.AddRange(Layers.Of(layer.Count, locked.IsAbove).Select(group => (IReadOnlyList<int>)[.. group.Select(member => layer[member])]));
        }

        return new CandidateOrder { Groups = groups, Pairwise = pairwise };
    }
}
