namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>Who goes to the runoff and who wins it, with the ties that only a lot can break left open.</summary>
internal sealed class StarProtocol(StarTable table, StarTies ties)
{
    /// <summary>The two who go to the runoff, for each way in which lots may fall.</summary>
    /// <param name="running">At least two.</param>
    /// <param name="lots">Whom a lot among the tied may choose: one to follow one way, all to follow all.</param>
    internal IEnumerable<(int One, int Other)> Finalists(IReadOnlyList<int> running, Func<List<int>, IEnumerable<int>> lots)
    {
        List<int> finalists = [];
        foreach (var group in ByHighest(running, candidate => table.Sums[candidate]))
        {
            var places = 2 - finalists.Count;
            if (group.Count > places)
            {
                return Resolve(finalists, group, places, true, lots);
            }

            finalists.AddRange(group);
            if (finalists.Count == 2)
            {
                break;
            }
        }

        return [(finalists[0], finalists[1])];
    }

    /// <summary>Who wins a runoff; both when only a lot can tell.</summary>
    internal List<int> Runoff(int one, int other)
    {
        var difference = table.Preferring(one, other).CompareTo(table.Preferring(other, one));
        if (difference == 0 && ties != StarTies.None)
        {
            difference = (table.Sums[one], table.TopScores[one]).CompareTo((table.Sums[other], table.TopScores[other]));
        }

        return difference > 0 ? [one] : difference < 0 ? [other] : [.. new[] { one, other }.Order()];
    }

    private IEnumerable<(int One, int Other)> Resolve(List<int> finalists, List<int> tied, int places, bool reduces, Func<List<int>, IEnumerable<int>> lots)
    {
        var (advancing, open) = reduces ? Reduce(tied, places) : ([], tied);
        List<int> sure = [.. finalists, .. advancing];
        if (sure.Count == 2)
        {
            yield return (sure[0], sure[1]);
            yield break;
        }

        foreach (var lot in lots(open))
        {
            List<int> chosen = [.. sure, lot];
            List<int> rest = [.. open.Where(candidate => candidate != lot)];
            if (chosen.Count == 2)
            {
                yield return (chosen[0], chosen[1]);
            }
            else if (rest.Count == 1)
            {
                yield return (chosen[0], rest[0]);
            }
            else
            {
                foreach (var pair in Resolve(chosen, rest, 1, ties == StarTies.Official, lots))
                {
                    yield return pair;
                }
            }
        }
    }

    /// <summary>As far as the protocol goes: who advances, and who is tied for what places are left (nobody, or more than there are places).</summary>
    private (List<int> Advancing, List<int> Tied) Reduce(List<int> tied, int places)
    {
        var advancing = new List<int>();
        switch (ties)
        {
            case StarTies.Official:
                while (ReduceOnce(advancing, ref tied, places))
                {
                }

                break;
            case StarTies.PreferenceVotes:
                Take(candidate => tied.Aggregate(Int128.Zero, (sum, other) => sum + table.Preferring(candidate, other)));
                Take(candidate => table.TopScores[candidate]);
                break;
            default:
                break;
        }

        return (advancing, advancing.Count == places ? [] : tied);

        void Take(Func<int, Int128> figure)
        {
            foreach (var group in ByHighest(advancing.Count == places ? [] : tied, figure))
            {
                tied = group;
                if (group.Count > places - advancing.Count)
                {
                    return;
                }

                advancing.AddRange(group);
                if (advancing.Count == places)
                {
                    return;
                }
            }
        }
    }

    /// <summary>One step of the official protocol; false when it is done, or nothing tells the tied apart.</summary>
    private bool ReduceOnce(List<int> advancing, ref List<int> tied, int places)
    {
        var left = places - advancing.Count;
        if (tied.Count <= left)
        {
            advancing.AddRange(tied);
            tied = [];
        }

        if (left == 0 || tied.Count == 0)
        {
            return false;
        }

        var all = tied;
        var byLosses = ByHighest(tied, candidate => -all.Count(other => table.Preferring(other, candidate) > table.Preferring(candidate, other)));
        if (byLosses.Count > 1)
        {
            // Those who lost most go, unless the places are not filled without some of them.
            List<int> others = [.. byLosses[..^1].SelectMany(group => group).Order()];
            if (others.Count >= left)
            {
                tied = others;
            }
            else
            {
                advancing.AddRange(others);
                tied = byLosses[^1];
            }

            return true;
        }

        var byTop = ByHighest(tied, candidate => table.TopScores[candidate]);
        if (byTop.Count == 1)
        {
            return false;
        }

        if (byTop[0].Count <= left)
        {
            advancing.AddRange(byTop[0]);
            tied = [.. tied.Except(byTop[0])];
        }
        else
        {
            tied = [.. tied.Except(byTop[^1])];
        }

        return true;
    }

    private static List<List<int>> ByHighest<T>(IReadOnlyList<int> candidates, Func<int, T> figure) =>
        [.. candidates.GroupBy(figure).OrderByDescending(group => group.Key).Select(group => group.Order().ToList())];
}
