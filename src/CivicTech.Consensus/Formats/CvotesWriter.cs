using System.Globalization;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>A contest as the text of a cvotes file.</summary>
internal static class CvotesWriter
{
    internal static byte[] Write(Contest contest)
    {
        if (contest.Profile is not OrdinalProfile profile)
        {
            throw new ArgumentException($"The cvotes format has no place for {contest.Profile.Kind} ballots.", nameof(contest));
        }

        var text = new StringBuilder();
        text.Append("#/Candidates: ").AppendJoin(" ; ", contest.Candidates).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"#/Number of Seats: {contest.Seats}\n#/Implicit Ranking: true\n#/Weight Allowed: false\n\n");
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            var ranked = profile.CandidatesOf(ballot);
            var ranks = profile.RanksOf(ballot);
            text.Append(ranked.IsEmpty ? "/EMPTY_RANKING/" : "");
            for (var i = 0; i < ranked.Length; i++)
            {
                text.Append(i == 0 ? "" : ranks[i] == ranks[i - 1] ? " = " : " > ").Append(contest.Candidates[ranked[i]]);
            }

            text.Append(CultureInfo.InvariantCulture, $" * {profile.WeightOf(ballot)}\n");
        }

        // Skipped ranks, candidates named twice, reserved characters in names, and withdrawn candidates show here.
        var file = Encoding.UTF8.GetBytes(text.ToString());
        WrittenContest.Check(file, Cvotes.TryRead(file, out var again, out var problem), again, problem, contest, "cvotes", hasTitle: false);
        return file;
    }
}
