using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>River (Heitzig): like ranked pairs, but only one victory over each candidate is taken, so that victories flow together in a tree.</summary>
/// <remarks>
/// <para>Formula: from the strongest victory down, take a victory unless one over the same loser was taken, or it would close a cycle. Who
/// lost to nobody wins. Behind come the winners among the rest, counted anew, and so on. With ties that the rule leaves to
/// <see cref="RiverPairs.AllOrders"/>, the winners are all who win under some order.</para>
/// <para>All orders of many equal victories are a hard problem: the search stops at <see cref="WorkLimit"/>, and the result says so.</para>
/// <para>Source: J. Heitzig, River method (2004); M. Döring, M. Brill, J. Heitzig, The River method (2025). The ordering behind the winners
/// is ours.</para>
/// </remarks>
public sealed class River : OrderingRule
{
    /// <summary>The id of this version: <c>river@1</c>.</summary>
    public const string RuleId = "river@1";

    /// <inheritdoc />
    [JsonIgnore]
    public override string Id => RuleId;

    /// <summary>How strong a victory is. <see cref="PairStrength.Margins"/> unless said otherwise.</summary>
    public PairStrength Strength { get; init; } = PairStrength.Margins;

    /// <summary>What happens when equally strong victories exclude each other.</summary>
    public RiverPairs TiedPairs { get; init; } = RiverPairs.AllOrders;

    /// <summary>How many states a search through all orders may see, for each place: at least 1. Without a meaning for the other way.</summary>
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
    public override JsonObject DescribeOptions() => RuleOptions.Write(this, PairwiseOptionsContext.Default.River);

    private protected override CandidateOrder Order(Profile profile, TieJudge judge, CancellationToken cancellation)
    {
        var pairwise = Majorities.Count(profile, Id);
        if (TiedPairs == RiverPairs.AllOrders)
        {
            return PairPeeling.Order(pairwise, Strength, count => new LockedTree(count), WorkLimit, cancellation);
        }

        // The tree tells only who wins: the others are counted again without the winners.
        var groups = new List<IReadOnlyList<int>>();
        List<int> rest = [.. Enumerable.Range(0, profile.Candidates.Count)];
        var ties = 0;
        while (rest.Count > 0)
        {
            var locked = new LockedTree(rest.Count);
            PairChain.LockAll(locked, Victories.Among(pairwise, rest, Strength), rest, judge, ref ties, cancellation);
            List<int> winners = [.. Enumerable.Range(0, rest.Count).Where(i => !locked.IsBeaten(i)).Select(i => rest[i])];
            groups.Add(winners);
            rest.RemoveAll(winners.Contains);
        }

        return new CandidateOrder { Groups = groups, Pairwise = pairwise };
    }
}
