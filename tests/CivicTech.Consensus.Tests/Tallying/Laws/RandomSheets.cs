namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>Ballots at random, and small changes of them. Few distinct ballots of different weights: close results and cycles are frequent.</summary>
internal static class RandomSheets
{
    /// <summary>Strict rankings for rules on rankings, of which one in two elections some are short; otherwise any values.</summary>
    internal static Sheet Make(SplitMix64 random, BallotForm form, bool complete)
    {
        var candidates = random.Between(3, 5);
        return new Sheet(candidates, [.. Enumerable.Range(0, random.Between(3, 7)).Select(_ => new SheetBallot(Values(random, form, candidates, complete), random.Between(1, 6)))]);
    }

    /// <summary>Any values for any form: equal and skipped ranks, empty ballots.</summary>
    internal static Sheet MakeMessy(SplitMix64 random, BallotForm form)
    {
        var candidates = random.Between(3, 5);
        return new Sheet(candidates, [.. Enumerable.Range(0, random.Between(3, 8)).Select(_ => new SheetBallot(
            [.. Enumerable.Range(0, candidates).Select(_ => form == BallotForm.Approval ? random.Below(2) : random.Between(0, Sheet.Highest))], random.Between(1, 4)))]);
    }

    internal static int[] Values(SplitMix64 random, BallotForm form, int candidates, bool complete)
    {
        if (form != BallotForm.Ranking)
        {
            return [.. Enumerable.Range(0, candidates).Select(_ => form == BallotForm.Approval ? random.Below(2) : random.Between(0, Sheet.Highest))];
        }

        int[] order = [.. Enumerable.Range(0, candidates)];
        random.Shuffle(order);
        var ranked = complete || random.OneIn(2) ? candidates : random.Between(1, candidates);
        return Ranked(candidates, order.Take(ranked));
    }

    /// <summary>Raises a candidate on some ballots; the others keep their order.</summary>
    internal static Sheet Raise(SplitMix64 random, BallotForm form, Sheet sheet, int candidate) => sheet with
    {
        Ballots = [.. sheet.Ballots.Select(ballot => random.OneIn(2) ? ballot : ballot with { Values = Raise(random, form, ballot.Values, candidate) })],
    };

    /// <summary>Puts a copy beside a candidate: above or below on each ranking, with the same value on other ballots.</summary>
    internal static Sheet Clone(SplitMix64 random, BallotForm form, Sheet sheet, int candidate) => new(sheet.Candidates + 1, [.. sheet.Ballots.Select(ballot =>
    {
        int[] values = [.. ballot.Values, ballot.Values[candidate]];
        if (form != BallotForm.Ranking || values[candidate] == 0)
        {
            return ballot with { Values = values };
        }

        var order = Order(ballot.Values);
        order.Insert(order.IndexOf(candidate) + random.Below(2), sheet.Candidates);
        return ballot with { Values = Ranked(values.Length, order) };
    })]);

    private static int[] Raise(SplitMix64 random, BallotForm form, int[] values, int candidate)
    {
        if (form != BallotForm.Ranking)
        {
            int[] raised = [.. values];
            raised[candidate] = random.Between(values[candidate], form == BallotForm.Approval ? 1 : Sheet.Highest);
            return raised;
        }

        var order = Order(values);
        var place = order.IndexOf(candidate);
        order.Remove(candidate);
        order.Insert(random.Between(0, place < 0 ? order.Count : place), candidate);
        return Ranked(values.Length, order);
    }

    private static List<int> Order(int[] values) => [.. Enumerable.Range(0, values.Length).Where(candidate => values[candidate] > 0).OrderByDescending(candidate => values[candidate])];

    private static int[] Ranked(int candidates, IEnumerable<int> order)
    {
        var values = new int[candidates];
        foreach (var candidate in order.Reverse().Index())
        {
            values[candidate.Item] = candidate.Index + 1;
        }

        return values;
    }
}
