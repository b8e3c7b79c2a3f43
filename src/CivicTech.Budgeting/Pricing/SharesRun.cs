using System.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Pricing;

/// <summary>What one run of Equal Shares did.</summary>
internal sealed class SharesRun(BigInteger[] endowments)
{
    private readonly List<double[]> _bounds = [];
    private readonly List<(double Lowest, double Highest)> _prices = [];

    /// <summary>What a voter of each group started with.</summary>
    internal BigInteger[] Endowments { get; } = endowments;

    /// <summary>The funded projects in the order of funding.</summary>
    internal List<int> Funded { get; private set; } = [];

    internal int Rounds => Funded.Count;

    /// <summary>Ties that were met.</summary>
    internal List<MetTie> Ties { get; } = [];

    /// <summary>What is left, by class.</summary>
    internal SharesPurses Purses { get; private set; } = null!;

    /// <summary>The exact side.</summary>
    internal SharesLedger Ledger { get; private set; } = null!;

    internal int FundedIn(int round) => Funded[round];

    /// <summary>The bounds of the lowest price per utility in a round.</summary>
    internal (double Lowest, double Highest) PriceIn(int round) => _prices[round];

    /// <summary>What each project's price per utility in a round is certainly not below; infinite if it is unaffordable.</summary>
    internal double[] BoundsIn(int round) => _bounds[round];

    internal void Note(Contender winner, double[] bounds)
    {
        _prices.Add((winner.Lowest, winner.Highest));
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

    internal void Close(List<int> funded, SharesPurses purses, SharesLedger ledger)
    {
        Funded = funded;
        Purses = purses;
        Ledger = ledger;
    }
}
