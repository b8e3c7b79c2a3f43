using System.Collections.Immutable;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying;

/// <summary>A round of a count: what everybody has at its beginning, and what is decided.</summary>
public sealed class TallyRound
{
    internal TallyRound()
    {
    }

    /// <summary>From 1; rules that elect one after the other in separate counts begin again with 1 in each of them.</summary>
    public required int Number { get; init; }

    /// <summary>In rules that elect one after the other in separate counts: which of them, from 1. Otherwise 1.</summary>
    public int Pass { get; init; } = 1;

    /// <summary>What the candidates have, in listed order: those who still count, and those already elected.</summary>
    public required ImmutableArray<CandidateTally> Tallies { get; init; }

    /// <summary>The votes that elect in this round (quota or threshold); null when the rule has none.</summary>
    public Rational? Threshold { get; init; }

    /// <summary>Votes that count for nobody, by reason; reasons without votes are left out.</summary>
    public ImmutableArray<InactiveVotes> Inactive { get; init; } = [];

    /// <summary>Votes lost so far to the rounding that the rule prescribes: zero or more.</summary>
    public Rational Residual { get; init; }

    /// <summary>What the round decides, in the order in which it is done.</summary>
    public ImmutableArray<TallyAction> Actions { get; init; } = [];

    /// <summary>What else is to be said about the round, as a sentence; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>Whether tallies are votes, of which none may get lost; false when they are points or grades.</summary>
    internal bool CountsVotes { get; init; } = true;

    /// <summary>What counts for candidates, what counts for nobody, and what was lost to rounding: together every vote that was cast.</summary>
    public Rational Total
    {
        get
        {
            var total = Residual;
            foreach (var tally in Tallies)
            {
                total += tally.Votes;
            }

            foreach (var inactive in Inactive)
            {
                total += inactive.Votes;
            }

            return total;
        }
    }
}
