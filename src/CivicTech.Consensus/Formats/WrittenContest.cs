using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>What a format has no place for shows when the file is read back, and is not lost in silence.</summary>
internal static class WrittenContest
{
    /// <exception cref="ArgumentException">The file would be read back as something else.</exception>
    internal static void Check(byte[] file, bool isRead, ContestReading? again, BallotDiagnostic? problem, Contest contest, string format, bool hasSeats = true, bool hasTitle = true)
    {
        if (!isRead)
        {
            throw new ArgumentException($"The {format} format has no place for this contest: {problem}", nameof(contest));
        }

        var read = again!.Contest;
        if (read.Candidates != contest.Candidates || read.Profile.Digest != contest.Profile.Digest || (hasSeats && read.Seats != contest.Seats) || (hasTitle && read.Title != contest.Title)
            || !read.Withdrawn.Order(StringComparer.Ordinal).SequenceEqual(contest.Withdrawn.Order(StringComparer.Ordinal))
            || read.WriteIns != contest.WriteIns || read.UnnamedOvervote != contest.UnnamedOvervote)
        {
            throw new ArgumentException($"The {format} format has no place for all of this contest: its {file.Length} bytes would be read back as something else.", nameof(contest));
        }
    }
}
