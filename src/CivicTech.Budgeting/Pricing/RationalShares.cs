using System.Numerics;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Pricing;

/// <summary>
/// The Method of Equal Shares as its definition reads, on fractions of unlimited size: slow and plain, and what the fast way is tested against.
/// </summary>
internal sealed class RationalShares(SharesProblem problem)
{
    /// <summary>One run.</summary>
    /// <param name="endowments">For each group of voters what one voter starts with; one entry if there are no groups.</param>
    /// <param name="choices">Answers at open ties; null takes the project that is listed first.</param>
    /// <param name="cancellation">Looked at in every round.</param>
    internal PlainRun Run(BigInteger[] endowments, Choices? choices, CancellationToken cancellation)
    {
        var support = problem.Support;
        var money = new Rational[support.Classes];
        for (var i = 0; i < money.Length; i++)
        {
            money[i] = endowments[support.Groups is { } groups ? groups[i] : 0];
        }

        var run = new PlainRun([], [], []);
        var open = problem.Projects.ToList();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var cheapest = new List<(int Project, Rational Price)>();
            var lowest = Rational.Zero;
            open.RemoveAll(project => Total(project, money) < problem.Costs[project]);
            foreach (var project in open)
            {
                var price = Price(project, money);
                var perUtility = price / problem.Utilities[project];
                if (cheapest.Count == 0 || perUtility < lowest)
                {
                    lowest = perUtility;
                    cheapest.Clear();
                }

                if (perUtility == lowest)
                {
                    cheapest.Add((project, price));
                }
            }

            if (cheapest.Count == 0)
            {
                return run;
            }

            var chosen = cheapest[0];
            if (cheapest.Count > 1)
            {
                int[] tied = [.. cheapest.Select(one => one.Project)];
                run.Ties.Add(new MetTie(run.Order.Count + 1, tied, Compete(tied, money)));
                var picked = problem.Ranks.Pick(run.Order.Count + 1, tied, (one, other) => Compete([one, other], money), choices);
                chosen = cheapest.Find(one => one.Project == picked);
            }

            for (var place = support.ProjectStarts[chosen.Project]; place < support.ProjectStarts[chosen.Project + 1]; place++)
            {
                ref var has = ref money[support.Supporters[place]];
                var full = chosen.Price * problem.WorthAt(place);
                has = has > full ? has - full : 0;
            }

            run.Order.Add(chosen.Project);
            run.Prices.Add(chosen.Price);
            open.Remove(chosen.Project);
        }
    }

    private Rational Total(int project, Rational[] money)
    {
        var total = Rational.Zero;
        foreach (var supporter in problem.Support.SupportersOf(project))
        {
            total += money[supporter] * problem.Support.Weights[supporter];
        }

        return total;
    }

    /// <summary>The price of a share: who can pay the least goes first, until the rest can pay in full.</summary>
    private Rational Price(int project, Rational[] money)
    {
        var support = problem.Support;
        var payers = new List<(Rational Most, Rational Money, BigInteger Shares)>();
        for (var place = support.ProjectStarts[project]; place < support.ProjectStarts[project + 1]; place++)
        {
            var supporter = support.Supporters[place];
            var shares = (BigInteger)support.Weights[supporter] * problem.WorthAt(place);
            payers.Add((money[supporter] / problem.WorthAt(place), money[supporter] * support.Weights[supporter], shares));
        }

        payers.Sort((one, other) => one.Most.CompareTo(other.Most));
        Rational left = problem.Costs[project];
        var shareCount = payers.Aggregate(BigInteger.Zero, (sum, payer) => sum + payer.Shares);
        foreach (var payer in payers)
        {
            if (payer.Most * shareCount >= left)
            {
                break;
            }

            left -= payer.Money;
            shareCount -= payer.Shares;
        }

        return left / shareCount;
    }

    private bool Compete(int[] projects, Rational[] money)
    {
        if (problem.IsCutOff)
        {
            return true;
        }

        var seen = new HashSet<int>();
        return projects.Any(project => problem.Support.SupportersOf(project).ToArray().Any(supporter => money[supporter] > 0 && !seen.Add(supporter)));
    }
}

/// <summary>What a plain run did.</summary>
/// <param name="Order">The funded projects in the order of funding.</param>
/// <param name="Prices">The price of a share in each round.</param>
/// <param name="Ties">Ties that were met.</param>
internal sealed record PlainRun(List<int> Order, List<Rational> Prices, List<MetTie> Ties);
