using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CivicTech.Budgeting.Pricing;

internal sealed partial class CertifiedShares
{
    private enum Verdict
    {
        /// <summary>Its supporters cannot pay for it any more.</summary>
        Unaffordable,

        /// <summary>Certainly not the cheapest.</summary>
        Dearer,

        /// <summary>Perhaps the cheapest.</summary>
        Contender,
    }

    /// <summary>Evaluates projects by their lower bounds, the lowest first, until no other can be the cheapest.</summary>
    private void FindContenders(List<int> open, List<Contender> contenders, int guess, double margin)
    {
        contenders.Clear();
        var round = _funded.Count;
        var bound = double.PositiveInfinity;
        var unseen = CollectionsMarshal.AsSpan(open);
        var count = unseen.Length;
        while (count > 0)
        {
            // Those that are done in this round stand behind the others.
            var next = Next(unseen[..count], guess);
            guess = -1;
            var project = unseen[next];
            if (_lowest[project] > bound * margin || double.IsInfinity(_lowest[project]))
            {
                break;
            }

            count--;
            (unseen[next], unseen[count]) = (unseen[count], unseen[next]);
            var verdict = Evaluate(project, bound * margin, out var contender);
            if (verdict == Verdict.Unaffordable)
            {
                // Out for good: budgets only fall.
                unseen[count] = unseen[^1];
                open.RemoveAt(open.Count - 1);
                unseen = CollectionsMarshal.AsSpan(open);
                _lowest[project] = double.PositiveInfinity;
            }
            else if (verdict == Verdict.Contender)
            {
                bound = Math.Min(bound, contender.Highest);
                contenders.Add(contender);
            }
        }

        contenders.RemoveAll(one => one.Lowest > bound);
    }

    private int Next(ReadOnlySpan<int> projects, int guess)
    {
        var next = 0;
        for (var i = 0; i < projects.Length; i++)
        {
            if (projects[i] == guess && double.IsFinite(_lowest[guess]))
            {
                return i;
            }

            if (_lowest[projects[i]] < _lowest[projects[next]])
            {
                next = i;
            }
        }

        return next;
    }

    private Verdict Evaluate(int project, double bound, out Contender contender)
    {
        contender = null!;
        Gather(project);
        var money = _money.AsSpan(0, _active[project]);
        var shares = Heads(project);
        var cost = _cost[project];
        var all = SharesKernels.Sum(shares, _lanes) + (money.Length - shares.Length);
        var sumError = ((money.Length / _partialSums) + 24) * _unit;
        var moneyError = _mostError * _voters[project];
        if (_paidFor - _paidWhen[project] >= _surplus[project])
        {
            // More was spent since than its supporters were known to have beyond its cost.
            var total = SharesKernels.Sum(money, _lanes);
            var totalError = (sumError * total) + moneyError + _costError[project];
            if (!IsAffordable(project, total, totalError))
            {
                return Verdict.Unaffordable;
            }

            _surplus[project] = (total - totalError - cost) * (1 - 1e-12);
            _paidWhen[project] = _paidFor;
        }

        var at = _last[project];
        var (poor, rich) = at > 0 ? SharesKernels.Split(money, shares, at, _lanes) : (0, all);
        for (var step = 0; ; step++)
        {
            if (rich <= 0)
            {
                // Nobody has so much: the price lies below.
                at = 0;
                (poor, rich) = (0, all);
            }

            var price = (cost - poor) / rich;
            var error = ((sumError * poor) + (poor > 0 ? moneyError : 0) + _costError[project]) / rich;
            var slack = error + (((money.Length * _unit) + (8 * _unit)) * Math.Abs(price));
            var lowest = (price - slack) * _perUtility[project] * (1 - (8 * _unit));
            if (lowest > _lowest[project])
            {
                _lowest[project] = lowest;
            }

            if (_lowest[project] > bound)
            {
                _last[project] = Math.Max(price, 0);
                return Verdict.Dearer;
            }

            // Who has this much more than the price can certainly pay it, and what the bounds add to it.
            var margin = _certify ? (1e-9 * price) + (4 * slack) + (1.0001 * _mostError / _lowestWorth[project]) : 0;
            var beyond = price + margin;
            var (poorBeyond, richBeyond) = SharesKernels.Split(money, shares, beyond, _lanes);
            if (richBeyond == rich || step > 12)
            {
                // Those between the price and where the split was made count as poor, and may have a little more to give.
                var overlap = Math.Max(0, Math.Min(at, beyond) - price) * Math.Max(0, all - rich) / rich;
                var width = slack + overlap;
                var isSound = richBeyond == rich && width + (1.0001 * _mostError / _lowestWorth[project]) <= margin;
                _last[project] = price;
                contender = new Contender(project)
                {
                    Price = price,
                    Lowest = _lowest[project],
                    Highest = !_certify ? price * _perUtility[project] : isSound ? (price + width) * _perUtility[project] * (1 + (8 * _unit)) : double.PositiveInfinity,
                    Poor = poor,
                    Rich = rich,
                    ClearFrom = richBeyond == rich ? Math.Min(at, beyond) : double.PositiveInfinity,
                    ClearTo = beyond,
                    AllPay = isSound && poor == 0 ? AllShares(project) : null,
                };
                return Verdict.Contender;
            }

            (at, poor, rich) = (beyond, poorBeyond, richBeyond);
        }
    }

    private bool IsAffordable(int project, double total, double error)
    {
        if (total - error >= _cost[project])
        {
            return true;
        }

        if (total + error < _cost[project])
        {
            return false;
        }

        Doubts.Affordability++;
        return _ledger.MoneyOfSupporters(project, _funded.Count) >= _problem.Costs[project];
    }

    // Only asked for where nobody who supports the project has run out of money since the list was gathered.
    private System.Numerics.BigInteger AllShares(int project)
    {
        var sum = System.Numerics.BigInteger.Zero;
        if (_shares is null)
        {
            var voters = (long)(_active[project] - _activeHead[project]);
            for (var i = 0; i < _activeHead[project]; i++)
            {
                voters += (long)_heads[i];
            }

            return voters;
        }

        var support = _problem.Support;
        for (var place = support.ProjectStarts[project]; place < support.ProjectStarts[project + 1]; place++)
        {
            if (_purses.Money[support.Supporters[place]] > 0)
            {
                sum += (System.Numerics.BigInteger)_ledger.SharesAt(place);
            }
        }

        return sum;
    }

    /// <summary>Copies the money of a project's supporters side by side, and forgets those who have none left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Gather(int project)
    {
        if (_gathered == project)
        {
            return;
        }

        _gathered = project;
        var support = _problem.Support;
        var start = support.ProjectStarts[project];
        var fresh = _active[project] < 0;
        var count = fresh ? support.ProjectStarts[project + 1] - start : _active[project];
        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(fresh ? support.Supporters : _list), start);
        ref var to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_list), start);
        ref var purse = ref MemoryMarshal.GetArrayDataReference(_purses.Money);
        ref var money = ref MemoryMarshal.GetArrayDataReference(_money);
        ref var heads = ref MemoryMarshal.GetArrayDataReference(_heads);
        var kept = 0;
        var i = 0;
        if (_shares is not null)
        {
            ref var fromShares = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(fresh ? _shares : _listShares!), start);
            ref var toShares = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_listShares!), start);
            for (; i < count; i++)
            {
                var supporter = Unsafe.Add(ref from, i);
                var has = Unsafe.Add(ref purse, supporter);
                var share = Unsafe.Add(ref fromShares, i);
                Unsafe.Add(ref to, kept) = supporter;
                Unsafe.Add(ref toShares, kept) = share;
                Unsafe.Add(ref money, kept) = has;
                kept += has > 0 ? 1 : 0;
            }

            _active[project] = kept;
            _activeHead[project] = kept;
            return;
        }

        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        var head = fresh ? HeadOf(project) : _activeHead[project];
        for (; i < head; i++)
        {
            var supporter = Unsafe.Add(ref from, i);
            var has = Unsafe.Add(ref purse, supporter);
            Unsafe.Add(ref to, kept) = supporter;
            Unsafe.Add(ref money, kept) = has;
            Unsafe.Add(ref heads, kept) = Unsafe.Add(ref weights, supporter);
            kept += has > 0 ? 1 : 0;
        }

        _activeHead[project] = kept;
        for (; i < count; i++)
        {
            var supporter = Unsafe.Add(ref from, i);
            var has = Unsafe.Add(ref purse, supporter);
            Unsafe.Add(ref to, kept) = supporter;
            Unsafe.Add(ref money, kept) = has;
            kept += has > 0 ? 1 : 0;
        }

        _active[project] = kept;
    }

    /// <summary>The shares of those of the gathered supporters who do not pay just one.</summary>
    private Span<double> Heads(int project) => _listShares is null
        ? _heads.AsSpan(0, _activeHead[project])
        : _listShares.AsSpan(_problem.Support.ProjectStarts[project], _activeHead[project]);

    // Classes of several voters come first.
    private int HeadOf(int project)
    {
        var place = _problem.Support.SupportersOf(project).BinarySearch(_problem.Support.WeightedClasses);
        return place < 0 ? ~place : place;
    }
}
