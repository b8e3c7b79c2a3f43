using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Pricing;

internal sealed partial class CertifiedShares
{
    /// <summary>The cheapest contenders: more than one if they are exactly tied.</summary>
    private List<Contender> Best(List<Contender> contenders)
    {
        if (contenders.Count == 1)
        {
            return contenders;
        }

        if (!_certify)
        {
            var lowest = contenders.Min(one => one.Highest);
            return contenders.FindAll(one => one.Highest == lowest);
        }

        foreach (var one in contenders)
        {
            if (one.AllPay is null)
            {
                Sharpen(one);
            }
        }

        var bound = contenders.Min(one => one.Highest);
        var best = new List<Contender>();
        foreach (var one in contenders)
        {
            if (one.Lowest > bound)
            {
                continue;
            }

            var order = best.Count == 0 ? 0 : Compare(one, best[0]);
            if (order < 0)
            {
                best.Clear();
            }

            if (order <= 0)
            {
                best.Add(one);
            }
        }

        return best;
    }

    private int Compare(Contender one, Contender other)
    {
        if (one.Highest < other.Lowest || one.Lowest > other.Highest)
        {
            return one.Highest < other.Lowest ? -1 : 1;
        }

        if (one.AllPay is { } all && other.AllPay is { } others)
        {
            Doubts.PlainTies++;
            return (_problem.CostPerUtility[one.Project] * others).CompareTo(_problem.CostPerUtility[other.Project] * all);
        }

        if (_problem.AreClones(one.Project, other.Project))
        {
            return 0;
        }

        Doubts.Comparisons++;
        return (Exact(one) / _problem.Utilities[one.Project]).CompareTo(Exact(other) / _problem.Utilities[other.Project]);
    }

    private Rational Exact(Contender one)
    {
        if (one.ExactPrice is { } known)
        {
            return known;
        }

        var support = _problem.Support;
        var lowest = one.Lowest / _perUtility[one.Project] * (1 - (16 * Rounding));
        var highest = one.Highest / _perUtility[one.Project] * (1 + (16 * Rounding));
        var price = _ledger.PriceOfProject(one.Project, _funded.Count, place =>
        {
            var supporter = support.Supporters[place];
            var share = _shares is null ? _weights[supporter] : _shares[place];
            var money = _purses.Money[supporter];
            var error = (_weights[supporter] * _purses.Errors[supporter] * (1 + (8 * Rounding))) + (8 * Rounding * money);
            return money + error < share * lowest * (1 - (8 * Rounding)) ? -1
                : money - error > share * highest * (1 + (8 * Rounding)) ? 1
                : 0;
        });
        one.ExactPrice = price;
        return price;
    }

    /// <summary>The price with true errors instead of the greatest, if it is certain of every supporter whether they can pay in full.</summary>
    private void Sharpen(Contender one)
    {
        if (one.IsSharp || one.ExactPrice is not null)
        {
            return;
        }

        var project = one.Project;
        Gather(project);
        var money = _money.AsSpan(0, _active[project]);
        var shares = Heads(project);
        var sumError = ((money.Length / _partialSums) + 24) * _unit;
        var purseError = 1.0001 * _mostError / _lowestWorth[project];
        var rounding = ((_shares is null ? 0 : money.Length) + 8) * _unit;
        var about = ((sumError * one.Poor) + (_mostError * _voters[project]) + _costError[project]) / one.Rich;
        var tolerance = purseError + (2 * about) + (2 * rounding * one.Price);
        var (poor, rich) = (one.Poor, one.Rich);
        if (one.ClearFrom > one.Price - tolerance || one.ClearTo < one.Price + tolerance)
        {
            (poor, rich) = SharesKernels.Split(money, shares, one.Price - tolerance, _lanes);
            if (rich <= 0 || SharesKernels.Split(money, shares, one.Price + tolerance, _lanes).Rich != rich)
            {
                return;
            }
        }

        var price = (_cost[project] - poor) / rich;
        var error = poor > 0 ? _mostError * _voters[project] : 0;
        // Proofs need smaller errors than the choice of a winner.
        if (error > (_records ? 1e-12 : 1e-10) * price * rich)
        {
            error = Math.Min(error, ErrorOfPoor(project, price));
        }

        var width = (((sumError * poor) + error + _costError[project]) / rich) + (rounding * price);
        if (Math.Abs(price - one.Price) + width + purseError > tolerance)
        {
            return;
        }

        one.IsSharp = true;
        one.Price = price;
        one.Width = width;
        one.Poor = poor;
        one.Rich = rich;
        one.Lowest = Math.Max(one.Lowest, (price - width) * _perUtility[project] * (1 - (8 * _unit)));
        one.Highest = Math.Min(one.Highest, (price + width) * _perUtility[project] * (1 + (8 * _unit)));
        _lowest[project] = one.Lowest;
    }

    // The project was just gathered.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private double ErrorOfPoor(int project, double price)
    {
        ref var list = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_list), _problem.Support.ProjectStarts[project]);
        ref var errors = ref MemoryMarshal.GetArrayDataReference(_purses.Errors);
        ref var money = ref MemoryMarshal.GetArrayDataReference(_money);
        ref var heads = ref MemoryMarshal.GetReference(Heads(project));
        ref var weights = ref MemoryMarshal.GetArrayDataReference(_weights);
        var count = _active[project];
        var head = _activeHead[project];
        var sum = 0.0;
        var i = 0;
        for (; i < head; i++)
        {
            var supporter = Unsafe.Add(ref list, i);
            var error = Unsafe.Add(ref weights, supporter) * Unsafe.Add(ref errors, supporter);
            sum += Unsafe.Add(ref money, i) < Unsafe.Add(ref heads, i) * price ? error : 0;
        }

        for (; i < count; i++)
        {
            var error = Unsafe.Add(ref errors, Unsafe.Add(ref list, i));
            sum += Unsafe.Add(ref money, i) < price ? error : 0;
        }

        return sum * (1 + ((count + 8) * Rounding));
    }

    /// <summary>Whose turn it is among tied projects.</summary>
    private int Decide(List<Contender> tied, Choices? choices, SharesRun run)
    {
        int[] projects = [.. tied.Select(one => one.Project).Order()];
        var round = _funded.Count + 1;
        run.Ties.Add(new MetTie(round, projects, Compete(projects)));
        if (tied.TrueForAll(one => one.AllPay is not null))
        {
            run.NotePlainTie(round - 1, projects);
        }

        return _problem.Ranks.Pick(round, projects, (one, other) => Compete([one, other]), choices);
    }

    private bool Compete(int[] projects) => _problem.IsCutOff || HaveCommonSupporter(projects);

    private bool HaveCommonSupporter(int[] projects)
    {
        _marks++;
        foreach (var project in projects)
        {
            // A class is listed once among the supporters of a project.
            foreach (var supporter in _problem.Support.SupportersOf(project))
            {
                if (_purses.Money[supporter] > 0)
                {
                    if (_mark[supporter] == _marks)
                    {
                        return true;
                    }

                    _mark[supporter] = _marks;
                }
            }
        }

        return false;
    }
}
