using System.Collections.Immutable;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>The ways in which an open tie may fall, those that favour who is listed first in front.</summary>
internal static class SeatOutcomes
{
    internal static IEnumerable<ImmutableArray<int>> Of(SeatRun run)
    {
        if (run.Open is not { } open)
        {
            yield break;
        }

        var tied = run.Votes.Parties.IndexesOf(open.Tied);
        var chosen = Enumerable.Range(0, open.Seats).ToArray();
        while (true)
        {
            var seats = (int[])run.Given.Clone();
            foreach (var winner in chosen)
            {
                seats[tied[winner]]++;
            }

            yield return [.. seats];

            // The next combination in lexicographic order.
            var last = chosen.Length - 1;
            while (last >= 0 && chosen[last] == tied.Length - chosen.Length + last)
            {
                last--;
            }

            if (last < 0)
            {
                yield break;
            }

            chosen[last]++;
            for (var i = last + 1; i < chosen.Length; i++)
            {
                chosen[i] = chosen[i - 1] + 1;
            }
        }
    }
}
