using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>All that STAR voting looks at: sums of scores, match-ups and highest scores.</summary>
internal sealed class StarTable
{
    private readonly long[] _preferring;

    internal StarTable(ScoreSheet sheet)
    {
        Sheet = sheet;
        var count = sheet.Candidates.Count;
        _preferring = new long[count * count];
        TopScores = new long[count];
        var scores = new long[count];
        for (var ballot = 0; ballot < sheet.Profile.DistinctBallots; ballot++)
        {
            Array.Clear(scores);
            var named = sheet.Profile.CandidatesOf(ballot);
            var given = sheet.Profile.ScoresOf(ballot);
            var weight = sheet.Profile.WeightOf(ballot);
            for (var i = 0; i < named.Length; i++)
            {
                scores[named[i]] = given[i];
                TopScores[named[i]] += given[i] * sheet.Unit == sheet.Maximum ? weight : 0;
            }

            // Who is not scored, or scored zero, is preferred to nobody.
            foreach (var candidate in named)
            {
                for (var other = 0; other < count; other++)
                {
                    _preferring[(candidate * count) + other] += scores[candidate] > scores[other] ? weight : 0;
                }
            }
        }
    }

    internal ScoreSheet Sheet { get; }

    internal IReadOnlyList<Rational> Sums => Sheet.Sums;

    internal long[] TopScores { get; }

    internal long Preferring(int candidate, int other) => _preferring[(candidate * TopScores.Length) + other];

    internal IReadOnlyDictionary<string, IReadOnlyList<Rational>> Figures() => new Dictionary<string, IReadOnlyList<Rational>>
    {
        ["points"] = Sums,
        ["top-scores"] = [.. TopScores.Select(votes => (Rational)votes)],
    };
}
