using System.Numerics;
using CivicTech.Consensus.Ranks;

namespace CivicTech.Consensus.Permutations;

/// <summary>The exact distribution of Q when every rater ranks at random.</summary>
internal static class ExactNull
{
    internal static long Used;
    internal static bool Trace;
    /// <summary>P(Q >= observed) = AtLeast / Total, or null when it would take more than maxSteps steps.</summary>
    internal static (BigInteger AtLeast, BigInteger Total)? TryTail(
        RankMatrix rows, Int128 observed, long maxSteps, CancellationToken cancellationToken)
    {
        var problem = NullProblem.TryCreate(rows);
        var budget = new StepBudget(maxSteps, cancellationToken);
        var threshold = problem!.Threshold(observed);
        var result = Run(problem, threshold, budget);
        Used = budget.Used;
        return result is { } r ? (r.AtLeast, problem.Ways) : null;
    }

    private static (BigInteger AtLeast, StateTable Values)? Run(NullProblem problem, long? threshold, StepBudget budget)
    {
        var packing = new StatePacking(problem.Items, problem.LargestSum);
        var limbs = Limbs.For(problem.Ways);
        var one = new ulong[limbs];
        one[0] = 1;
        var from = new StateTable(packing.KeyLimbs, limbs);
        var to = new StateTable(packing.KeyLimbs, limbs);
        var key = new ulong[packing.KeyLimbs];
        packing.Pack(problem.Rows[0].Ascending, key);
        from.TryAdd(key, one, 1);
        var walk = new RowWalk(problem, packing, budget, threshold);
        for (var row = 1; row < problem.Rows.Length - 1; row++)
        {
            walk.Begin(row);
            for (var group = 0; group < problem.Rows[row].Groups.Length - 1; group++)
            {
                to.Clear(from.Count);
                if (!walk.TryWalk(from, to, group))
                {
                    return null;
                }

                (from, to) = (to, from);
                if (Trace) Console.WriteLine($"   row {row} group {group} states {from.Count} used {budget.Used}");
            }
        }

        var last = new LastRowWalk(problem, packing, budget, threshold, limbs);
        for (var group = 0; group < problem.Rows[^1].Groups.Length - 1; group++)
        {
            var target = new StateTable(group == problem.Rows[^1].Groups.Length - 2 ? 1 : packing.KeyLimbs + 1, limbs);
            if (!last.TryWalk(from, target, group))
            {
                return null;
            }

            from = target;
            if (Trace) Console.WriteLine($"   last group {group} states {from.Count} used {budget.Used}");
        }

        return (last.AtLeast, from);
    }

    /// <summary>All values of Q, ascending, with the number of ways; null when it would take more than maxSteps steps.</summary>
    internal static IReadOnlyList<(Int128 Q, BigInteger Count)>? TryDistribution(
        RankMatrix rows, long maxSteps, CancellationToken cancellationToken)
    {
        var problem = NullProblem.TryCreate(rows);
        var budget = new StepBudget(maxSteps, cancellationToken);
        var result = Run(problem!, null, budget);
        Used = budget.Used;
        if (result is not { } r)
        {
            return null;
        }

        var list = new List<(Int128, BigInteger)>();
        for (var i = 0; i < r.Values.Count; i++)
        {
            list.Add((problem!.ToQ(r.Values.Key(i)[0]), Limbs.ToBigInteger(r.Values.Ways(i))));
        }

        list.Sort();
        return list;
    }
}
