using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>What a change of the official ballot does to ballots that were cast before it.</summary>
internal static class ReleaseDecider
{
    private const int Short = 64;

    /// <summary>The file as of the sheet's edition; itself when nothing of it is concerned. The version stays.</summary>
    internal static VoterFile UpToDate(VoterFile file, VotingSheet sheet)
    {
        foreach (var ballot in file.Areas)
        {
            if (ballot.IsCounted && ballot.Edition < sheet.Edition && sheet.Find(ballot.Area) is { } area)
            {
                file = UpToDate(file, ballot, area, sheet);
            }
        }

        return file;
    }

    private static VoterFile UpToDate(VoterFile file, AreaFile ballot, AreaSheet area, VotingSheet sheet)
    {
        var count = ballot.Content.Count;
        var projects = count <= Short ? stackalloc int[count] : new int[count];
        var values = count <= Short ? stackalloc long[count] : new long[count];
        if (!ballot.Content.Read(projects, values))
        {
            values.Fill(1);
        }

        var gone = ImmutableArray.CreateBuilder<string>();
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var project = sheet.Ballot.Projects[projects[i]];
            if (project.IsRemoved || project.Area != ballot.Area || project.ReleasedIn > ballot.Edition)
            {
                gone.Add(project.Id);
            }
            else
            {
                (projects[kept], values[kept]) = (projects[i], values[i]);
                kept++;
            }
        }

        projects = projects[..kept];
        values = values[..kept];
        if (area.Design is RankingDesign && gone.Count > 0)
        {
            CloseUp(values);
        }

        // Whoever had chosen something did not mean a blank ballot.
        var refusals = new RefusalList();
        LineReading.Check(sheet, area, projects, values, isComplete: true, ref refusals);
        var isBallot = refusals.IsEmpty && (kept > 0 || gone.Count == 0);
        if (isBallot && gone.Count == 0)
        {
            return file;
        }

        var after = isBallot
            ? ballot with { Content = BallotContent.Of(projects, area.Design.HasValues ? values : []), Edition = sheet.Edition, MayReplace = true }
            : ballot with { IsCounted = false, Content = default, Edition = sheet.Edition, MayReplace = true, Released = ballot.Released + 1 };
        var notice = new ReleaseNotice(ballot.Area, sheet.Edition, !isBallot, gone.ToImmutable());
        return file.With(after, file.Version) with { Notices = file.Notices.Add(notice) };
    }

    // Ranks without the gaps that were torn: 1, 2, 3 and so on in the same order.
    private static void CloseUp(Span<long> ranks)
    {
        var sorted = ranks.ToArray();
        Array.Sort(sorted);
        foreach (ref var rank in ranks)
        {
            rank = Array.BinarySearch(sorted, rank) + 1;
        }
    }
}
