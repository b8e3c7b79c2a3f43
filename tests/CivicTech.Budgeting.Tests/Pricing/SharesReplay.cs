using CivicTech.Budgeting.Pricing;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>What everybody has, and what everything would cost, along a plain run: worked out once more, by the definition.</summary>
internal sealed class SharesReplay
{
    private readonly SharesProblem _problem;
    private readonly List<Rational[]> _money = [];

    public SharesReplay(SharesCase made, PlainRun run)
    {
        _problem = made.Problem;
        var support = _problem.Support;
        var money = Enumerable.Range(0, support.Classes).Select(i => (Rational)made.Start[support.Groups is { } groups ? groups[i] : 0]).ToArray();
        _money.Add(money);
        for (var round = 0; round < run.Order.Count; round++)
        {
            money = [.. money];
            foreach (var (supporter, worth) in Supporters(run.Order[round]))
            {
                money[supporter] = Rational.Max(0, money[supporter] - (run.Prices[round] * worth));
            }

            _money.Add(money);
        }
    }

    /// <summary>What one voter of a class has before a round, counted from 0.</summary>
    public Rational MoneyOf(int ballotClass, int round) => _money[round][ballotClass];

    /// <summary>The lowest price of a share at which the supporters of a project pay its cost before a round; null if they do not have it.</summary>
    public Rational? PriceOf(int project, int round)
    {
        var voters = Supporters(project).Select(one => (Money: _money[round][one.Supporter], one.Worth, Count: (Rational)_problem.Support.Weights[one.Supporter])).ToList();
        if (voters.Aggregate(Rational.Zero, (sum, voter) => sum + (voter.Money * voter.Count)) < _problem.Costs[project])
        {
            return null;
        }

        // At the right number of poor, the price lies above what they can pay for a share, and not above what the others can.
        voters.Sort((one, other) => (one.Money / one.Worth).CompareTo(other.Money / other.Worth));
        return Enumerable.Range(0, voters.Count)
            .Select(poor => (
                Price: (_problem.Costs[project] - voters.Take(poor).Aggregate(Rational.Zero, (sum, voter) => sum + (voter.Money * voter.Count)))
                    / voters.Skip(poor).Aggregate(Rational.Zero, (sum, voter) => sum + (voter.Worth * voter.Count)),
                CanPay: voters[poor].Money / voters[poor].Worth))
            .First(one => one.Price <= one.CanPay)
            .Price;
    }

    private IEnumerable<(int Supporter, Rational Worth)> Supporters(int project)
    {
        var support = _problem.Support;
        return Enumerable.Range(support.ProjectStarts[project], support.ProjectStarts[project + 1] - support.ProjectStarts[project])
            .Select(place => (support.Supporters[place], (Rational)_problem.WorthAt(place)));
    }
}
