using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Pricing;

internal sealed partial class CertifiedShares
{
    private void Pay(Contender winner, SharesRun run)
    {
        var project = winner.Project;
        var round = _funded.Count;
        List<(int Supporter, Rational Left)> doubtful = [];
        if (_certify)
        {
            Sharpen(winner);
            if (!winner.IsSharp)
            {
                // All of this before the first payment: exact amounts are read off from the purses.
                doubtful = Resolve(winner);
            }
        }

        run.Note(winner, _lowest);
        Gather(project);
        var growth = _certify ? (winner.Width * _highestWorth[project]) + (3 * _unit * _mostMoney) : 0;
        Take(project, winner.Price, SharesPurses.Out(round, paidInFull: false), growth);
        foreach (var (supporter, left) in doubtful)
        {
            _purses.Money[supporter] = left.Sign > 0
                ? Math.Max(left.ToDouble(), 1e-290)
                : SharesPurses.Out(round, paidInFull: left.IsZero);
            _purses.Errors[supporter] = 2 * Rounding * Math.Abs(left.ToDouble());
        }

        if (_records)
        {
            Record(project, isSettled: doubtful.Count == 0);
        }

        _mostError += growth;
        _paidFor += _cost[project] * (1 + 1e-12);
        _gathered = -1;
        _funded.Add(project);
        _roundOf[project] = round;
    }

    /// <summary>The exact price, and for supporters of whom the doubles do not tell whether they can pay it in full, what they have then.</summary>
    private List<(int Supporter, Rational Left)> Resolve(Contender winner)
    {
        var project = winner.Project;
        var exact = Exact(winner);
        var price = exact.ToDouble();
        winner.Price = price;
        winner.Width = 2 * Rounding * price;
        winner.Lowest = Math.Max(winner.Lowest, (price - winner.Width) * _perUtility[project] * (1 - (8 * _unit)));
        winner.Highest = Math.Min(winner.Highest, (price + winner.Width) * _perUtility[project] * (1 + (8 * _unit)));
        _lowest[project] = winner.Lowest;
        var support = _problem.Support;
        var doubtful = new List<(int, Rational)>();
        winner.Rich = 0;
        for (var place = support.ProjectStarts[project]; place < support.ProjectStarts[project + 1]; place++)
        {
            var supporter = support.Supporters[place];
            var money = _purses.Money[supporter];
            if (money <= 0)
            {
                continue;
            }

            var share = _shares is null ? _weights[supporter] : _shares[place];
            var payment = price * share;
            if (Math.Abs(money - payment) <= (_weights[supporter] * _purses.Errors[supporter] * (1 + (8 * Rounding))) + (16 * Rounding * (money + payment)))
            {
                Doubts.Payments++;
                var left = _ledger.MoneyOf(supporter, _funded.Count) - (exact * (BigInteger)_ledger.SharesAt(place));
                doubtful.Add((supporter, left));
                winner.Rich += left.Sign >= 0 ? share : 0;
            }
            else
            {
                winner.Rich += money > payment ? share : 0;
            }
        }

        return doubtful;
    }

    // Who cannot pay in full gives all; no branch depends on it, since it is as good as random.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Take(int project, double price, double nothingLeft, double growth)
    {
        var count = _active[project];
        SharesKernels.Pay(_money.AsSpan(0, count), Heads(project), price, nothingLeft, _lanes);
        ref var list = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_list), _problem.Support.ProjectStarts[project]);
        ref var purses = ref MemoryMarshal.GetArrayDataReference(_purses.Money);
        ref var errors = ref MemoryMarshal.GetArrayDataReference(_purses.Errors);
        ref var money = ref MemoryMarshal.GetArrayDataReference(_money);
        for (var i = 0; i < count; i++)
        {
            var supporter = Unsafe.Add(ref list, i);
            Unsafe.Add(ref purses, supporter) = Unsafe.Add(ref money, i);
            Unsafe.Add(ref errors, supporter) += growth;
        }
    }

    // What was paid for stands side by side, except for the few whose payments were resolved exactly.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Record(int project, bool isSettled)
    {
        ref var list = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_list), _problem.Support.ProjectStarts[project]);
        var purses = _purses.Money;
        var ranOut = _purses.RanOut;
        var end = _purses.RanOutStarts[^1];
        for (var i = 0; i < _active[project]; i++)
        {
            var supporter = Unsafe.Add(ref list, i);
            ranOut[end] = supporter;
            end += (isSettled ? _money[i] : purses[supporter]) > 0 ? 0 : 1;
        }

        _purses.RanOutStarts.Add(end);
    }
}
