using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Loads;

/// <summary>
/// Sequential Phragmén for projects of any cost: as soon as the supporters of a project together have what it costs, it is theirs, and they
/// pay everything they have.
/// </summary>
internal sealed class SequentialPhragmen
{
    private readonly LoadsProblem _problem;
    private readonly Choices? _choices;
    private readonly ILoadKeeper _keeper;
    private readonly List<int> _open;
    private readonly List<LoadsTurn> _turns = [];
    private readonly List<MetTie> _ties = [];
    private Rational _left;
    private int _bought;

    private SequentialPhragmen(LoadsProblem problem, Choices? choices)
    {
        _problem = problem;
        _choices = choices;
        _keeper = problem.Plain ? new PlainLoads(problem) : new CertifiedLoads(problem);
        _open = [.. problem.Eligible.Where(project => problem.Support.Votes[project] > 0)];
        _left = problem.Left;
    }

    /// <summary>One way through the rule.</summary>
    /// <param name="problem">What is to be decided.</param>
    /// <param name="choices">Answers where a tie is open; null when the ranks leave none open.</param>
    /// <param name="cancellation">Looked at in each round.</param>
    internal static LoadsOutcome Run(LoadsProblem problem, Choices? choices, CancellationToken cancellation)
    {
        var run = new SequentialPhragmen(problem, choices);
        run.TakeFree();
        while (run._open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!run.TakeTurn())
            {
                break;
            }
        }

        return new LoadsOutcome(run._turns, run._ties);
    }

    private void TakeFree()
    {
        foreach (var project in _open.Where(project => _problem.Costs[project].IsZero))
        {
            End(project, TurnEnd.Free);
        }

        _open.RemoveAll(project => _problem.Costs[project].IsZero);
    }

    // False when the run ends.
    private bool TakeTurn()
    {
        var tied = _keeper.Earliest(_open);
        var competes = Competition(tied);
        if (tied.Any(project => !Fits(project) && _problem.Costs[project] <= _problem.StopsUpTo))
        {
            Note(tied, () => false);
            foreach (var project in tied.OrderBy(Fits))
            {
                End(project, Fits(project) ? TurnEnd.CutOff : TurnEnd.TooDear);
            }

            return false;
        }

        var next = tied[0];
        if (tied.Length > 1)
        {
            Note(tied, () => tied.Any(one => tied.Any(other => one < other && competes(one, other))));
            next = _problem.Ranks.Pick(_problem.FirstRound + _bought, tied, competes, _choices);
        }

        _open.Remove(next);
        if (Fits(next))
        {
            _keeper.Buy(next);
            End(next, TurnEnd.Bought);
        }
        else
        {
            End(next, TurnEnd.TooDear);
        }

        return true;
    }

    // Tied projects change nothing for each other unless somebody supports both, or the money does not suffice for all of them.
    private Func<int, int, bool> Competition(int[] tied)
    {
        var together = tied.Where(Fits).Aggregate(Rational.Zero, (sum, project) => sum + _problem.Costs[project]);
        return (one, other) => Fits(one) && Fits(other) && (together > _left || ShareSupporters(one, other));
    }

    // Those of a tie that are left when one of them had its turn are tied still; this is told once.
    private void Note(int[] tied, Func<bool> matters)
    {
        var isTold = _ties.Count > 0
            && tied.All(_ties[^1].Tied.Contains)
            && _turns[(_ties[^1].Round - _problem.FirstRound)..].TrueForAll(turn =>
                _ties[^1].Tied.Contains(turn.Project) && (turn.End == TurnEnd.TooDear || !ShareSupporters(turn.Project, tied[0])));
        if (tied.Length > 1 && !isTold)
        {
            _ties.Add(new MetTie(_problem.FirstRound + _turns.Count, tied, matters()));
        }
    }

    private void End(int project, TurnEnd end)
    {
        _turns.Add(new LoadsTurn(project, end));
        if (end is TurnEnd.Bought or TurnEnd.Free)
        {
            _bought++;
            _left -= _problem.Costs[project];
        }
    }

    private bool Fits(int project) => _problem.Costs[project] <= _left;

    private bool ShareSupporters(int one, int other)
    {
        var first = _problem.Support.SupportersOf(one);
        var second = _problem.Support.SupportersOf(other);
        for (int i = 0, j = 0; i < first.Length && j < second.Length;)
        {
            if (first[i] == second[j])
            {
                return true;
            }

            if (first[i] < second[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return false;
    }
}
