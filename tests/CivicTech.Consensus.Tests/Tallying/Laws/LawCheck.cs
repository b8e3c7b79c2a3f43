namespace CivicTech.Tests.Consensus.Tallying.Laws;

internal enum Finding
{
    /// <summary>The election is none that the law speaks of.</summary>
    Silent,
    Kept,
    Broken,
}

/// <summary>The laws, each written once from its definition.</summary>
internal static class LawCheck
{
    /// <summary>Whether a law that compares two elections is meant.</summary>
    internal static bool IsAboutTwo(Law law) => law is Law.Monotonicity or Law.Clones or Law.Reversal or Law.Participation;

    /// <summary>Whether the rule keeps the law in an election.</summary>
    internal static Finding OfOne(Law law, LawfulRule rule, Sheet sheet)
    {
        int[] all = [.. Enumerable.Range(0, sheet.Candidates)];
        switch (law)
        {
            case Law.MajorityWinner:
                return MustWin(all.Where(candidate => sheet.Ballots
                    .Where(ballot => all.All(other => other == candidate || ballot.Values[candidate] > ballot.Values[other])).Sum(ballot => ballot.Weight) * 2 > sheet.Voters));
            case Law.CondorcetWinner:
                return MustWin(all.Where(candidate => all.All(other => other == candidate || sheet.Beats(candidate, other))));
            case Law.CondorcetLoser:
                int[] loser = [.. all.Where(candidate => all.All(other => other == candidate || sheet.Beats(other, candidate)))];
                return loser is [var last] ? Of(!rule.Winners(sheet).Contains(last)) : Finding.Silent;
            case Law.SmithSet:
                var smith = Smith(sheet);
                return smith.Count < all.Length ? Of(rule.Winners(sheet).All(smith.Contains)) : Finding.Silent;
            default:
                throw new ArgumentOutOfRangeException(nameof(law), law, "The law compares two elections.");
        }

        Finding MustWin(IEnumerable<int> who) => who.ToArray() is [var only] ? Of(rule.Winners(sheet) is [var winner] && winner == only) : Finding.Silent;
    }

    /// <summary>Whether the rule keeps the law between two elections, of which the second must come from the first as the law says.</summary>
    internal static Finding OfTwo(Law law, LawfulRule rule, Sheet before, Sheet after)
    {
        if (rule.Winners(before) is not [var winner])
        {
            return Finding.Silent;
        }

        switch (law)
        {
            case Law.Monotonicity:
                return Changes.IsRaise(before, after, winner) ? Of(rule.Winners(after) is [var still] && still == winner) : Finding.Silent;
            case Law.Clones:
                int[] allowed = Changes.Copied(before, after).Contains(winner) ? [winner, .. Enumerable.Range(before.Candidates, after.Candidates - before.Candidates)] : [winner];
                return Of(rule.Winners(after).All(allowed.Contains));
            case Law.Reversal:
                Assert.True(Changes.IsReversal(before, after));
                return Of(!rule.Winners(after).Contains(winner));
            case Law.Participation:
                var come = Changes.Come(before, after);
                return rule.Winners(after) is [var then] ? Of(come.Values[then] >= come.Values[winner]) : Finding.Silent;
            default:
                throw new ArgumentOutOfRangeException(nameof(law), law, "The law speaks of one election.");
        }
    }

    /// <summary>The smallest set of which each member beats everybody outside, by trying all sets.</summary>
    private static List<int> Smith(Sheet sheet)
    {
        int[] all = [.. Enumerable.Range(0, sheet.Candidates)];
        return Enumerable.Range(1, (1 << all.Length) - 1)
            .Select(mask => all.Where(candidate => (mask >> candidate & 1) == 1).ToList())
            .OrderBy(set => set.Count)
            .First(set => set.All(inside => all.Except(set).All(outside => sheet.Beats(inside, outside))));
    }

    private static Finding Of(bool isKept) => isKept ? Finding.Kept : Finding.Broken;
}
