using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Refusals;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>From the lines of a client to the content of a ballot. Area and price are read from the official ballot.</summary>
internal static class LineReading
{
    private const int Short = 64;

    /// <summary>The content of a ballot; says all that is wrong with it.</summary>
    /// <param name="turn">The decision.</param>
    /// <param name="area">The area.</param>
    /// <param name="lines">What the client sent.</param>
    /// <param name="isComplete">Whether it is to be cast.</param>
    internal static BallotContent Read(VoterTurn turn, AreaSheet area, ImmutableArray<BallotLine> lines, bool isComplete)
    {
        // Whoever sends more lines than there are projects names one twice.
        if (lines.Length > turn.Sheet.ProjectIds.Length)
        {
            turn.Refuse(VotingRefusals.TooManyProjects.With(("area", area.Id), ("most", Number(turn.Sheet.ProjectIds.Length)), ("count", Number(lines.Length))));
            return default;
        }

        var projects = lines.Length <= Short ? stackalloc int[lines.Length] : new int[lines.Length];
        var values = lines.Length <= Short ? stackalloc long[lines.Length] : new long[lines.Length];
        var count = 0;
        foreach (var line in lines)
        {
            var place = turn.Sheet.PlaceOf(line.Project);
            if (!IsOnBallot(turn, area, line.Project, place))
            {
                continue;
            }

            projects[count] = place;
            values[count++] = line.Value ?? (area.Design.HasValues ? BallotDraft.NoValue : 1);
        }

        projects = projects[..count];
        values = values[..count];
        projects.Sort(values);
        for (var i = 1; i < count; i++)
        {
            if (projects[i] == projects[i - 1])
            {
                turn.Refuse(VotingRefusals.ProjectTwice.With(("project", turn.Sheet.ProjectIds[projects[i]])));
            }
        }

        Check(turn.Sheet, area, projects, values, isComplete, ref turn.Refusals);
        return BallotContent.Of(projects, area.Design.HasValues ? values : []);
    }

    /// <summary>Checks what was saved before, against the sheet as it is now.</summary>
    internal static void CheckAgain(VoterTurn turn, AreaSheet area, BallotContent content)
    {
        var count = content.Count;
        var projects = count <= Short ? stackalloc int[count] : new int[count];
        var values = count <= Short ? stackalloc long[count] : new long[count];
        if (!content.Read(projects, values))
        {
            values.Fill(1);
        }

        foreach (var place in projects)
        {
            _ = IsOnBallot(turn, area, turn.Sheet.ProjectIds[place], place);
        }

        Check(turn.Sheet, area, projects, values, isComplete: true, ref turn.Refusals);
    }

    /// <summary>Says where the voter saw other prices or another budget than those on the ballot now, as far as they matter to what was chosen.</summary>
    internal static void CheckSeen(VoterTurn turn, AreaSheet area, BallotContent content, int seen)
    {
        if (seen >= turn.Sheet.Edition)
        {
            return;
        }

        var count = content.Count;
        var projects = count <= Short ? stackalloc int[count] : new int[count];
        var values = count <= Short ? stackalloc long[count] : new long[count];
        _ = content.Read(projects, values);
        foreach (var place in projects)
        {
            var project = turn.Sheet.Ballot.Projects[place];
            if (EarlierAmount.At(seen, project.EarlierCosts, project.Cost) is { } old && old != project.Cost)
            {
                turn.Refuse(VotingRefusals.PriceChanged.With(("project", project.Id), ("old", old.ToString()), ("new", project.Cost.ToString())));
            }
        }

        if (area.Design.UsesCosts && EarlierAmount.At(seen, area.Area.EarlierBudgets, area.Area.Budget) is { } budget && area.Area.Budget is { } now && budget != now)
        {
            turn.Refuse(VotingRefusals.BallotWasChanged.With(("area", area.Id), ("old", budget.ToString()), ("new", now.ToString())));
        }
    }

    internal static void Check(VotingSheet sheet, AreaSheet area, ReadOnlySpan<int> projects, ReadOnlySpan<long> values, bool isComplete, ref RefusalList refusals)
    {
        Int128 cost = 0;
        if (area.Design.UsesCosts)
        {
            foreach (var place in projects)
            {
                cost += sheet.Ballot.Projects[place].Cost.MinorUnits;
            }
        }

        var draft = new BallotDraft { Area = area.Id, Projects = projects, Values = values, Ids = sheet.ProjectIds, Cost = cost, Budget = area.Area.Budget, IsComplete = isComplete };
        area.Design.Check(draft, ref refusals);
    }

    private static bool IsOnBallot(VoterTurn turn, AreaSheet area, string id, int place)
    {
        if (place < 0)
        {
            turn.Refuse(VotingRefusals.NoSuchProject.With(("project", id)));
        }
        else if (turn.Sheet.Ballot.Projects[place] is { } project && project.Area != area.Id)
        {
            turn.Refuse(VotingRefusals.ProjectOfOtherArea.With(("project", id), ("area", area.Id), ("other", project.Area)));
        }
        else if (turn.Sheet.Ballot.Projects[place].IsRemoved)
        {
            turn.Refuse(VotingRefusals.ProjectRemoved.With(("project", id)));
        }
        else
        {
            return true;
        }

        return false;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
