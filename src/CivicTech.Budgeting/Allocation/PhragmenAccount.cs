using System.Collections.Immutable;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Loads;
using CivicTech.Numerics;

namespace CivicTech.Budgeting.Allocation;

/// <summary>Tells what became of every project on one way through <see cref="Phragmen"/>.</summary>
internal sealed class PhragmenAccount
{
    private readonly Election _election;
    private readonly LoadsProblem _problem;
    private readonly LoadsOutcome _outcome;
    private readonly Lazy<LoadsHistory> _history;
    private readonly Lazy<Rational> _stopped;

    internal PhragmenAccount(Election election, LoadsProblem problem, LoadsOutcome outcome)
    {
        _election = election;
        _problem = problem;
        _outcome = outcome;
        _history = new(() => new LoadsHistory(problem, outcome));

        // Every project that somebody supports has its turn unless the rule stops, and then it does so at the turn of the last.
        _stopped = new(() => _history.Value.TimeFor(outcome.Turns[^1].Project));
    }

    internal SelectionAccount Tell(bool withTrace)
    {
        var fates = new Fate?[_election.Projects.Length];
        var trace = ImmutableArray.CreateBuilder<AllocationRound>();
        var left = _problem.Left;
        var purchases = 0;
        string? stoppedAt = null;
        for (var i = 0; i < _outcome.Turns.Count; i++)
        {
            var (index, end) = _outcome.Turns[i];
            var (project, round, before) = (_election.Projects[index], _problem.FirstRound + i, left);
            if (end == TurnEnd.TooDear && project.Cost <= _problem.StopsUpTo)
            {
                stoppedAt ??= project.Id;
            }

            Fate fate = end switch
            {
                TurnEnd.TooDear => new Fate.DidNotFit(round, project.Cost - left),
                TurnEnd.CutOff => new Fate.NotReached(stoppedAt!),
                _ => new Fate.Funded(round),
            };
            left -= fate.IsFunded ? project.Cost : 0;
            fates[index] = fate;
            var purchase = end == TurnEnd.Bought ? Describe(purchases++) : null;
            if (withTrace)
            {
                trace.Add(new AllocationRound(round, project, before, left, fate, purchase));
            }
        }

        for (var project = 0; project < fates.Length; project++)
        {
            fates[project] ??= WithoutTurn(project);
        }

        return new SelectionAccount(fates!, Support: null, trace.ToImmutable());
    }

    private Fate WithoutTurn(int project) => _election.Projects[project].IsWithdrawn ? new Fate.Withdrawn()
        : _problem.Support.Votes[project] == 0 ? new Fate.NotSupported()
        : new Fate.TooLittleSupport(_history.Value.MissingAt(_stopped.Value, project));

    private Purchase Describe(int purchase) => new(
        () => _history.Value.TimeOf(purchase),
        () => (Amounts(_history.Value.PaymentsOf(purchase)), Amounts(_history.Value.LeftoversAfter(purchase))));

    private static ImmutableArray<VoterAmount> Amounts(IEnumerable<(Rational Amount, long Voters)> amounts) =>
        [.. amounts.Select(one => new VoterAmount(one.Amount, one.Voters))];
}
