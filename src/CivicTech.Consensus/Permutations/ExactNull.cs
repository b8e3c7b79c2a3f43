using System.Numerics;
using CivicTech.Consensus.Ranks;

namespace CivicTech.Consensus.Permutations;

/// <summary>
/// The exact distribution of Q = Σ over items of (Σ over raters of weight times u)² when every rater hands out their ranks at random, ties
/// as they are.
/// </summary>
/// <remarks>
/// Raters are added one after another, and of one rater one rank after another. Q does not depend on which item has which sum, so a state is
/// the sorted sums of the items that have the rank of the current rater and the sorted sums of those that do not have one yet; equal states
/// are merged and the numbers of ways added. For a tail, a state whose largest attainable Q, everybody still to come in full agreement with
/// it (rearrangement inequality), is too small is dropped: strongly agreeing panels of many raters remain feasible. A step is one rank, or
/// group of equal ranks, given to one choice of items, more for wide states.
/// </remarks>
internal static class ExactNull
{
    /// <summary>Beyond, nothing is tried.</summary>
    private const int MaxItems = 1024;

    /// <summary>P(Q >= observed) = AtLeast / Total when all but the first rater hand out their ranks at random.</summary>
    /// <param name="ranks">Raters and items, at least one of each.</param>
    /// <param name="observed">The value of Q, or any other.</param>
    /// <param name="maxSteps">How much work at most: some ten million steps take a second.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// Total is the number of arrangements. Null when it would take more steps, or more than about 100 MB of memory, or soon looks so.
    /// </returns>
    internal static (BigInteger AtLeast, BigInteger Total)? TryTail(
        RankMatrix ranks, Int128 observed, long maxSteps, CancellationToken cancellationToken)
    {
        if (TryCreate(ranks, maxSteps, cancellationToken) is not { } problem)
        {
            return null;
        }

        if (observed <= 0)
        {
            return problem.AsGiven(problem.Ways);
        }

        if (problem.Rows.Length < 2)
        {
            return problem.AsGiven(OnlyValue(problem) >= observed ? 1 : 0);
        }

        return TryRun(problem, problem.Threshold(observed), new(maxSteps, cancellationToken)) is var (atLeast, _)
            ? problem.AsGiven(atLeast)
            : null;
    }

    /// <summary>All values of Q, ascending, with the number of ways; null as for a tail.</summary>
    internal static IReadOnlyList<(Int128 Q, BigInteger Count)>? TryDistribution(
        RankMatrix ranks, long maxSteps, CancellationToken cancellationToken)
    {
        if (TryCreate(ranks, maxSteps, cancellationToken) is not { } problem)
        {
            return null;
        }

        if (problem.Rows.Length < 2)
        {
            return [(OnlyValue(problem), problem.AsGiven(1).Count)];
        }

        if (TryRun(problem, null, new(maxSteps, cancellationToken)) is not var (_, values))
        {
            return null;
        }

        var distribution = new List<(Int128 Q, BigInteger Count)>();
        for (var slot = 0; slot < values.Size; slot++)
        {
            if (values.Key(slot) is [var key])
            {
                var ways = problem.AsGiven(Limbs.ToBigInteger(values.Ways(slot))).Count;
                distribution.Add((problem.ToQ((long)(key & ~StatePacking.Mark)), ways));
            }
        }

        distribution.Sort(static (x, y) => x.Q.CompareTo(y.Q));
        return distribution;
    }

    /// <summary>Wide states take longer.</summary>
    internal static int StepsEach(int items, int limbs) => 1 + ((items + limbs) / 16);

    private static (BigInteger AtLeast, StateTable Values)? TryRun(NullProblem problem, long? threshold, StepBudget budget)
    {
        var packing = new StatePacking(problem.Items, problem.LargestSum);
        var room = new StateRoom();
        var states = new StateTable(room, packing.KeyLimbs, 1, null);
        packing.Pack(problem.Rows[0].Ascending, states.NextKey);
        states.Seed();
        var walk = new RowWalk(problem, packing, room, budget, threshold);
        for (var row = 1; row < problem.Rows.Length - 1; row++)
        {
            // Later raters seldom take fewer steps than earlier ones: what would need half as many and does not fit is given up now.
            var used = budget.Used;
            if (walk.TryAddRow(states, row) is not { } next || budget.Left < (budget.Used - used) / 2 * (problem.Rows.Length - 1 - row))
            {
                return null;
            }

            states = next;
        }

        var last = new LastRowWalk(problem, packing, room, budget, threshold);
        return last.TryAddRow(states) is { } values ? (last.AtLeast, values) : null;
    }

    private static NullProblem? TryCreate(RankMatrix ranks, long maxSteps, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ranks.Items <= MaxItems && LeastSteps(ranks, maxSteps) <= maxSteps ? NullProblem.TryCreate(ranks) : null;
    }

    // One choice a group of equal ranks, and at least two ways each: to refuse the hopeless before any large number is made.
    private static long LeastSteps(RankMatrix ranks, long maxSteps)
    {
        var seen = new HashSet<short>();
        long steps = 0, groups = 0;
        for (var rater = 0; rater < ranks.Raters && steps <= maxSteps; rater++)
        {
            seen.Clear();
            foreach (var value in ranks.Row(rater))
            {
                seen.Add(value);
            }

            steps += (rater == 0 ? 0 : seen.Count - 1) * (long)StepsEach(ranks.Items, (int)(groups / 64));
            groups += seen.Count - 1;
        }

        return steps;
    }

    private static Int128 OnlyValue(NullProblem problem) =>
        problem.ToQ(problem.Rows.Length == 0 ? 0 : problem.Rows[0].Ascending.Sum(static value => (long)value * value));
}
