using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Pricing;

/// <summary>
/// The exact side of a run: prices and money as fractions, worked out only when asked for. What voters have left follows from few numbers:
/// who ran out of money in which round, and the prices of the rounds before.
/// </summary>
/// <remarks>
/// A voter who is not out of money has paid in full for every funded project on the ballot. So the price of round r solves
/// R price(r) = cost - E + sum over j of n(j) price(j), where E is what the poor of round r began with, n(j) how many shares of round j
/// they have paid, and R how many shares are paid in full: whole numbers, read off from the ballots.
/// </remarks>
internal sealed class SharesLedger
{
    private readonly SharesProblem _problem;
    private readonly BigInteger[] _endowments;
    private readonly List<int> _funded;
    private readonly int[] _roundOf;
    private readonly SharesPurses _purses;
    private readonly List<Rational> _prices = [];

    internal SharesLedger(SharesProblem problem, BigInteger[] endowments, List<int> funded, int[] roundOf, SharesPurses purses)
    {
        _problem = problem;
        _endowments = endowments;
        _funded = funded;
        _roundOf = roundOf;
        _purses = purses;
    }

    /// <summary>What one share of the project of a round costs.</summary>
    internal Rational PriceOf(int round)
    {
        while (_prices.Count <= round)
        {
            _prices.Add(Solve(_prices.Count));
        }

        return _prices[round];
    }

    /// <summary>How many shares of a project a class pays: its voters, each with their worth of the project.</summary>
    internal Int128 SharesOf(int ballotClass, int entry) =>
        (Int128)_problem.Support.Weights[ballotClass] * (_problem.Support.WorthsByClass is { } worths ? worths[entry] : 1);

    /// <summary>As <see cref="SharesOf"/>, by the place among the supporters of a project.</summary>
    internal Int128 SharesAt(int supporterPlace) =>
        (Int128)_problem.Support.Weights[_problem.Support.Supporters[supporterPlace]] * _problem.WorthAt(supporterPlace);

    /// <summary>What all voters of a class together have before a round.</summary>
    internal Rational MoneyOf(int ballotClass, int beforeRound)
    {
        var sum = new Money(this, beforeRound);
        sum.Add(ballotClass);
        return sum.Value;
    }

    /// <summary>What the supporters of a project together have before a round.</summary>
    internal Rational MoneyOfSupporters(int project, int beforeRound)
    {
        var sum = new Money(this, beforeRound);
        foreach (var ballotClass in _problem.Support.SupportersOf(project))
        {
            sum.Add(ballotClass);
        }

        return sum.Value;
    }

    /// <summary>
    /// The price of a share at which the supporters of a project would pay for it before a round, where it is certain of some supporters that
    /// they can pay in full, and of some that they cannot.
    /// </summary>
    /// <param name="project">It is affordable.</param>
    /// <param name="beforeRound">The round.</param>
    /// <param name="side">For each place among the supporters: -1 if certainly poor, 1 if certainly rich, 0 if in doubt.</param>
    internal Rational PriceOfProject(int project, int beforeRound, Func<int, int> side)
    {
        var support = _problem.Support;
        var poor = new Money(this, beforeRound);
        var shares = BigInteger.Zero;
        var doubtful = new List<(Rational Money, Int128 Shares)>();
        for (var place = support.ProjectStarts[project]; place < support.ProjectStarts[project + 1]; place++)
        {
            var ballotClass = support.Supporters[place];
            if (_purses.OutIn(ballotClass) < beforeRound)
            {
                continue;
            }

            switch (side(place))
            {
                case < 0:
                    poor.Add(ballotClass);
                    break;
                case > 0:
                    shares += (BigInteger)SharesAt(place);
                    break;
                default:
                    doubtful.Add((MoneyOf(ballotClass, beforeRound), SharesAt(place)));
                    break;
            }
        }

        // From below: those in doubt pay in full until the price shows that they cannot.
        var open = _problem.Costs[project] - poor.Value;
        foreach (var one in doubtful)
        {
            shares += (BigInteger)one.Shares;
        }

        while (true)
        {
            var price = open / shares;
            var unable = doubtful.FindAll(one => one.Money < price * (BigInteger)one.Shares);
            if (unable.Count == 0)
            {
                return price;
            }

            foreach (var one in unable)
            {
                open -= one.Money;
                shares -= (BigInteger)one.Shares;
            }

            doubtful.RemoveAll(one => one.Money < price * (BigInteger)one.Shares);
        }
    }

    /// <summary>What the supporters of a project would pay for it before a round at some price of a share: those who have less pay all they have.</summary>
    /// <param name="project">Any project.</param>
    /// <param name="beforeRound">The round.</param>
    /// <param name="price">The price of a share.</param>
    /// <param name="side">As for <see cref="PriceOfProject"/>.</param>
    internal Rational PaymentsAt(int project, int beforeRound, Rational price, Func<int, int> side)
    {
        var support = _problem.Support;
        var poor = new Money(this, beforeRound);
        var shares = BigInteger.Zero;
        for (var place = support.ProjectStarts[project]; place < support.ProjectStarts[project + 1]; place++)
        {
            var ballotClass = support.Supporters[place];
            if (_purses.OutIn(ballotClass) < beforeRound)
            {
                continue;
            }

            var sure = side(place);
            if (sure > 0 || (sure == 0 && MoneyOf(ballotClass, beforeRound) >= price * (BigInteger)SharesAt(place)))
            {
                shares += (BigInteger)SharesAt(place);
            }
            else
            {
                poor.Add(ballotClass);
            }
        }

        return poor.Value + (price * shares);
    }

    private Rational Solve(int round)
    {
        var support = _problem.Support;
        var project = _funded[round];
        var poor = new Money(this, round);
        var shares = BigInteger.Zero;
        for (var place = support.ProjectStarts[project]; place < support.ProjectStarts[project + 1]; place++)
        {
            var ballotClass = support.Supporters[place];
            var outIn = _purses.OutIn(ballotClass);
            if (outIn == round && !_purses.PaidInFull(ballotClass))
            {
                poor.Add(ballotClass);
            }
            else if (outIn >= round)
            {
                shares += (BigInteger)SharesAt(place);
            }
        }

        return (_problem.Costs[project] - poor.Value) / shares;
    }

    /// <summary>A sum of money of classes, as whole numbers until its value is asked for.</summary>
    private sealed class Money(SharesLedger ledger, int beforeRound)
    {
        private readonly Int128[] _shares = new Int128[beforeRound];
        private BigInteger _endowed;

        internal Rational Value
        {
            get
            {
                Rational value = _endowed;
                for (var round = 0; round < _shares.Length; round++)
                {
                    if (_shares[round] != 0)
                    {
                        value -= ledger.PriceOf(round) * (BigInteger)_shares[round];
                    }
                }

                return value;
            }
        }

        internal void Add(int ballotClass)
        {
            if (ledger._purses.OutIn(ballotClass) < beforeRound)
            {
                return;
            }

            var support = ledger._problem.Support;
            _endowed += support.Weights[ballotClass] * ledger._endowments[support.Groups is { } groups ? groups[ballotClass] : 0];
            for (var entry = support.ClassStarts[ballotClass]; entry < support.ClassStarts[ballotClass + 1]; entry++)
            {
                var round = ledger._roundOf[support.Supported[entry]];
                if (round >= 0 && round < beforeRound)
                {
                    _shares[round] = checked(_shares[round] + ledger.SharesOf(ballotClass, entry));
                }
            }
        }
    }
}
