using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Loads;

/// <summary>What sequential Phragmén is to decide: voters earn money at the same rate and buy projects together.</summary>
internal sealed class LoadsProblem
{
    /// <summary>Who supports what.</summary>
    internal required SupportTable Support { get; init; }

    /// <summary>For each project, what it costs.</summary>
    internal required Rational[] Costs { get; init; }

    /// <summary>The money that may be spent.</summary>
    internal required Rational Left { get; init; }

    /// <summary>The projects that can be bought, ascending; those that nobody supports are passed over.</summary>
    internal required int[] Eligible { get; init; }

    /// <summary>
    /// The run ends when the turn of a project comes that does not fit into what is left, if it costs at most this; a dearer one is left out.
    /// Null: all that do not fit are left out, and the run goes on.
    /// </summary>
    internal Rational? StopsUpTo { get; init; }

    /// <summary>The loads that voters begin with; null when all are zero.</summary>
    internal OpeningLoads? Opening { get; init; }

    /// <summary>Who wins a tie.</summary>
    internal required TieRanks Ranks { get; init; }

    /// <summary>The number of the first round: one more than the projects that were bought before.</summary>
    internal int FirstRound { get; init; } = 1;

    /// <summary>Whether fractions of unlimited size are used throughout.</summary>
    internal bool Plain { get; init; }
}
