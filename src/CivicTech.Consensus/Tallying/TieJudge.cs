using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying;

/// <summary>Decides the ties of one run: by the chain, then by what officials decided, then as the way through open ties says.</summary>
internal sealed class TieJudge
{
    private readonly TieChain _chain;
    private readonly CandidateList _candidates;
    private readonly TallyRequest _request;
    private readonly Choices _choices;
    private readonly List<TieRecord> _records = [];

    internal TieJudge(TieChain chain, CandidateList candidates, TallyRequest request, Choices choices)
    {
        _chain = chain;
        _candidates = candidates;
        _request = request;
        _choices = choices;
    }

    internal IReadOnlyList<TieRecord> Records => _records;

    /// <summary>The first tie that neither the chain nor the officials decided; null when there was none.</summary>
    internal UndecidedTie? FirstOpen { get; private set; }

    /// <summary>Who of the tied wins.</summary>
    /// <param name="round">The round, from 1.</param>
    /// <param name="tied">At least two indexes, ascending.</param>
    /// <param name="figures">What the chain may compare; asked only for a tie.</param>
    /// <param name="about">What hangs on it, as a sentence.</param>
    internal int First(int round, IReadOnlyList<int> tied, Func<IReadOnlyDictionary<string, IReadOnlyList<Rational>>> figures, string about)
    {
        var (groups, keys) = Order(round, tied, figures);
        return Take(round, tied, groups, keys, isFirst: true, about);
    }

    /// <summary>Who of the tied loses.</summary>
    /// <inheritdoc cref="First" path="/param"/>
    internal int Last(int round, IReadOnlyList<int> tied, Func<IReadOnlyDictionary<string, IReadOnlyList<Rational>>> figures, string about)
    {
        var (groups, keys) = Order(round, tied, figures);
        return Take(round, tied, groups, keys, isFirst: false, about);
    }

    /// <summary>Who of the tied loses, where all of them lose before anything else changes: what the keys leave open falls to the one listed last.</summary>
    internal int LastOfIdle(int round, IReadOnlyList<int> tied, Func<IReadOnlyDictionary<string, IReadOnlyList<Rational>>> figures)
    {
        var (groups, keys) = Order(round, tied, figures);
        _records.Add(new TieRecord(round, Names(tied), Names(groups.SelectMany(part => part)), keys, Matters: false));
        return groups[^1][^1];
    }

    /// <summary>Notes a tie that a rule broke by its own means.</summary>
    internal void Note(int round, IReadOnlyList<int> tied, IReadOnlyList<int> order) =>
        _records.Add(new TieRecord(round, Names(tied), Names(order), [TieKey.PublishedOrder(Names(order))], Matters: true));

    /// <summary>Who of the tied wins, where several may win together: those whom the order puts in front, and which way it is settled among them.</summary>
    /// <param name="round">The round, from 1.</param>
    /// <param name="tied">At least two indexes, ascending.</param>
    /// <param name="figures">What the chain may compare.</param>
    /// <param name="waysAmong">How many ways there are to settle it among those that the order leaves tied in front: at least 1.</param>
    /// <param name="about">What hangs on it, as a sentence.</param>
    internal (ImmutableArray<int> Front, int Way) Settle(
        int round, IReadOnlyList<int> tied, Func<IReadOnlyDictionary<string, IReadOnlyList<Rational>>> figures, Func<ImmutableArray<int>, int> waysAmong, string about)
    {
        var (groups, keys) = Order(round, tied, figures);
        var front = groups[0];
        var ways = front.Length > 1 ? waysAmong(front) : 1;
        var way = 0;
        if (ways > 1)
        {
            FirstOpen ??= new UndecidedTie(round, Names(front), about);
            way = _choices.Take(round, ways);
        }

        _records.Add(new TieRecord(round, Names(tied), Names([.. groups.SelectMany(part => part)]), ways > 1 ? [] : keys, Matters: front.Length == 1 || ways > 1));
        return (front, way);
    }

    private (List<ImmutableArray<int>> Groups, ImmutableArray<TieKey> Keys) Order(
        int round, IReadOnlyList<int> tied, Func<IReadOnlyDictionary<string, IReadOnlyList<Rational>>> figures)
    {
        var order = new TieBreaker(_chain, _candidates, figures()).Order(tied);
        List<ImmutableArray<int>> groups = [.. order.Groups];
        var keys = order.BrokenBy;
        foreach (var decision in _request.Decisions)
        {
            var at = groups.FindIndex(group => group.Length > 1 && decision.Round == round && Names(group).All(decision.Order.Contains));
            if (at >= 0)
            {
                var group = groups[at];
                groups.RemoveAt(at);
                groups.InsertRange(at, decision.Order.Select(_candidates.IndexOf).Where(group.Contains).Select(index => ImmutableArray.Create(index)));
                keys = keys.Add(TieKey.PublishedOrder(decision.Order));
            }
        }

        return (groups, keys);
    }

    private int Take(int round, IReadOnlyList<int> tied, List<ImmutableArray<int>> groups, ImmutableArray<TieKey> keys, bool isFirst, string about)
    {
        var group = isFirst ? groups[0] : groups[^1];
        var chosen = 0;
        if (group.Length > 1)
        {
            FirstOpen ??= new UndecidedTie(round, Names(group), about);
            chosen = _choices.Take(round, group.Length);
        }

        // What is left open falls to whom the way through open ties chose, on the first way to who is listed first; the record shows the order
        // that the keys made.
        _records.Add(new TieRecord(round, Names(tied), Names([.. groups.SelectMany(part => part)]), group.Length > 1 ? [] : keys, Matters: true));
        return isFirst ? group[chosen] : group[^(chosen + 1)];
    }

    private ImmutableArray<string> Names(IEnumerable<int> indexes) => [.. indexes.Select(index => _candidates[index])];
}
