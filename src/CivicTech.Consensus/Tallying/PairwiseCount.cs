using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying;

/// <summary>The pass over ranked ballots that fills a <see cref="PairwiseMatrix"/>.</summary>
internal static class PairwiseCount
{
    internal static long[] Of(OrdinalProfile profile)
    {
        var count = profile.Candidates.Count;
        var preferring = new long[count * count];
        var isBelow = new bool[count];
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            Array.Fill(isBelow, true);
            var named = profile.CandidatesOf(ballot);
            var ranks = profile.RanksOf(ballot);
            var weight = profile.WeightOf(ballot);
            for (int from = 0, to; from < named.Length; from = to)
            {
                // Those of one rank are not below each other; who stood at a better rank already counts there.
                to = from;
                while (to < named.Length && ranks[to] == ranks[from])
                {
                    to++;
                }

                var fresh = new List<int>();
                foreach (var candidate in named[from..to])
                {
                    if (isBelow[candidate])
                    {
                        isBelow[candidate] = false;
                        fresh.Add(candidate);
                    }
                }

                foreach (var candidate in fresh)
                {
                    for (var other = 0; other < count; other++)
                    {
                        if (isBelow[other])
                        {
                            preferring[(candidate * count) + other] += weight;
                        }
                    }
                }
            }
        }

        return preferring;
    }
}
