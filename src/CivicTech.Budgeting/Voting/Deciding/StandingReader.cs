using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>What a voter's page shows, by the same checks as decisions are made.</summary>
internal static class StandingReader
{
    internal static VoterStanding Read(VotingSheet sheet, RollEntry? voter, VoterFile file, Instant now)
    {
        var eligible = NewTurn();
        Eligibility.Check(eligible);
        return new VoterStanding(eligible.Refusals.ToImmutable(), [.. sheet.Areas.Select(Area)], file.Notices);

        VoterTurn NewTurn() => new(sheet, voter, file, file, now, RandomTrackers.Instance);

        AreaStanding Area(AreaSheet area)
        {
            var turn = NewTurn();
            VoteTime.Check(turn, area);
            AccessCheck.Check(turn, area, withBaskets: sheet.Plan.Submission == Submission.Basket);
            _ = Placing.Online(turn, area.Id);
            var there = file.Find(area.Id);
            return new AreaStanding(area.Id, turn.Refusals.ToImmutable(), Lines(sheet, there?.Basket), there is { IsCounted: true } ? new BallotReceipt(there) : null);
        }
    }

    private static ImmutableArray<BallotLine> Lines(VotingSheet sheet, BasketPart? basket)
    {
        if (basket is null)
        {
            return [];
        }

        var projects = new int[basket.Content.Count];
        var values = new long[projects.Length];
        var hasValues = basket.Content.Read(projects, values);
        return [.. projects.Select((place, i) => new BallotLine { Project = sheet.ProjectIds[place], Value = hasValues ? values[i] : null })];
    }
}
