using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CivicTech.Budgeting.Pricing;

/// <summary>
/// How fast prices fall between two runs with the same order, enclosed round by round, and what that means for the supporters of a rival.
/// </summary>
/// <remarks>
/// Who has money left paid in full for every funded project on the ballot, so what a class has, and how fast that grows with the endowment,
/// is read off from the ballot: endowment less prices, and 1 plus the slopes of the prices. Only those who run out of money somewhere make
/// prices fall.
/// </remarks>
internal sealed class SharesSlopes
{
    /// <summary>Far more than the rounding of sums of positive numbers, and far less than what separates slopes.</summary>
    internal const double Slack = 1e-9;

    private readonly SharesProblem _problem;
    private readonly CertifiedShares _shares;
    // For each funded project the price of a share at the lower end and at the upper, and how fast that falls at least and at most; else zeros.
    private readonly Vector256<double>[] _paid;
    private readonly List<(int Round, int Class)> _later = [];
    private readonly double[] _moneyLow;
    private readonly double[] _moneyHigh;
    private readonly double[] _least;
    private readonly double[] _most;
    private readonly double[] _counts;
    private SharesRun _low = null!;
    private SharesRun _high = null!;
    private int _round;
    private int _nextLater;
    private int _gathered;

    internal SharesSlopes(SharesProblem problem, CertifiedShares shares)
    {
        _problem = problem;
        _shares = shares;
        _paid = new Vector256<double>[problem.Costs.Length];
        var longest = problem.Projects.Select(project => problem.Support.SupportersOf(project).Length).DefaultIfEmpty(0).Max();
        _moneyLow = new double[longest];
        _moneyHigh = new double[longest];
        _least = new double[longest];
        _most = new double[longest];
        _counts = new double[longest];
    }

    /// <summary>Before the first round.</summary>
    /// <param name="low">The run with the lower endowments.</param>
    /// <param name="high">The run with the higher endowments.</param>
    /// <param name="lastRound">The last round that is asked for.</param>
    internal void Begin(SharesRun low, SharesRun high, int lastRound)
    {
        _low = low;
        _high = high;
        _round = 0;
        _nextLater = 0;
        Array.Clear(_paid);
        FindLater(lastRound);
    }

    /// <summary>How fast the price of the next round's winner falls as the endowment grows: at least, and at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal (double Least, double Most) Advance()
    {
        var winner = _low.FundedIn(_round);
        var purses = _high.Purses.Money;
        double least = 0, most = 0, surelyRich = _low.RichIn(_round), maybeRich = 0;
        foreach (var one in _low.Purses.RanOutIn(_round))
        {
            var (slopeLeast, slopeMost) = SlopeOf(one);
            most += slopeMost;
            if (_low.Purses.PaidInFull(one))
            {
                // The run counts it among the rich.
                surelyRich -= SharesOf(one, winner);
            }

            if (SharesPurses.OutIn(purses[one]) == _round)
            {
                least += slopeLeast;
            }
            else
            {
                maybeRich += SharesOf(one, winner);
            }
        }

        for (; _nextLater < _later.Count && _later[_nextLater].Round == _round; _nextLater++)
        {
            var one = _later[_nextLater].Class;
            most += SlopeOf(one).Most;
            maybeRich += SharesOf(one, winner);
        }

        var slope = surelyRich > 0
            ? (Least: least / (surelyRich + maybeRich) * (1 - Slack), Most: most / surelyRich * (1 + Slack))
            : (Least: 0, Most: double.PositiveInfinity);
        _paid[winner] = Vector256.Create(_low.ShareIn(_round), _high.ShareIn(_round), slope.Least, slope.Most);
        _gathered = -1;
        _round++;
        return slope;
    }

    /// <summary>Works out what the supporters of a rival have before a round: the winner of that round was the last to be advanced over.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Gather(int rival, int round)
    {
        var support = _problem.Support;
        var supporters = support.SupportersOf(rival);
        var shares = _shares.SharesOf(rival);
        var groups = support.Groups;
        var winner = _low.FundedIn(round);
        var own = _paid[winner];
        _paid[winner] = default;
        var purseLow = _low.Purses.Money;
        var purseHigh = _high.Purses.Money;
        for (var i = 0; i < supporters.Length; i++)
        {
            var one = supporters[i];
            var paid = PaidBy(one);
            var group = groups is null ? 0 : groups[one];
            var weight = _shares.Weights[one];
            var isLow = SharesPurses.OutIn(purseLow[one]) >= round;
            _moneyLow[i] = isLow ? weight * (_low.StartOf(group) - paid[0]) : 0;
            _moneyHigh[i] = SharesPurses.OutIn(purseHigh[one]) >= round ? weight * (_high.StartOf(group) - paid[1]) : 0;
            _least[i] = isLow ? weight * (1 + paid[2]) * (1 - Slack) : 0;
            _most[i] = weight * (1 + paid[3]) * (1 + Slack);
            _counts[i] = shares.IsEmpty ? weight : shares[i];
        }

        _paid[winner] = own;
        _gathered = supporters.Length;
    }

    /// <summary>Whether the supporters of the gathered rival certainly have less than its cost at the upper end.</summary>
    internal bool IsUnaffordableHigh(int rival)
    {
        var total = SharesKernels.Sum(_moneyHigh.AsSpan(0, _gathered), _shares.Lanes);
        return (total * (1 + Rounding)) + ErrorOf(_high, rival) < _shares.CostOf(rival) * (1 - 1e-15);
    }

    /// <summary>The price of a share of the gathered rival at the lower end, to a relative accuracy of <see cref="Slack"/>, if that can be certified.</summary>
    internal bool TryPriceLow(int rival, int round, out double price) => TryPrice(rival, _moneyLow.AsSpan(0, _gathered), _low, round, out price);

    /// <summary>The same at the upper end.</summary>
    internal bool TryPriceHigh(int rival, int round, out double price) => TryPrice(rival, _moneyHigh.AsSpan(0, _gathered), _high, round, out price);

    /// <summary>How fast the price of the gathered rival falls as the endowment grows: at least, and at most.</summary>
    internal (double Least, double Most) SlopeOfRival(int rival, double priceLow, double priceHigh)
    {
        // Who can certainly pay at the lower end can everywhere above it; who certainly cannot at the upper end can nowhere below it.
        var error = 1.001 / _shares.LowestWorth(rival);
        var enough = (priceLow * (1 + (2 * Slack))) + (_low.MostError * error);
        var little = (priceHigh * (1 - (2 * Slack))) - (_high.MostError * error);
        double least = 0, most = 0, surelyRich = 0, maybeRich = 0;
        for (var i = 0; i < _gathered; i++)
        {
            var count = _counts[i];
            var isRich = _moneyLow[i] >= enough * count;
            var isPoor = _moneyHigh[i] < little * count;
            surelyRich += isRich ? count : 0;
            most += isRich ? 0 : _most[i];
            least += isPoor ? _least[i] : 0;
            maybeRich += isPoor ? 0 : count;
        }

        return (maybeRich > 0 ? least / maybeRich * (1 - Slack) : 0, surelyRich > 0 ? most / surelyRich * (1 + Slack) : double.PositiveInfinity);
    }

    private double Rounding => (_gathered + 40) * 1.2e-16;

    private double ErrorOf(SharesRun run, int rival) => (run.MostError + (1e-14 * run.MostMoney)) * 1.001 * _shares.VotersOf(rival);

    private bool TryPrice(int rival, ReadOnlySpan<double> money, SharesRun run, int round, out double price)
    {
        var counts = _counts.AsSpan(0, money.Length);
        var guess = run.BoundsIn(round)[rival] / _shares.PerUtility(rival);
        price = double.IsFinite(guess) ? guess : 0;
        var before = -1.0;
        for (var step = 0; step < 60; step++)
        {
            var (poor, rich) = SharesKernels.Split(money, counts, price, _shares.Lanes);
            if (rich <= 0)
            {
                if (step > 0 || price == 0)
                {
                    return false;
                }

                price = 0;
                continue;
            }

            if (rich == before)
            {
                var (_, surelyRich) = SharesKernels.Split(money, counts, price * (1 + Slack), _shares.Lanes);
                var error = ((Rounding * poor) + ErrorOf(run, rival) + (4e-16 * _shares.CostOf(rival))) / rich;
                return surelyRich >= rich / 2 && 4 * (error + (Rounding * price)) <= Slack * price;
            }

            price = (_shares.CostOf(rival) - poor) / rich;
            before = rich;
        }

        return false;
    }

    /// <summary>Where somebody runs out of money later at the upper end than at the lower: in which other rounds they may between.</summary>
    private void FindLater(int lastRound)
    {
        _later.Clear();
        for (var round = 0; round <= lastRound; round++)
        {
            foreach (var one in _low.Purses.RanOutIn(round))
            {
                var outHigh = _high.Purses.OutIn(one);
                if (outHigh > round)
                {
                    AddLater(one, round, Math.Min(outHigh, lastRound));
                }
            }
        }

        _later.Sort();
    }

    private void AddLater(int ballotClass, int after, int until)
    {
        foreach (var project in _problem.Support.SupportedBy(ballotClass))
        {
            var round = _low.RoundOf(project);
            if (round > after && round <= until)
            {
                _later.Add((round, ballotClass));
            }
        }
    }

    // Of the money of a class, before the round that is advanced over.
    private (double Least, double Most) SlopeOf(int ballotClass)
    {
        var paid = PaidBy(ballotClass);
        var weight = _shares.Weights[ballotClass];
        return (weight * (1 + paid[2]) * (1 - Slack), weight * (1 + paid[3]) * (1 + Slack));
    }

    /// <summary>The sum of what was noted for the funded projects of a class: what one of its voters paid, and how fast that falls.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> PaidBy(int ballotClass)
    {
        var support = _problem.Support;
        ref var paid = ref MemoryMarshal.GetArrayDataReference(_paid);
        ref var supported = ref MemoryMarshal.GetArrayDataReference(support.Supported);
        var sum = Vector256<double>.Zero;
        var entry = support.ClassStarts[ballotClass];
        var end = support.ClassStarts[ballotClass + 1];
        if (support.WorthsByClass is { } worths)
        {
            for (; entry < end; entry++)
            {
                sum += worths[entry] * Unsafe.Add(ref paid, Unsafe.Add(ref supported, entry));
            }

            return sum;
        }

        for (; entry < end; entry++)
        {
            sum += Unsafe.Add(ref paid, Unsafe.Add(ref supported, entry));
        }

        return sum;
    }

    private double SharesOf(int ballotClass, int project)
    {
        var support = _problem.Support;
        return support.WorthsByClass is { } worths
            ? _shares.Weights[ballotClass] * worths[support.ClassStarts[ballotClass] + support.SupportedBy(ballotClass).BinarySearch(project)]
            : _shares.Weights[ballotClass];
    }
}
