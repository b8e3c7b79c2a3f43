using System.Globalization;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>A contest as the text of a BLT file.</summary>
internal static class BltWriter
{
    internal static byte[] Write(Contest contest)
    {
        if (contest.Profile is not OrdinalProfile profile)
        {
            throw new ArgumentException($"The BLT format has no place for {contest.Profile.Kind} ballots.", nameof(contest));
        }

        if (contest.UnnamedOvervote is { } overvote)
        {
            throw new ArgumentException($"The BLT format has no place for overvotes without names, such as '{overvote}'.", nameof(contest));
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{contest.Candidates.Count} {contest.Seats}\n");
        if (contest.Withdrawn.Length > 0)
        {
            text.Append("[withdrawn").Append(string.Concat(contest.Withdrawn.Select(name => Inv($" {contest.Candidates.IndexOf(name) + 1}")))).Append("]\n");
        }

        if (contest.WriteIns is { } writeIns)
        {
            text.Append(CultureInfo.InvariantCulture, $"[undeclared {contest.Candidates.IndexOf(writeIns) + 1}]\n");
        }

        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            WriteBallot(text, profile, ballot);
        }

        text.Append("0\n");
        foreach (var name in contest.Candidates.Append(contest.Title))
        {
            text.Append('"').Append(name).Append("\"\n");
        }

        var file = Encoding.UTF8.GetBytes(text.ToString());
        WrittenContest.Check(file, Blt.TryRead(file, out var again, out var problem), again, problem, contest, "BLT");
        return file;
    }

    private static void WriteBallot(StringBuilder text, OrdinalProfile profile, int ballot)
    {
        text.Append(CultureInfo.InvariantCulture, $"{profile.WeightOf(ballot)}");
        var ranked = profile.CandidatesOf(ballot);
        var ranks = profile.RanksOf(ballot);
        var written = 0L;
        for (var i = 0; i < ranked.Length; i++)
        {
            if (ranks[i] > RankingInHand.MaxRank)
            {
                throw new ArgumentException(Inv($"A candidate stands at rank {ranks[i]}; ballot files here have ranks up to {RankingInHand.MaxRank}."), nameof(profile));
            }

            if (ranks[i] == written)
            {
                text.Append('=');
            }
            else
            {
                for (written++; written < ranks[i]; written++)
                {
                    text.Append(" -");
                }

                text.Append(' ');
            }

            text.Append(CultureInfo.InvariantCulture, $"{ranked[i] + 1}");
        }

        text.Append(" 0\n");
    }

    private static string Inv(FormattableString text) => FormattableString.Invariant(text);
}
