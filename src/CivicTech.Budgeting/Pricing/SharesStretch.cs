using System.Runtime.InteropServices;

namespace CivicTech.Budgeting.Pricing;

/// <summary>
/// Proves that every endowment between two at which a run funds the same projects in the same order gives that order too.
/// </summary>
/// <remarks>
/// <para>For a fixed order, voters' money after each round never falls and no project's price rises when the endowment e grows (by induction:
/// more money means a lower price, and both mean more left). So the supporters who cannot pay in full, and those who are out of money, become
/// fewer as e grows; prices and money are continuous and piecewise linear in e. It is enough that in every round no rival's price per
/// utility meets the winner's.</para>
/// <para>First proof: the rival at the upper end is dearer than the winner at the lower end. Second proof, for the few that fail: the slope of
/// a price is (sum of the slopes of the money of those who cannot pay) / (shares of those who can). Who is on which side is known at both
/// ends, so slopes are enclosed by two numbers, round by round (<see cref="SharesSlopes"/>); winner and rival then start apart at either end,
/// and where the two guaranteed distances overlap, they never meet.</para>
/// </remarks>
internal sealed class SharesStretch(SharesProblem problem, CertifiedShares shares)
{
    private readonly SharesSlopes _slopes = new(problem, shares);
    private readonly List<(int Round, int Rival)> _close = [];

    /// <summary>How often the second proof was tried, and held.</summary>
    internal (long Tried, long Held) BySlopes { get; private set; }

    /// <summary>Whether two runs fund the same projects in the same order.</summary>
    internal static bool IsSameOrder(SharesRun low, SharesRun high) => CollectionsMarshal.AsSpan(low.Order).SequenceEqual(CollectionsMarshal.AsSpan(high.Order));

    /// <summary>The first proof.</summary>
    /// <param name="low">The run with the lower endowments.</param>
    /// <param name="high">The run with the higher endowments, and the same order.</param>
    internal bool HoldsByBounds(SharesRun low, SharesRun high)
    {
        _close.Clear();
        for (var round = 0; round < low.Rounds; round++)
        {
            var winner = low.PriceIn(round).Highest;
            var bounds = high.BoundsIn(round);
            foreach (var rival in problem.Projects)
            {
                if (bounds[rival] <= winner && !IsSettled(low, high, round, rival))
                {
                    _close.Add((round, rival));
                }
            }
        }

        return _close.Count == 0;
    }

    /// <summary>The second proof, for what the first has left over.</summary>
    /// <param name="low">The run with the lower endowments.</param>
    /// <param name="high">The run with the higher endowments: every group's by the same amount.</param>
    /// <param name="difference">That amount, in units of the problem.</param>
    /// <returns>How far the proof reaches, in parts of the difference: it holds if that is more than 1; if not, it may be anything up to 1.</returns>
    internal double ReachBySlopes(SharesRun low, SharesRun high, double difference)
    {
        if (!low.AllStartWithMoney)
        {
            return 0;
        }

        _slopes.Begin(low, high, _close[^1].Round);
        var reach = double.PositiveInfinity;
        var next = 0;
        for (var round = 0; next < _close.Count && reach > 1; round++)
        {
            var slope = _slopes.Advance();
            var perUtility = shares.PerUtility(low.FundedIn(round));
            for (; next < _close.Count && _close[next].Round == round && reach > 1; next++)
            {
                // A round before may have shown that it is not close after all.
                if (high.BoundsIn(round)[_close[next].Rival] > low.PriceIn(round).Highest)
                {
                    continue;
                }

                reach = Math.Min(reach, ReachBeside(_close[next].Rival, low, high, round, slope.Least * perUtility, slope.Most * perUtility) / difference);
            }
        }

        reach *= 1 - SharesSlopes.Slack;
        BySlopes = (BySlopes.Tried + 1, BySlopes.Held + (reach > 1 ? 1 : 0));
        return reach;
    }

    // Funded before or now, or tied with the winner throughout.
    private bool IsSettled(SharesRun low, SharesRun high, int round, int rival)
    {
        var funded = low.RoundOf(rival);
        return (funded >= 0 && funded <= round)
            || problem.AreClones(rival, low.FundedIn(round))
            || (low.IsPlainTie(round, rival) && high.IsPlainTie(round, rival));
    }

    /// <summary>From how far, counted from both ends, the price of a rival certainly does not meet the winner's in a round.</summary>
    private double ReachBeside(int rival, SharesRun low, SharesRun high, int round, double winnerLeast, double winnerMost)
    {
        _slopes.Gather(rival, round);
        if (_slopes.IsUnaffordableHigh(rival))
        {
            // At the upper end, and so below it.
            return double.PositiveInfinity;
        }

        var perUtility = shares.PerUtility(rival);
        if (!_slopes.TryPriceHigh(rival, round, out var priceHigh))
        {
            return 0;
        }

        // Unaffordable at the lower end, it may become affordable on the way.
        var isLow = _slopes.TryPriceLow(rival, round, out var priceLow);
        var (least, most) = isLow ? _slopes.SlopeOfRival(rival, priceLow, priceHigh) : (0, double.PositiveInfinity);
        var lowest = priceHigh * perUtility * (1 - (2 * SharesSlopes.Slack));
        high.RaiseBounds(round, rival, lowest);
        var apartHigh = lowest - high.PriceIn(round).Highest;
        var apartLow = isLow ? (priceLow * perUtility * (1 - (2 * SharesSlopes.Slack))) - low.PriceIn(round).Highest : 0;
        return Reach(apartHigh, winnerMost - (least * perUtility)) + Reach(apartLow, (most * perUtility) - winnerLeast);
    }

    // How far from an end the two are certainly apart, if the distance shrinks at this rate at most.
    private static double Reach(double apart, double rate) => !(apart > 0) ? 0 : rate <= 0 ? double.PositiveInfinity : apart / rate;
}
