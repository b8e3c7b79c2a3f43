using System.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Pricing;

/// <summary>What the Add1 completion of Equal Shares goes by.</summary>
/// <param name="Start">What a voter of each group starts with in the first run, in units of the problem.</param>
/// <param name="Base">What the steps are counted from: as <paramref name="Start"/>, unless the first run has fractions that the others have not.</param>
/// <param name="Increment">What each step adds to every voter's endowment.</param>
/// <param name="Limit">The budget limit.</param>
/// <param name="StopWhenExhaustive">Whether the first outcome beside which no other project fits is final.</param>
internal sealed record AddOnePlan(BigInteger[] Start, BigInteger[] Base, BigInteger Increment, BigInteger Limit, bool StopWhenExhaustive)
{
    internal BigInteger[] EndowmentsAt(long step) => step == 0 ? Start : Array.ConvertAll(Base, endowment => endowment + (step * Increment));
}

/// <summary>Where Add1 ends: the last step whose outcome keeps the budget.</summary>
/// <param name="Step">How many increments; -1 if the first run already goes beyond the budget.</param>
/// <param name="Funded">The order of funding at that step.</param>
/// <param name="MetOpenTie">Whether a run on the way met a tie that is left open.</param>
internal sealed record AddOneEnd(long Step, IReadOnlyList<int> Funded, bool MetOpenTie);

/// <summary>
/// Add1 step by step, leaving out steps of which it is certain that they fund the same projects in the same order as the one before.
/// </summary>
internal sealed class AddOneScan(SharesProblem problem, CertifiedShares shares, AddOnePlan plan, CancellationToken cancellation)
{
    private readonly SharesStretch _stretch = new(problem, shares);
    private readonly SharesCrossing _crossing = new(problem, shares);
    private readonly Stack<(long Step, SharesRun Run)> _ahead = [];
    private bool _metOpenTie;

    /// <summary>How many runs were made.</summary>
    internal long Runs { get; private set; }

    /// <summary>How many proofs by slopes were tried, and held.</summary>
    internal (long Tried, long Held) BySlopes => _stretch.BySlopes;

    /// <param name="skip">False to run every step.</param>
    internal AddOneEnd Run(bool skip)
    {
        var (step, low) = (0L, RunAt(0, null, null));
        if (CostOf(low) > plan.Limit)
        {
            return new AddOneEnd(-1, [], _metOpenTie);
        }

        var stride = 1L;
        var wait = 0;
        var patience = 1;
        while (!IsFinal(low))
        {
            cancellation.ThrowIfCancellationRequested();
            if (_ahead.Count == 0)
            {
                var length = skip && step > 0 && wait == 0 ? stride : 1;
                _ahead.Push((step + length, RunAt(step + length, low, null)));
            }

            var (ahead, high) = _ahead.Peek();
            if (ahead == step + 1)
            {
                _ahead.Pop();
                if (CostOf(high) > plan.Limit)
                {
                    return new AddOneEnd(step, low.Funded, _metOpenTie);
                }

                var isSame = low.Funded.SequenceEqual(high.Funded);
                (step, low) = (ahead, Replace(low, high));
                if (_ahead.Count == 0)
                {
                    wait = Math.Max(0, wait - 1);
                    stride = isSame ? Math.Max(stride, 2) : Math.Max(2, stride);
                }
            }
            else if (!_metOpenTie && _stretch.Holds(low, high, (double)(plan.Increment * (ahead - step))))
            {
                _ahead.Pop();
                (step, low) = (ahead, Replace(low, high));
                if (_ahead.Count == 0)
                {
                    stride = Math.Min(stride * 4, 1L << 40);
                    patience = 1;
                }
            }
            else
            {
                if (_ahead.Count == 1)
                {
                    stride = Math.Max(2, stride / 2);
                    if (ahead - step <= 2)
                    {
                        wait = patience;
                        patience = Math.Min(patience * 2, 32);
                    }
                }

                var between = Between(step, low, ahead, high);
                _ahead.Push((between, RunAt(between, low, high)));
            }
        }

        return new AddOneEnd(step, low.Funded, _metOpenTie);
    }

    private SharesRun RunAt(long step, SharesRun? near, SharesRun? above)
    {
        Runs++;
        var choices = problem.Ranks.IsTotal ? null : new Choices();
        var run = shares.Run(plan.EndowmentsAt(step), choices, near, above);
        _metOpenTie |= choices is { WereMade: true };
        return run;
    }

    private SharesRun Replace(SharesRun old, SharesRun with)
    {
        shares.Recycle(old);
        return with;
    }

    /// <summary>A step between two: where the first difference of the two orders probably arises.</summary>
    private long Between(long step, SharesRun low, long ahead, SharesRun high)
    {
        var share = _crossing.Estimate(low, high);
        return Math.Clamp(step + (long)(share * (ahead - step)), step + 1, ahead - 1);
    }

    private BigInteger CostOf(SharesRun run) => run.Funded.Aggregate(BigInteger.Zero, (sum, project) => sum + problem.Costs[project]);

    private bool IsFinal(SharesRun run)
    {
        if (run.Rounds == problem.Projects.Length)
        {
            return true;
        }

        var left = plan.Limit - CostOf(run);
        return plan.StopWhenExhaustive && problem.Projects.All(project => run.RoundOf(project) >= 0 || problem.Costs[project] > left);
    }
}
