using System.Runtime.CompilerServices;
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
/// ends, so slopes are enclosed by two numbers, round by round; winner and rival then start apart at either end, and where the two
/// guaranteed distances overlap, they never meet.</para>
/// </remarks>
internal sealed class SharesStretch
{
    // Far more than the rounding of sums of positive numbers, and far less than what separates slopes.
    private const double Slack = 1e-9;

    private readonly SharesProblem _problem;
    private readonly CertifiedShares _shares;
    private readonly Lanes _lanes;
    private readonly Track[] _tracks;
    private readonly double[] _rivalLow;
    private readonly double[] _rivalHigh;
    private readonly double[] _rivalShares;
    private readonly List<(int Round, int Rival)> _close = [];
    private SharesRun _low = null!;
    private SharesRun _high = null!;

    internal SharesStretch(SharesProblem problem, CertifiedShares shares)
    {
        _problem = problem;
        _shares = shares;
        var classes = problem.Support.Classes;
        _lanes = shares.Lanes;
        _tracks = new Track[classes];
        var longest = problem.Projects.Select(project => problem.Support.SupportersOf(project).Length).DefaultIfEmpty(0).Max();
        _rivalLow = new double[longest];
        _rivalHigh = new double[longest];
        _rivalShares = new double[longest];
    }

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
            foreach (var rival in _problem.Projects)
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
    /// <returns>
    /// How far the proof reaches, in parts of the difference: it holds if that is more than 1.
    /// </returns>
    internal double ReachBySlopes(SharesRun low, SharesRun high, double difference)
    {
        _low = low;
        _high = high;
        var reach = ReachOfAll(difference) * (1 - Slack);
        BySlopes = (BySlopes.Tried + 1, BySlopes.Held + (reach > 1 ? 1 : 0));
        return reach;
    }

    // Funded before or now, or tied with the winner throughout.
    private bool IsSettled(SharesRun low, SharesRun high, int round, int rival)
    {
        var funded = low.RoundOf(rival);
        return (funded >= 0 && funded <= round)
            || _problem.AreClones(rival, low.FundedIn(round))
            || (low.IsPlainTie(round, rival) && high.IsPlainTie(round, rival));
    }

    private double ReachOfAll(double difference)
    {
        Begin();
        var reach = double.PositiveInfinity;
        var next = 0;
        for (var round = 0; next < _close.Count && reach > 0; round++)
        {
            var (least, most) = SlopeOfWinner(round);
            if (double.IsInfinity(most))
            {
                return 0;
            }

            var perUtility = _shares.PerUtility(_low.FundedIn(round));
            for (; next < _close.Count && _close[next].Round == round; next++)
            {
                reach = Math.Min(reach, ReachBeside(round, _close[next].Rival, least * perUtility, most * perUtility) / difference);
            }

            if (next < _close.Count)
            {
                Pay(round, least, most);
            }
        }

        return reach;
    }

    private void Begin()
    {
        var groups = _problem.Support.Groups;
        var low = _low.Purses.Money;
        var high = _high.Purses.Money;
        for (var i = 0; i < _tracks.Length; i++)
        {
            ref var track = ref _tracks[i];
            var group = groups is null ? 0 : groups[i];
            track.Weight = _shares.Weights[i];
            track.Low = track.Weight * _low.StartOf(group);
            track.High = track.Weight * _high.StartOf(group);
            track.Least = 1;
            track.Most = 1;
            track.OutLow = SharesPurses.OutIn(low[i]);
            track.OutHigh = SharesPurses.OutIn(high[i]);
        }
    }

    /// <summary>How fast the price of a round's winner falls as the endowment grows: at least, and at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Least, double Most) SlopeOfWinner(int round)
    {
        var supporters = _problem.Support.SupportersOf(_low.FundedIn(round));
        var shares = _shares.SharesOf(_low.FundedIn(round));
        ref var tracks = ref MemoryMarshal.GetArrayDataReference(_tracks);
        double least = 0, most = 0, surelyRich = 0, maybeRich = 0;
        for (var i = 0; i < supporters.Length; i++)
        {
            ref var track = ref Unsafe.Add(ref tracks, supporters[i]);
            var share = shares.IsEmpty ? track.Weight : shares[i];
            var isRich = track.OutLow > round;
            var isPoor = track.OutLow == round & track.OutHigh == round;
            var isEither = track.OutHigh >= round & !isRich;
            surelyRich += One(isRich) * share;
            maybeRich += One(isEither & !isPoor) * share;
            most += One(isEither) * track.Weight * track.Most;
            least += One(isPoor) * track.Weight * track.Least;
        }

        return surelyRich <= 0 ? (0, double.PositiveInfinity) : (least / (surelyRich + maybeRich) * (1 - Slack), most / surelyRich * (1 + Slack));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pay(int round, double least, double most)
    {
        var supporters = _problem.Support.SupportersOf(_low.FundedIn(round));
        var shares = _shares.SharesOf(_low.FundedIn(round));
        ref var tracks = ref MemoryMarshal.GetArrayDataReference(_tracks);
        var priceLow = _low.ShareIn(round);
        var priceHigh = _high.ShareIn(round);
        for (var i = 0; i < supporters.Length; i++)
        {
            ref var track = ref Unsafe.Add(ref tracks, supporters[i]);
            var share = shares.IsEmpty ? track.Weight : shares[i];
            var worth = shares.IsEmpty ? 1 : share / track.Weight;
            var keepsLow = One(track.OutLow > round);
            track.Low = keepsLow * (track.Low - (priceLow * share));
            track.High = One(track.OutHigh > round) * (track.High - (priceHigh * share));
            track.Least = keepsLow * (track.Least + (least * worth));
            track.Most += most * worth;
        }
    }

    /// <summary>From how far, counted from both ends, the price of a rival certainly does not meet the winner's in a round.</summary>
    private double ReachBeside(int round, int rival, double winnerLeast, double winnerMost)
    {
        Gather(rival);
        var count = _problem.Support.SupportersOf(rival).Length;
        var total = SharesKernels.Sum(_rivalHigh.AsSpan(0, count), Lanes.Scalar);
        if ((total * (1 + ((count + 24) * 1.2e-16))) + (_high.MostError * 1.001 * _shares.VotersOf(rival)) < _shares.CostOf(rival) * (1 - 1e-15))
        {
            // Unaffordable at the upper end, and so below it.
            return double.PositiveInfinity;
        }

        var perUtility = _shares.PerUtility(rival);
        if (!TryPrice(rival, _rivalHigh.AsSpan(0, count), _high.MostError, _high.BoundsIn(round)[rival] / perUtility, out var priceHigh))
        {
            return 0;
        }

        // Unaffordable at the lower end, it may become affordable on the way.
        var isLow = TryPrice(rival, _rivalLow.AsSpan(0, count), _low.MostError, _low.BoundsIn(round)[rival] / perUtility, out var priceLow);
        var (least, most) = isLow ? SlopeOfRival(rival, priceLow, priceHigh) : (0, double.PositiveInfinity);
        least *= perUtility;
        most *= perUtility;
        var highest = priceHigh * perUtility * (1 - (2 * Slack));
        _high.RaiseBound(round, rival, highest);
        var apartHigh = highest - _high.PriceIn(round).Highest;
        var apartLow = isLow ? (priceLow * perUtility * (1 - (2 * Slack))) - _low.PriceIn(round).Highest : 0;
        return Reach(apartHigh, winnerMost - least) + Reach(apartLow, most - winnerLeast);
    }

    // How far from an end the two are certainly apart, if the distance shrinks at this rate at most.
    private static double Reach(double apart, double rate) => !(apart > 0) ? 0 : rate <= 0 ? double.PositiveInfinity : apart / rate;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(int rival)
    {
        var supporters = _problem.Support.SupportersOf(rival);
        var shares = _shares.SharesOf(rival);
        ref var tracks = ref MemoryMarshal.GetArrayDataReference(_tracks);
        ref var low = ref MemoryMarshal.GetArrayDataReference(_rivalLow);
        ref var high = ref MemoryMarshal.GetArrayDataReference(_rivalHigh);
        ref var share = ref MemoryMarshal.GetArrayDataReference(_rivalShares);
        for (var i = 0; i < supporters.Length; i++)
        {
            ref var track = ref Unsafe.Add(ref tracks, supporters[i]);
            Unsafe.Add(ref low, i) = track.Low;
            Unsafe.Add(ref high, i) = track.High;
            Unsafe.Add(ref share, i) = shares.IsEmpty ? track.Weight : shares[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (double Least, double Most) SlopeOfRival(int rival, double priceLow, double priceHigh)
    {
        var supporters = _problem.Support.SupportersOf(rival);
        ref var tracks = ref MemoryMarshal.GetArrayDataReference(_tracks);
        ref var low = ref MemoryMarshal.GetArrayDataReference(_rivalLow);
        ref var high = ref MemoryMarshal.GetArrayDataReference(_rivalHigh);
        ref var shares = ref MemoryMarshal.GetArrayDataReference(_rivalShares);
        double least = 0, most = 0, surelyRich = 0, maybeRich = 0;
        var errorLow = _low.MostError * 1.001;
        var errorHigh = _high.MostError * 1.001;
        var enoughLow = priceLow * (1 + (2 * Slack));
        var littleHigh = priceHigh * (1 - (2 * Slack));
        for (var i = 0; i < supporters.Length; i++)
        {
            ref var track = ref Unsafe.Add(ref tracks, supporters[i]);
            var share = Unsafe.Add(ref shares, i);
            var isRich = Unsafe.Add(ref low, i) - (track.Weight * errorLow) >= enoughLow * share;
            var isPoor = Unsafe.Add(ref high, i) + (track.Weight * errorHigh) < littleHigh * share;
            surelyRich += One(isRich) * share;
            most += One(!isRich) * track.Weight * track.Most;
            least += One(isPoor) * track.Weight * track.Least;
            maybeRich += One(!isPoor) * share;
        }

        return (maybeRich > 0 ? least / maybeRich * (1 - Slack) : 0, surelyRich > 0 ? most / surelyRich * (1 + Slack) : double.PositiveInfinity);
    }

    /// <summary>The price of a share to a relative accuracy of <see cref="Slack"/>, if that can be certified.</summary>
    private bool TryPrice(int project, ReadOnlySpan<double> money, double mostError, double guess, out double price)
    {
        var shares = _rivalShares.AsSpan(0, money.Length);
        price = double.IsFinite(guess) ? Math.Max(guess, 0) : 0;
        var before = -1.0;
        for (var step = 0; step < 60; step++)
        {
            var (poor, rich) = SharesKernels.Split(money, shares, price, _lanes);
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
                var (_, surelyRich) = SharesKernels.Split(money, shares, price * (1 + Slack), _lanes);
                var rounding = (money.Length + 24) * 1.2e-16;
                var error = ((rounding * poor) + (mostError * 1.001 * _shares.VotersOf(project)) + (4e-16 * _shares.CostOf(project))) / rich;
                return surelyRich >= rich / 2 && 4 * (error + (rounding * price)) <= Slack * price;
            }

            price = (_shares.CostOf(project) - poor) / rich;
            before = rich;
        }

        return false;
    }

    // Who can pay is as good as random: a factor instead of a branch.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double One(bool condition) => Unsafe.BitCast<bool, byte>(condition);

    /// <summary>A class of voters on its way through the rounds, at both ends at once.</summary>
    private struct Track
    {
        /// <summary>What it has left at the lower end, and at the upper.</summary>
        internal double Low, High;

        /// <summary>How fast one voter's money grows with the endowment, anywhere between: at least, and at most while there is any.</summary>
        internal double Least, Most;

        /// <summary>Its voters.</summary>
        internal double Weight;

        /// <summary>When its money runs out at the lower end, and at the upper.</summary>
        internal int OutLow, OutHigh;
    }
}
