using System.Numerics;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Pricing;

/// <summary>What the Add1 completion of Equal Shares goes by.</summary>
/// <param name="Start">What a voter of each group starts with in the first run, in units of the problem; all together not more than the limit.</param>
/// <param name="Base">What the steps are counted from: as <paramref name="Start"/>, unless the first run has fractions that the others have not.</param>
/// <param name="Increment">What each step adds to every voter's endowment.</param>
/// <param name="Limit">The budget limit, in units of the problem.</param>
/// <param name="StopWhenExhaustive">Whether the first outcome beside which no other project fits is final.</param>
/// <param name="KeepsRounds">Whether the first run that goes beyond the budget counts as far as it fits; otherwise the one before.</param>
internal sealed record AddOnePlan(
    BigInteger[] Start, BigInteger[] Base, BigInteger Increment, Rational Limit, bool StopWhenExhaustive, bool KeepsRounds = false)
{
    /// <summary>The first rounds of a run, up to the first project that does not fit.</summary>
    internal List<int> RoundsThatFit(SharesProblem problem, IReadOnlyList<int> funded)
    {
        var spent = BigInteger.Zero;
        return [.. funded.TakeWhile(project => (spent += problem.Costs[project]) <= Limit)];
    }

    /// <summary>Whether an outcome that keeps the budget is the last one.</summary>
    internal bool IsFinal(SharesProblem problem, IReadOnlyList<int> funded, BigInteger cost) =>
        funded.Count == problem.Projects.Length
        || (StopWhenExhaustive && problem.Projects.Except(funded).All(project => problem.Costs[project] + cost > Limit));

    internal BigInteger[] EndowmentsAt(long step) => step == 0 ? Start : Array.ConvertAll(Base, endowment => endowment + (step * Increment));
}

/// <summary>Where Add1 ends: the last step whose outcome keeps the budget.</summary>
/// <param name="Step">How many increments.</param>
/// <param name="Order">The order of funding at that step.</param>
/// <param name="Ties">Ties that were met at that step.</param>
/// <param name="MetOpenTie">Whether a run met a tie that is left open; then the scan ends there.</param>
internal sealed record AddOneEnd(long Step, IReadOnlyList<int> Order, IReadOnlyList<MetTie> Ties, bool MetOpenTie);

/// <summary>
/// Add1 step by step, leaving out steps of which it is certain that they fund the same projects in the same order as the one before.
/// </summary>
internal sealed class AddOneScan(SharesProblem problem, CertifiedShares shares, AddOnePlan plan, CancellationToken cancellation)
{
    private const int WorthProving = 4;
    private const double Freshness = 1.03;

    // A scan of few steps has nothing to gain: before so many nothing is left out, and before so many nothing is recorded for proofs.
    private const int Cold = 8;
    private const int Warm = 64;

    private readonly SharesStretch _stretch = new(problem, shares);
    private readonly SharesCrossing _crossing = new(problem, shares);
    private readonly Stack<(long Step, SharesRun Run)> _ahead = [];
    private bool _metOpenTie;
    private bool _skip;
    private double _reach;
    private int _wait;
    private int _patience;

    /// <summary>How many runs were made.</summary>
    internal long Runs { get; private set; }

    /// <summary>How many proofs by slopes were tried, and held.</summary>
    internal (long Tried, long Held) BySlopes => _stretch.BySlopes;

    /// <param name="skip">False to run every step.</param>
    internal AddOneEnd Run(bool skip)
    {
        _skip = skip;
        var (step, low) = (0L, RunAt(0, null, null));
        var stride = 1L;
        while (!_metOpenTie && !plan.IsFinal(problem, low.Order, CostOf(low)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (_ahead.Count == 0)
            {
                var length = skip && step >= Cold ? Math.Max(stride, Block(step)) : 1;
                _ahead.Push((step + length, RunAt(step + length, low, null, ahead: length > 8)));
            }

            var (ahead, high) = _ahead.Peek();
            var isNext = ahead == step + 1;
            if (isNext && CostOf(high) > plan.Limit)
            {
                return Beyond(ahead, high) ?? new AddOneEnd(step, low.Order, low.Ties, _metOpenTie);
            }

            if (isNext || AreAlike(low, high, ahead - step))
            {
                _ahead.Pop();
                if (_ahead.Count == 0)
                {
                    stride = isNext ? Math.Max(stride, 2) : Math.Min((long)((ahead - step) * Math.Clamp(_reach * 0.7, 1, 8)), 1L << 40);
                }

                shares.Recycle(low);
                (step, low) = (ahead, high);
            }
            else
            {
                stride = _ahead.Count == 1 ? Math.Max(1, (ahead - step) / 2) : stride;
                var between = Between(step, low, ahead, high);
                _ahead.Push((between, RunAt(between, low, high)));
            }
        }

        return new AddOneEnd(step, low.Order, low.Ties, _metOpenTie);
    }

    private AddOneEnd? Beyond(long step, SharesRun run)
    {
        var fits = plan.KeepsRounds ? plan.RoundsThatFit(problem, run.Order) : null;
        return fits is null ? null : new AddOneEnd(step, fits, [.. run.Ties.Where(tie => tie.Round <= fits.Count + 1)], _metOpenTie);
    }

    private SharesRun RunAt(long step, SharesRun? near, SharesRun? above, bool ahead = false)
    {
        Runs++;
        var choices = problem.Ranks.IsTotal ? null : new Choices();

        // Others will look at the bounds of a run that has none to inherit.
        var run = shares.Run(plan.EndowmentsAt(step), choices, near, above, ahead && above is null ? Freshness : 1, record: _skip && step >= Warm);
        _metOpenTie |= choices is { WereMade: true };
        return run;
    }

    /// <summary>
    /// How many steps to look ahead even where nothing can be left out: a run is faster between two others, whose bounds it inherits. Few
    /// beside the steps that were made, since the last of them may lie beyond the end.
    /// </summary>
    private static long Block(long step) => Math.Clamp(step / 16, 1, 8);

    /// <summary>Whether all steps between two runs certainly fund the same projects in the same order.</summary>
    private bool AreAlike(SharesRun low, SharesRun high, long steps)
    {
        if (!SharesStretch.IsSameOrder(low, high))
        {
            return false;
        }

        if (_stretch.HoldsByBounds(low, high))
        {
            _reach = 4;
            return true;
        }

        // The second proof costs as much as a run or two: it must save more, and where it keeps failing it is tried less and less.
        if (steps < WorthProving || _wait > 0 || !low.IsRecorded || !high.IsRecorded)
        {
            _wait = Math.Max(0, _wait - (steps < WorthProving ? 0 : 1));
            return false;
        }

        _reach = _stretch.ReachBySlopes(low, high, (double)(plan.Increment * steps));
        var holds = _reach > 1;
        _patience = holds ? 0 : Math.Min((_patience * 2) + (steps <= 2 * WorthProving ? 1 : 0), 32);
        _wait = _patience;
        return holds;
    }

    /// <summary>A step between two: where the first difference of the two orders probably arises.</summary>
    private long Between(long step, SharesRun low, long ahead, SharesRun high)
    {
        var steps = ahead - step;
        return steps <= 6
            ? step + (steps / 2)
            : Math.Clamp(step + (long)(_crossing.Estimate(low, high) * steps), step + 1, ahead - 1);
    }

    private BigInteger CostOf(SharesRun run) => run.Order.Aggregate(BigInteger.Zero, (sum, project) => sum + problem.Costs[project]);
}
