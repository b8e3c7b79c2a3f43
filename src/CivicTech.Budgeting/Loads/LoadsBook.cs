using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Loads;

/// <summary>
/// Exact loads without a fraction for each voter: whoever paid for something has the time of the last such purchase as load, so it is enough
/// to keep which purchase that was. Times are worked out when asked for.
/// </summary>
internal sealed class LoadsBook
{
    private readonly SupportTable _support;
    private readonly Rational[] _costs;
    private readonly OpeningLoads? _opening;
    private readonly int[] _lastPaid;
    private readonly int[]? _firstPaid;
    private readonly List<LoadsEntry> _entries = [];
    private readonly CommonScale _times = new();

    internal LoadsBook(LoadsProblem problem)
    {
        _support = problem.Support;
        _costs = problem.Costs;
        _opening = problem.Opening;
        _lastPaid = new int[_support.Classes];
        Array.Fill(_lastPaid, -1);
        _firstPaid = _opening is null ? null : _lastPaid[..];
    }

    /// <summary>How many purchases there were.</summary>
    internal int Count => _entries.Count;

    /// <summary>For each class, the last purchase that it paid for; -1 while it has paid for none.</summary>
    internal ReadOnlySpan<int> LastPaid => _lastPaid;

    /// <summary>A purchase.</summary>
    internal LoadsEntry this[int purchase] => _entries[purchase];

    /// <summary>The time of a purchase, which is the load of those who paid for it.</summary>
    internal Rational TimeOf(int purchase)
    {
        while (_times.Count <= purchase)
        {
            var entry = _entries[_times.Count];
            var time = new RisingTime(_costs[entry.Project]);
            time.JoinAll(_times.Sum(entry.PaidLast), entry.PaidLast.Sum());
            if (_opening is null)
            {
                time.JoinAll(0, entry.PaidNever);
            }
            else
            {
                foreach (var supporter in NewPayers(_times.Count))
                {
                    time.Join(_opening.Exact(supporter), _support.Weights[supporter]);
                }
            }

            _times.Add(time.Time);
        }

        return _times[purchase];
    }

    /// <summary>The time at which the supporters of a project will have what it costs, as things stand.</summary>
    internal Rational TimeFor(int project)
    {
        var (paidLast, paidNever) = CountSupporters(project);
        var time = new RisingTime(_costs[project]);
        time.JoinAll(LoadsOf(paidLast), paidLast.Sum());
        if (_opening is null)
        {
            time.JoinAll(0, paidNever);
            return time.Time;
        }

        foreach (var (load, voters) in OpeningLoadsOf(_support.SupportersOf(project)).OrderBy(one => one.Key))
        {
            time.TryJoin(load, voters);
        }

        return time.Time;
    }

    /// <summary>What the supporters of a project have at a time that no purchase is later than.</summary>
    internal Rational MoneyAt(Rational time, int project)
    {
        var (paidLast, paidNever) = CountSupporters(project);
        var money = (time * paidLast.Sum()) - LoadsOf(paidLast);
        return _opening is null
            ? money + (time * paidNever)
            : OpeningLoadsOf(_support.SupportersOf(project)).Aggregate(money, (sum, one) => sum + (Rational.Max(0, time - one.Key) * one.Value));
    }

    /// <summary>A project is bought by its supporters.</summary>
    /// <param name="project">The project whose turn it is.</param>
    /// <param name="time">Near the time of the purchase.</param>
    /// <returns>The classes that pay: all supporters but those whose opening load is not below the time.</returns>
    internal ReadOnlySpan<int> Buy(int project, Approximation time)
    {
        var (paidLast, paidNever) = CountSupporters(project);
        var payers = _opening is null || _opening.Highest < time.Lower ? _support.SupportersOf(project) : Payers(project, time);
        foreach (var payer in payers)
        {
            if (_firstPaid is not null && _firstPaid[payer] < 0)
            {
                _firstPaid[payer] = Count;
            }

            _lastPaid[payer] = Count;
        }

        _entries.Add(new LoadsEntry(project, paidLast, paidNever));
        return payers;
    }

    /// <summary>Opening loads, and how many voters begin with each, of those of some classes who have paid for nothing yet.</summary>
    internal Dictionary<Rational, long> OpeningLoadsOf(ReadOnlySpan<int> classes)
    {
        var voters = new Dictionary<Rational, long>();
        foreach (var ballotClass in classes)
        {
            if (_lastPaid[ballotClass] < 0)
            {
                var load = _opening?.Exact(ballotClass) ?? 0;
                voters[load] = voters.GetValueOrDefault(load) + _support.Weights[ballotClass];
            }
        }

        return voters;
    }

    /// <summary>The classes that a purchase was the first for; only where voters begin with loads.</summary>
    internal IEnumerable<int> NewPayers(int purchase)
    {
        for (var i = _support.ProjectStarts[_entries[purchase].Project]; i < _support.ProjectStarts[_entries[purchase].Project + 1]; i++)
        {
            if (_firstPaid![_support.Supporters[i]] == purchase)
            {
                yield return _support.Supporters[i];
            }
        }
    }

    private int[] Payers(int project, Approximation time)
    {
        var payers = new List<int>();
        Rational? exact = null;
        foreach (var supporter in _support.SupportersOf(project))
        {
            if (_lastPaid[supporter] >= 0
                || (_opening!.IsBelow(supporter, time) ?? _opening.Exact(supporter) < (exact ??= TimeFor(project))))
            {
                payers.Add(supporter);
            }
        }

        return [.. payers];
    }

    private (long[] PaidLast, long PaidNever) CountSupporters(int project)
    {
        var paidLast = new long[Count];
        var paidNever = 0L;
        foreach (var supporter in _support.SupportersOf(project))
        {
            if (_lastPaid[supporter] is >= 0 and var purchase)
            {
                paidLast[purchase] += _support.Weights[supporter];
            }
            else
            {
                paidNever += _support.Weights[supporter];
            }
        }

        return (paidLast, paidNever);
    }

    // The loads of voters who paid last for these purchases. They are not above the time of a purchase to come.
    private Rational LoadsOf(long[] paidLast)
    {
        if (Array.FindLastIndex(paidLast, voters => voters > 0) is >= 0 and var last)
        {
            TimeOf(last);
            return _times.Sum(paidLast.AsSpan(..(last + 1)));
        }

        return 0;
    }
}
