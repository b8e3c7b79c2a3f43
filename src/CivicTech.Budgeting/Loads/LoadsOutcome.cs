using CivicTech.Ties;

namespace CivicTech.Budgeting.Loads;

/// <summary>One way through sequential Phragmén. Small: what it was worth to whom is worked out by <see cref="LoadsHistory"/> on demand.</summary>
/// <param name="Turns">The projects whose turn came, in this order; the n-th, from 0, had it in round first + n.</param>
/// <param name="Ties">Every tie that was met.</param>
internal sealed record LoadsOutcome(IReadOnlyList<LoadsTurn> Turns, IReadOnlyList<MetTie> Ties)
{
    /// <summary>What was bought, in this order.</summary>
    internal IEnumerable<int> Bought => Turns.Where(turn => turn.End is TurnEnd.Bought or TurnEnd.Free).Select(turn => turn.Project);
}

/// <summary>The turn of a project: its supporters together had what it costs.</summary>
internal readonly record struct LoadsTurn(int Project, TurnEnd End);

/// <summary>How a turn ended.</summary>
internal enum TurnEnd
{
    /// <summary>The supporters paid.</summary>
    Bought,

    /// <summary>It costs nothing: nobody paid.</summary>
    Free,

    /// <summary>It did not fit into what was left.</summary>
    TooDear,

    /// <summary>It would have fitted, but another one whose turn came at the same time did not, and that ended the run.</summary>
    CutOff,
}
