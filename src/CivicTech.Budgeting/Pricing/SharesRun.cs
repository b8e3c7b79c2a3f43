using System.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Pricing;

/// <summary>What one run of Equal Shares did.</summary>
internal sealed class SharesRun(BigInteger[] endowments)
{
    private readonly List<double[]> _bounds = [];
    private readonly double[] _starts = Array.ConvertAll(endowments, endowment => (double)endowment);
    private readonly List<(double Lowest, double Highest)> _prices = [];
    private readonly List<double> _shares = [];
    private readonly List<double> _rich = [];
    private readonly List<(int Round, int Project)> _plainTies = [];
    private int[] _roundOf = [];

    /// <summary>The funded projects in the order of funding.</summary>
    internal List<int> Order { get; private set; } = [];

    internal int Rounds => Order.Count;

    /// <summary>Ties that were met.</summary>
    internal List<MetTie> Ties { get; } = [];

    /// <summary>What is left, by class.</summary>
    internal SharesPurses Purses { get; private set; } = null!;

    /// <summary>The exact side.</summary>
    internal SharesLedger Ledger { get; private set; } = null!;

    /// <summary>No voter's money is further from the true amount at the end of the run, nor was it before.</summary>
    internal double MostError { get; private set; }

    internal int FundedIn(int round) => Order[round];

    /// <summary>What a voter of a group started with, approximately.</summary>
    internal double StartOf(int group) => _starts[group];

    /// <summary>Raises the bound of a project from a round on: prices never fall during a run.</summary>
    internal void RaiseBounds(int round, int project, double bound)
    {
        for (; round < _bounds.Count && _bounds[round][project] < bound; round++)
        {
            _bounds[round][project] = bound;
        }
    }

    /// <summary>The round in which a project was funded, counted from 0; -1 if it was not.</summary>
    internal int RoundOf(int project) => _roundOf[project];

    /// <summary>What a share of the project of a round costs, approximately.</summary>
    internal double ShareIn(int round) => _shares[round];

    /// <summary>How many shares were paid in full in a round.</summary>
    internal double RichIn(int round) => _rich[round];

    /// <summary>Whether it is recorded who ran out of money in which round.</summary>
    internal bool IsRecorded => Purses.RanOutStarts.Count == Rounds + 1;

    /// <summary>Whether every group of voters has an endowment.</summary>
    internal bool AllStartWithMoney => Array.TrueForAll(_starts, start => start > 0);

    /// <summary>The most that a voter started with.</summary>
    internal double MostMoney => _starts.Max();

    /// <summary>Whether a project was tied in a round with the winner, and all supporters of both could pay in full.</summary>
    internal bool IsPlainTie(int round, int project) => _plainTies.Contains((round, project));

    /// <summary>The bounds of the lowest price per utility in a round.</summary>
    internal (double Lowest, double Highest) PriceIn(int round) => _prices[round];

    /// <summary>
    /// What each project's price per utility in a round is certainly not below; infinite if it is unaffordable. There is one round more than
    /// were paid: the one that found nothing affordable.
    /// </summary>
    internal double[] BoundsIn(int round) => _bounds[round];

    internal void Note(Contender winner, double[] bounds)
    {
        _prices.Add((winner.Lowest, winner.Highest));
        _shares.Add(winner.Price);
        _rich.Add(winner.Rich);
        _bounds.Add([.. bounds]);
    }

    internal void RaiseBounds(int round, double[] bounds, int[] projects)
    {
        var mine = _bounds[round];
        foreach (var project in projects)
        {
            bounds[project] = Math.Max(bounds[project], mine[project]);
        }
    }

    internal void NotePlainTie(int round, IEnumerable<int> projects) => _plainTies.AddRange(projects.Select(project => (round, project)));

    internal void Close(List<int> funded, int[] roundOf, SharesPurses purses, SharesLedger ledger, double mostError, double[] bounds)
    {
        _bounds.Add([.. bounds]);
        _roundOf = roundOf;
        MostError = mostError;
        Order = funded;
        Purses = purses;
        Ledger = ledger;
    }
}
