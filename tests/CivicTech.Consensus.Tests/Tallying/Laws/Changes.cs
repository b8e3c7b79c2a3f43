namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>How one election comes from another: ballots are matched by their place.</summary>
internal static class Changes
{
    /// <summary>Whether a candidate is raised on some ballots and nothing else changed.</summary>
    internal static bool IsRaise(Sheet before, Sheet after, int candidate) => Matched(before, after).All(pair =>
    {
        int[] others = [.. Enumerable.Range(0, before.Candidates).Where(other => other != candidate)];
        var (old, now) = (pair.Before.Values, pair.After.Values);
        return Order(old, others).SequenceEqual(Order(now, others))
            && others.All(other => Math.Sign(old[candidate] - old[other]) <= Math.Sign(now[candidate] - now[other]));
    });

    /// <summary>Whose copies the added candidates of the second election are; of several, if they stand beside each other on every ballot.</summary>
    internal static int[] Copied(Sheet before, Sheet after)
    {
        int[] all = [.. Enumerable.Range(0, before.Candidates)];
        int[] copies = [.. Enumerable.Range(before.Candidates, after.Candidates - before.Candidates)];
        var pairs = Matched(before, after).ToList();
        Assert.NotEmpty(copies);
        Assert.All(pairs, pair => Assert.Equal(Order(pair.Before.Values, all), Order(pair.After.Values, all)));

        // Whoever is above, below or beside one of them is so to each.
        int[] copied = [.. all.Where(candidate => pairs.All(pair => all.All(other => other == candidate || copies.All(copy =>
            Math.Sign(pair.After.Values[candidate] - pair.After.Values[other]) == Math.Sign(pair.After.Values[copy] - pair.After.Values[other])))))];
        Assert.NotEmpty(copied);
        return copied;
    }

    /// <summary>Whether every ballot is turned around.</summary>
    internal static bool IsReversal(Sheet before, Sheet after) => Matched(before, after).All(pair =>
        pair.Before.Values.Zip(pair.After.Values).Select(value => value.First + value.Second).Distinct().Count() == 1);

    internal static Sheet Reverse(Sheet sheet, int highest) => sheet with
    {
        Ballots = [.. sheet.Ballots.Select(ballot => ballot with { Values = [.. ballot.Values.Select(value => highest - value)] })],
    };

    /// <summary>The one ballot of the voters who come; all others are as before.</summary>
    internal static SheetBallot Come(Sheet before, Sheet after)
    {
        Assert.Equal(before.Ballots.Count + 1, after.Ballots.Count);
        Assert.All(Matched(before, after with { Ballots = [.. after.Ballots.SkipLast(1)] }), pair => Assert.Equal(pair.Before.Values, pair.After.Values));
        return after.Ballots[^1];
    }

    private static IEnumerable<(SheetBallot Before, SheetBallot After)> Matched(Sheet before, Sheet after)
    {
        Assert.Equal(before.Ballots.Select(ballot => ballot.Weight), after.Ballots.Select(ballot => ballot.Weight));
        return before.Ballots.Zip(after.Ballots);
    }

    // For each two candidates, who is preferred.
    private static IEnumerable<int> Order(int[] values, int[] candidates) =>
        candidates.SelectMany(candidate => candidates.Select(other => Math.Sign(values[candidate] - values[other])));
}
