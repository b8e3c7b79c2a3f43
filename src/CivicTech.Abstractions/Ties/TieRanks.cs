namespace CivicTech.Ties;

/// <summary>The place of every candidate in the order of a tie chain, worked out once: the lower wins, the same is a tie left open.</summary>
internal sealed class TieRanks
{
    private readonly int[] _ranks;

    internal TieRanks(TieBreaker breaker, int candidates)
    {
        _ranks = new int[candidates];
        var groups = breaker.Order(Enumerable.Range(0, candidates)).Groups;
        for (var rank = 0; rank < groups.Length; rank++)
        {
            foreach (var candidate in groups[rank])
            {
                _ranks[candidate] = rank;
            }
        }

        IsTotal = groups.Length == candidates;
    }

    /// <summary>Whether no tie is ever left open.</summary>
    internal bool IsTotal { get; }

    /// <summary>
    /// Whose turn it is among tied candidates: the one with the lowest rank. Where several share it, those that compete with the first of
    /// them are alternatives, and the others keep their turn whatever is chosen now.
    /// </summary>
    /// <param name="round">The round, from 1.</param>
    /// <param name="tied">Ascending indexes: at least one.</param>
    /// <param name="compete">Whether choosing one of two candidates changes what the other has.</param>
    /// <param name="choices">Answers where the choice is open; null takes the first.</param>
    internal int Pick(int round, ReadOnlySpan<int> tied, Func<int, int, bool> compete, Choices? choices)
    {
        var lowest = int.MaxValue;
        foreach (var candidate in tied)
        {
            lowest = Math.Min(lowest, _ranks[candidate]);
        }

        var open = new List<int>();
        foreach (var candidate in tied)
        {
            if (_ranks[candidate] == lowest)
            {
                open.Add(candidate);
            }
        }

        if (open.Count == 1 || choices is null)
        {
            return open[0];
        }

        var alternatives = Competing(open, compete);
        return alternatives[alternatives.Count == 1 ? 0 : choices.Take(round, alternatives.Count)];
    }

    // Those that are linked with the first by a chain of competitors.
    private static List<int> Competing(List<int> open, Func<int, int, bool> compete)
    {
        var linked = new List<int> { open[0] };
        var rest = open[1..];
        for (var i = 0; i < linked.Count; i++)
        {
            for (var j = rest.Count - 1; j >= 0; j--)
            {
                if (compete(linked[i], rest[j]))
                {
                    linked.Add(rest[j]);
                    rest.RemoveAt(j);
                }
            }
        }

        linked.Sort();
        return linked;
    }
}
