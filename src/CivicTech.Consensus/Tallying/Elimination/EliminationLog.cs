using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>The rounds of a count that takes candidates out, as it goes.</summary>
internal sealed class EliminationLog
{
    private readonly CandidateList _candidates;
    private readonly bool _countsVotes;
    private readonly bool[] _continues;
    private readonly List<IReadOnlyList<int>> _out = [];
    private readonly List<TallyRound> _rounds = [];
    private readonly List<TallyAction> _actions = [];
    private Rational[] _amounts = [];
    private ImmutableArray<InactiveVotes> _inactive = [];
    private string _note = "";
    private int? _winner;

    /// <param name="candidates">All who stand.</param>
    /// <param name="countsVotes">Whether amounts are votes, of which none may get lost.</param>
    internal EliminationLog(CandidateList candidates, bool countsVotes)
    {
        _candidates = candidates;
        _countsVotes = countsVotes;
        _continues = new bool[candidates.Count];
        Array.Fill(_continues, true);
    }

    /// <summary>Who still counts, ascending.</summary>
    internal List<int> Continuing => [.. Enumerable.Range(0, _continues.Length).Where(candidate => _continues[candidate])];

    internal ReadOnlySpan<bool> Continues => _continues;

    /// <summary>The round that is under way, from 1.</summary>
    internal int Round => _rounds.Count + 1;

    internal void Begin(Rational[] amounts, ImmutableArray<InactiveVotes> inactive, string note)
    {
        _amounts = amounts;
        _inactive = inactive;
        _note = note;
    }

    internal void Say(string note) => _note = note;

    /// <summary>Takes candidates out; those of one call are tied.</summary>
    internal void Eliminate(IReadOnlyList<int> gone, string why, Func<int, ImmutableArray<VoteTransfer>>? transfers)
    {
        _out.Add(gone);
        foreach (var candidate in gone)
        {
            _continues[candidate] = false;
            _actions.Add(new TallyAction
            {
                Candidate = _candidates[candidate],
                Kind = TallyActionKind.Eliminated,
                Why = why,
                Transfers = transfers?.Invoke(candidate) ?? [],
            });
        }
    }

    internal void Elect(int winner, string why)
    {
        _winner = winner;
        _actions.Add(new TallyAction { Candidate = _candidates[winner], Kind = TallyActionKind.Elected, Why = why });
    }

    /// <summary>Ends the round. Those who counted at its beginning are those who still do and those whom it took out.</summary>
    internal void End()
    {
        _rounds.Add(new TallyRound
        {
            Number = Round,
            Tallies = [.. Enumerable.Range(0, _candidates.Count)
                .Where(candidate => _continues[candidate] || _actions.Exists(action => action.Candidate == _candidates[candidate]))
                .Select(candidate => new CandidateTally(_candidates[candidate], _amounts[candidate], true, null))],
            Inactive = _inactive,
            Actions = [.. _actions],
            Note = _note,
            CountsVotes = _countsVotes,
        });
        _actions.Clear();
    }

    /// <summary>
    /// The winner; behind it who still counts, by the amounts of the last round; behind them who went out, the last one first.
    /// </summary>
    internal CandidateOrder Conclude(CandidateFigures figures, PairwiseMatrix? pairwise)
    {
        var groups = new List<IReadOnlyList<int>>();
        if (_winner is { } winner)
        {
            groups.Add([winner]);
        }

        groups.AddRange(Continuing.Where(candidate => candidate != _winner)
            .GroupBy(candidate => _amounts[candidate])
            .OrderByDescending(same => same.Key)
            .Select(same => (IReadOnlyList<int>)[.. same]));
        groups.AddRange(Enumerable.Reverse(_out));
        return new CandidateOrder { Groups = groups, Rounds = _rounds, Figures = [figures], Pairwise = pairwise };
    }
}
