using System.Collections.Immutable;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Budgeting.Allocation;

/// <summary>What one way through <see cref="MaximinSupport"/> notes.</summary>
internal sealed class MaximinAccount(Election election, bool trace)
{
    private readonly List<(int Project, Rational Load)> _funded = [];
    private readonly List<MetTie> _ties = [];
    private readonly Dictionary<int, Fate.DidNotFit> _misfits = [];
    private (int Project, Rational Load)? _stop;

    internal Rational Left { get; private set; } = election.BudgetLimit;

    /// <summary>The round that comes now.</summary>
    internal int Round => _funded.Count + 1;

    internal void Fund(int project, Rational load)
    {
        _funded.Add((project, load));
        Left -= election.Projects[project].Cost;
    }

    /// <summary>Takes those that cost more than what is left off a list.</summary>
    internal void DropMisfits(List<int> open)
    {
        foreach (var project in open.Where(project => election.Projects[project].Cost > Left))
        {
            _misfits.Add(project, new Fate.DidNotFit(Round, election.Projects[project].Cost - Left));
        }

        open.RemoveAll(_misfits.ContainsKey);
    }

    internal void Stop(int project, Rational load)
    {
        _stop = (project, load);
        _misfits.Add(project, new Fate.DidNotFit(Round, election.Projects[project].Cost - Left));
    }

    internal void Meet(int[] tied, bool matters) => _ties.Add(new MetTie(Round, tied, matters));

    internal Selection Close() => new([.. _funded.Select(funded => funded.Project)], _ties, Explain);

    private SelectionAccount Explain()
    {
        var fates = new Fate?[election.Projects.Length];
        var rounds = ImmutableArray.CreateBuilder<AllocationRound>();
        var left = election.BudgetLimit;
        foreach (var (number, (project, load)) in _funded.Index())
        {
            fates[project] = new Fate.Funded(number + 1);
            var before = left;
            left -= election.Projects[project].Cost;
            rounds.Add(new AllocationRound(number + 1, election.Projects[project], before, left, fates[project]!, highestLoad: load));
        }

        if (_stop is { } stop)
        {
            rounds.Add(new AllocationRound(Round, election.Projects[stop.Project], left, left, _misfits[stop.Project], highestLoad: stop.Load));
        }

        var votes = election.CountVotes();
        for (var project = 0; project < fates.Length; project++)
        {
            fates[project] ??= election.Projects[project].IsWithdrawn ? new Fate.Withdrawn()
                : votes[project] == 0 ? new Fate.NotSupported()
                : _misfits.GetValueOrDefault(project) as Fate ?? new Fate.NotReached(election.Projects[_stop!.Value.Project].Id);
        }

        return new SelectionAccount(fates!, Support: null, trace ? rounds.ToImmutable() : []);
    }
}
