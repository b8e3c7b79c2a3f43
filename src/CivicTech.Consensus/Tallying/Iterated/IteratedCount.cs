using CivicTech.Consensus.Tallying.Transfers;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>A count by keep factors: iterations until somebody is elected or goes out, round by round.</summary>
/// <typeparam name="T">An amount.</typeparam>
/// <typeparam name="TKeeping">How it is computed.</typeparam>
internal sealed class IteratedCount<T, TKeeping>
    where T : struct, IComparable<T>
    where TKeeping : struct, IKeeping<T>
{
    private readonly CountInput _input;
    private readonly TKeeping _keeping;
    private readonly IteratedStv _rule;
    private readonly CancellationToken _cancellation;
    private readonly KeepCounter<T, TKeeping> _counter;
    private readonly Standings _standings;
    private readonly T[] _factors;
    private readonly IterationHistory<T> _history;
    private readonly List<IteratedRound<T>> _rounds = [];
    private T _quota;
    private T _surplus;

    internal IteratedCount(CountInput input, TKeeping keeping, IteratedStv rule, EqualRanks equality, CancellationToken cancellation)
    {
        _input = input;
        _keeping = keeping;
        _rule = rule;
        _cancellation = cancellation;
        Ballots = new KeptBallots(input.Table, input.CanReceive, equality);
        _counter = new KeepCounter<T, TKeeping>(Ballots, keeping);
        _standings = new Standings(input);
        _history = new IterationHistory<T>(Ballots.Candidates);
        _factors = [.. input.CanReceive.Select(canReceive => canReceive ? keeping.One : default)];
        do
        {
            CountRound();
        }
        while (_standings.SeatsLeft > 0 && _standings.Hopefuls > 0);
    }

    internal KeptBallots Ballots { get; }

    internal IReadOnlyList<IteratedRound<T>> Rounds => _rounds;

    internal (IReadOnlyList<(int Candidate, int Round)> Elected, IReadOnlyList<IReadOnlyList<int>> Order) Standing() =>
        _standings.Order((round, candidate) => _rounds[round == 0 ? ^1 : round - 1].Tally[candidate]);

    private IteratedRound<T> Round => _rounds[^1];

    private void CountRound()
    {
        CountVotes();
        if (_standings.HasWriteIns && _counter.Tally[_input.WriteIns].CompareTo(default) > 0)
        {
            BeginRound("");
            return;
        }

        if (_standings.Hopefuls <= _standings.SeatsLeft)
        {
            BeginRound("");
            Elect(_standings.AllHopefuls(), "is among the last, as many as there are seats");
            return;
        }

        T? previous = null;
        for (var iterations = 1; ; iterations++)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (TryEnd(previous, iterations))
            {
                return;
            }

            previous = _surplus;
            Adjust();
            CountVotes();
        }
    }

    private void CountVotes()
    {
        _counter.Count(_factors);
        _history.Add(_counter.Tally);
        var votes = default(T);
        foreach (var tally in _counter.Tally)
        {
            votes = _keeping.Add(votes, tally);
        }

        _quota = _keeping.Quota(votes, _input.Contest.Seats);
    }

    /// <summary>Whether somebody is elected or goes out by the votes as they are.</summary>
    private bool TryEnd(T? previous, int iterations)
    {
        var reached = _standings.AllHopefuls().Where(candidate => _keeping.Reaches(_counter.Tally[candidate], _quota)).ToList();
        if (reached.Count > 0)
        {
            BeginRound(iterations == 1 ? "" : FormattableString.Invariant($"After {iterations} iterations."));
            Elect(AtMost(_standings.SeatsLeft, reached), "reaches the quota");
            return true;
        }

        _surplus = SurplusOfElected();
        var surplus = _keeping.ToRational(_surplus);
        var isDistributed = _rule.IncludesOmega ? surplus <= _rule.Omega : surplus < _rule.Omega;
        var isStable = !isDistributed && (_rule.IterationEnd == IterationEnd.SurplusStays
            ? previous is { } before && _surplus.CompareTo(before) >= 0
            : !_standings.Elected.Any(candidate => Adjusted(candidate).CompareTo(_factors[candidate]) != 0));
        var losers = isDistributed || isStable ? [] : SureLosers();
        if (losers.Count == 0 && !isDistributed && !isStable)
        {
            return false;
        }

        BeginRound(FormattableString.Invariant(
            $"After {iterations} {(iterations == 1 ? "iteration" : "iterations")}, with a surplus of {surplus}{(isStable ? " that does not become smaller" : "")}."));
        if (losers.Count == 0)
        {
            EliminateLowest();
        }
        else
        {
            losers.ForEach(loser => Eliminate(loser, "cannot reach the next candidate even with the surplus and the votes of all behind"));
        }

        if (_rule.AdjustsOnElimination)
        {
            Adjust();
        }

        return true;
    }

    private T SurplusOfElected()
    {
        var surplus = default(T);
        foreach (var candidate in _standings.Elected)
        {
            var own = _keeping.Subtract(_counter.Tally[candidate], _quota);
            if (_rule.CountsShortfalls || own.CompareTo(default) > 0)
            {
                surplus = _keeping.Add(surplus, own);
            }
        }

        return surplus.CompareTo(default) > 0 ? surplus : default;
    }

    private void Adjust()
    {
        foreach (var candidate in _standings.Elected)
        {
            _factors[candidate] = Adjusted(candidate);
        }
    }

    private T Adjusted(int candidate)
    {
        // Who keeps nothing any more keeps the factor.
        var votes = _counter.Tally[candidate];
        var isLowered = votes.CompareTo(_quota) > 0;
        if (!isLowered && (_rule.IterationEnd == IterationEnd.FactorsStay || votes.CompareTo(default) <= 0))
        {
            return _factors[candidate];
        }

        // Rounded up twice, a factor of few units can come out above the one before, and iterating would never end.
        var factor = _keeping.Factor(_factors[candidate], _quota, votes);
        return _rule.IterationEnd == IterationEnd.FactorsStay && factor.CompareTo(_factors[candidate]) > 0 ? _factors[candidate] : factor;
    }

    private List<int> SureLosers()
    {
        var ascending = _standings.AllHopefuls().OrderBy(candidate => _counter.Tally[candidate]).ToList();
        var most = _rule.SureLosers switch
        {
            Iterated.SureLosers.Wait => 0,
            Iterated.SureLosers.Last => 1,
            _ => ascending.Count - _standings.SeatsLeft,
        };
        var running = _surplus;
        var losers = 0;
        for (var i = 1; i <= most; i++)
        {
            running = _keeping.Add(running, _counter.Tally[ascending[i - 1]]);
            if (running.CompareTo(_counter.Tally[ascending[i]]) < 0)
            {
                losers = i;
            }
        }

        return ascending[..losers];
    }

    private void EliminateLowest()
    {
        var hopefuls = _standings.AllHopefuls();
        var lowest = hopefuls.Min(candidate => _counter.Tally[candidate]);
        var limit = _rule.TiesWithinSurplus ? _keeping.Add(lowest, _surplus) : lowest;
        int[] tied = [.. hopefuls.Where(candidate => _counter.Tally[candidate].CompareTo(limit) <= 0)];
        if (tied.Length == 1)
        {
            Eliminate(tied[0], "has the fewest votes");
            return;
        }

        // Without a surplus and without ballots of theirs nothing changes, whoever of them goes first.
        var isIdle = _surplus.CompareTo(default) == 0 && hopefuls.Count - tied.Length >= _standings.SeatsLeft
            && !Array.Exists(tied, _counter.Tree.IsReached);
        var loser = isIdle
            ? _input.Ties.LastOfIdle(Round.Number, tied, _history)
            : _input.Ties.Last(Round.Number, tied, _history, "They are tied for the fewest votes: one of them goes out.");
        Eliminate(loser, "lost the tie for the fewest votes");
    }

    // Rounding never lets more candidates have a quota than there are seats, unless an elected one fell behind it.
    private List<int> AtMost(int seats, List<int> reached)
    {
        var elected = new List<int>();
        while (elected.Count < seats && reached.Count > 0)
        {
            var most = reached.Max(candidate => _counter.Tally[candidate]);
            List<int> best = [.. reached.Where(candidate => _counter.Tally[candidate].CompareTo(most) == 0)];
            var next = elected.Count + best.Count <= seats
                ? best[0]
                : _input.Ties.First(Round.Number, best, _history, "They are tied for the last seats.");
            elected.Add(next);
            _ = reached.Remove(next);
        }

        return elected;
    }

    private void Elect(IReadOnlyList<int> candidates, string why)
    {
        foreach (var candidate in candidates)
        {
            Round.Actions.Add((candidate, TallyActionKind.Elected, why));
            _standings.Elect(candidate, Round.Number);
            _counter.Tree.Elect(candidate);
        }
    }

    private void Eliminate(int candidate, string why)
    {
        Round.Actions.Add((candidate, TallyActionKind.Eliminated, why));
        _standings.Eliminate(candidate, Round.Number);
        _counter.Tree.Eliminate(candidate);
        _factors[candidate] = default;
    }

    // By the votes as they are. Undeclared write-ins go out in the first round, by themselves unless they have no vote.
    private void BeginRound(string note)
    {
        _rounds.Add(new IteratedRound<T>
        {
            Number = _rounds.Count + 1,
            Tally = [.. _counter.Tally],
            Factors = [.. _factors],
            Quota = _quota,
            Inactive = [.. _counter.Inactive],
            Residual = _counter.Residual,
            Shown = _standings.Shown,
            Note = note,
        });
        if (_standings.HasWriteIns)
        {
            Eliminate(_input.WriteIns, "stands for names that were not declared");
        }
    }
}
