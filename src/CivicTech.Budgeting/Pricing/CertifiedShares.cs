using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Pricing;

/// <summary>
/// The Method of Equal Shares on doubles with proven error bounds; exact fractions decide where the bounds do not. Runs on one problem reuse
/// its arrays. Not safe for several threads.
/// </summary>
/// <remarks>
/// <para>The price p of a project solves sum of min(money, share p) = cost. For any split of its supporters into P and the rest,
/// (cost - money of P) / (shares of the rest) is at most p: so every step of Newton's method is a lower bound, and a project is given up as
/// soon as its bound exceeds what another one is known to cost. Prices never fall during a run, so old bounds stay bounds.</para>
/// <para>One evaluation gathers the money of the supporters once, leaving out those who have none left, and then works on the dense copy.</para>
/// </remarks>
internal sealed partial class CertifiedShares
{
    // More than the relative error of one operation, 2^-53.
    private const double Rounding = 1.2e-16;

    private readonly SharesProblem _problem;
    private readonly Lanes _lanes;
    private readonly int _partialSums;
    private readonly bool _certify;
    private readonly double _inflation;
    private readonly double _unit;

    // By project.
    private readonly double[] _cost;
    private readonly double[] _costError;
    private readonly double[] _perUtility;
    private readonly double[] _allShares;
    private readonly double[] _voters;
    private readonly double[] _lowestWorth;
    private readonly double[] _highestWorth;
    private readonly double[] _lowest;
    private readonly double[] _last;
    private readonly double[] _surplus;
    private readonly double[] _paidWhen;
    private readonly int[] _active;
    private readonly int[] _activeHead;

    // By class, and by place among the supporters of all projects.
    private readonly double[] _weights;
    private readonly double[]? _shares;
    private readonly int[] _list;
    private readonly double[]? _listShares;

    // The supporters of the project that was gathered last.
    private readonly double[] _money;
    private readonly double[] _heads;
    private readonly int[] _mark;

    private readonly Stack<SharesPurses> _spare = [];
    private readonly double _heaviest;
    private SharesPurses _purses = null!;
    private List<int> _funded = [];
    private int[] _roundOf = [];
    private SharesLedger _ledger = null!;
    private double _mostError;
    private double _paidFor;
    private bool _records;
    private int _gathered;
    private double _mostMoney;
    private int _marks;

    /// <param name="problem">The problem.</param>
    /// <param name="lanes">Which instructions are used.</param>
    /// <param name="certify">False to leave out all error bounds: for measuring what they cost, never for results.</param>
    /// <param name="inflation">For tests: errors are taken to be this share of the endowment from the start, so that bounds decide little.</param>
    internal CertifiedShares(SharesProblem problem, Lanes lanes, bool certify = true, double inflation = 0)
    {
        _problem = problem;
        _lanes = lanes;
        _partialSums = SharesKernels.PartialSums(lanes);
        _certify = certify;
        _inflation = inflation;
        _unit = certify ? Rounding : 0;
        var support = problem.Support;
        var projects = support.Votes.Length;
        _cost = Array.ConvertAll(problem.Costs, cost => (double)cost);
        _costError = [.. problem.Costs.Select((cost, i) => new BigInteger(_cost[i]) == cost ? 0 : _unit * _cost[i])];
        _perUtility = Array.ConvertAll(problem.Utilities, utility => utility.IsZero ? 0 : 1 / utility.ToDouble());
        _voters = Array.ConvertAll(support.Votes, votes => (double)votes);
        _weights = support.WeightsAsDoubles;
        _shares = support.WeightedWorths;
        _allShares = new double[projects];
        _lowestWorth = new double[projects];
        _highestWorth = new double[projects];
        _lowest = new double[projects];
        _last = new double[projects];
        _surplus = new double[projects];
        _paidWhen = new double[projects];
        _active = new int[projects];
        _activeHead = new int[projects];
        _list = GC.AllocateUninitializedArray<int>(support.Supporters.Length);
        _listShares = _shares is null ? null : GC.AllocateUninitializedArray<double>(_shares.Length);
        var longest = 0;
        for (var project = 0; project < projects; project++)
        {
            var places = support.ProjectStarts[project]..support.ProjectStarts[project + 1];
            longest = Math.Max(longest, places.End.Value - places.Start.Value);
            _allShares[project] = _voters[project];
            _lowestWorth[project] = 1;
            _highestWorth[project] = 1;
            if (support.Worths is not null && support.Votes[project] > 0)
            {
                var worths = support.Worths[places];
                _allShares[project] = _shares![places].Sum();
                _lowestWorth[project] = worths.Min();
                _highestWorth[project] = worths.Max();
            }
        }

        _money = new double[longest + 16];
        _heads = new double[longest + 16];
        _mark = new int[support.Classes];
        _heaviest = _weights.DefaultIfEmpty(0).Max();
    }

    /// <summary>Counts of what the doubles did not decide, for tests.</summary>
    internal SharesDoubts Doubts { get; } = new();

    /// <summary>One run.</summary>
    /// <param name="endowments">For each group of voters what one voter starts with, in units of the problem; one entry if there are no groups.</param>
    /// <param name="choices">Answers at open ties; null takes the project that is listed first.</param>
    /// <param name="near">A run with endowments near these, whose order is a good guess for this one.</param>
    /// <param name="above">A run with endowments not below these: its bounds hold here as long as the same projects are funded.</param>
    /// <param name="margin">At least 1: bounds of all projects within this factor of the winner are brought up to date, for those who look at them later.</param>
    /// <param name="record">Whether who runs out of money in which round is recorded.</param>
    internal SharesRun Run(BigInteger[] endowments, Choices? choices, SharesRun? near = null, SharesRun? above = null, double margin = 1, bool record = false)
    {
        Begin(endowments);
        _records = record;
        var run = new SharesRun(endowments);
        var open = WithinReach();
        var contenders = new List<Contender>();
        var sameAsAbove = above is not null;
        while (open.Count > 0)
        {
            var round = _funded.Count;
            sameAsAbove = sameAsAbove && round <= above!.Rounds && (round == 0 || _funded[^1] == above.FundedIn(round - 1));
            if (sameAsAbove)
            {
                above!.RaiseBounds(round, _lowest, _problem.Projects);
            }

            var guess = near is not null && round < near.Rounds ? near.FundedIn(round) : -1;
            FindContenders(open, contenders, guess, margin);
            if (contenders.Count == 0)
            {
                break;
            }

            var tied = Best(contenders);
            var project = tied.Count == 1 ? tied[0].Project : Decide(tied, choices, run);
            var winner = contenders.Find(one => one.Project == project)!;
            Pay(winner, run);
            open.Remove(project);
        }

        run.Close(_funded, _roundOf, _purses, _ledger, _mostError, _lowest);
        return run;
    }

    /// <summary>Pays for given projects in a given order, which a run with these endowments has found: for explanations.</summary>
    internal SharesRun Follow(BigInteger[] endowments, IReadOnlyList<int> order)
    {
        Begin(endowments);
        var run = new SharesRun(endowments);
        foreach (var project in order)
        {
            _ = Evaluate(project, double.PositiveInfinity, out var contender);
            Pay(contender, run);
        }

        run.Close(_funded, _roundOf, _purses, _ledger, _mostError, _lowest);
        return run;
    }

    /// <summary>Gives back what a run holds, when it is not looked at any more.</summary>
    internal void Recycle(SharesRun run) => _spare.Push(run.Purses);

    // Most projects that lose a large city's vote could not be paid for by all their supporters together, from the start.
    private List<int> WithinReach()
    {
        var open = new List<int>(_problem.Projects.Length);
        foreach (var project in _problem.Projects)
        {
            if (_voters[project] * _mostMoney * (1 + (8 * Rounding)) >= _cost[project] * (1 - (8 * Rounding)))
            {
                open.Add(project);
            }
            else
            {
                _lowest[project] = double.PositiveInfinity;
            }
        }

        return open;
    }

    private void Begin(BigInteger[] endowments)
    {
        _purses = _spare.TryPop(out var spare) ? spare : new SharesPurses(_problem.Support.Classes);
        _purses.RanOutStarts.RemoveRange(1, _purses.RanOutStarts.Count - 1);
        _records = false;
        _funded = [];
        _roundOf = new int[_lowest.Length];
        Array.Fill(_roundOf, -1);
        Array.Fill(_active, -1);
        Array.Clear(_last);
        Array.Clear(_surplus);
        Array.Clear(_paidWhen);
        _paidFor = 0;
        _gathered = -1;
        _ledger = new SharesLedger(_problem, endowments, _funded, _roundOf, _purses);
        Endow(endowments, _purses.Money);
        _mostMoney = (double)endowments.Max();

        // Whole numbers up to 2^53 are doubles without rounding.
        var isExact = _mostMoney * _heaviest < 1L << 53;
        _mostError = (_inflation * _mostMoney) + (isExact ? 0 : 4 * _unit * _mostMoney);
        Array.Fill(_purses.Errors, _mostError);
        foreach (var project in _problem.Projects)
        {
            // Nobody pays more than in full.
            var supporters = _problem.Support.SupportersOf(project).Length;
            _lowest[project] = (_cost[project] - _costError[project]) / _allShares[project] * _perUtility[project] * (1 - ((supporters + 40) * _unit));
        }
    }

    /// <summary>What each class has at the start.</summary>
    private void Endow(BigInteger[] endowments, double[] money)
    {
        var each = Array.ConvertAll(endowments, endowment => (double)endowment);
        var groups = _problem.Support.Groups;
        var weighted = groups is null ? _problem.Support.WeightedClasses : money.Length;
        for (var i = 0; i < weighted; i++)
        {
            money[i] = _weights[i] * each[groups is null ? 0 : groups[i]];
        }

        Array.Fill(money, each[0], weighted, money.Length - weighted);
    }

    internal double PerUtility(int project) => _perUtility[project];

    internal double CostOf(int project) => _cost[project];

    internal double LowestWorth(int project) => _lowestWorth[project];

    internal double VotersOf(int project) => _voters[project];

    internal Lanes Lanes => _lanes;

    /// <summary>For each class, its voters.</summary>
    internal double[] Weights => _weights;

    /// <summary>The shares of the supporters of a project; empty where they are their weights.</summary>
    internal ReadOnlySpan<double> SharesOf(int project) =>
        _shares is null ? default : _shares.AsSpan(_problem.Support.ProjectStarts[project].._problem.Support.ProjectStarts[project + 1]);

    /// <summary>What each class of a project's supporters has before a round of a run, approximately.</summary>
    internal double[] MoneyBefore(SharesRun run, int project, int round)
    {
        var support = _problem.Support;
        var prices = new double[_lowest.Length];
        for (var paid = 0; paid < round; paid++)
        {
            prices[run.FundedIn(paid)] = run.ShareIn(paid);
        }

        var purses = run.Purses.Money;
        var supported = support.Supported.AsSpan();
        var worths = support.WorthsByClass.AsSpan();
        var supporters = support.SupportersOf(project);
        var money = new double[supporters.Length];
        for (var i = 0; i < money.Length; i++)
        {
            var supporter = supporters[i];
            if (SharesPurses.OutIn(purses[supporter]) < round)
            {
                continue;
            }

            var spent = 0.0;
            for (var entry = support.ClassStarts[supporter]; entry < support.ClassStarts[supporter + 1]; entry++)
            {
                spent += prices[supported[entry]] * (worths.IsEmpty ? 1 : worths[entry]);
            }

            money[i] = _weights[supporter] * (run.StartOf(support.Groups is { } groups ? groups[supporter] : 0) - spent);
        }

        return money;
    }
}
