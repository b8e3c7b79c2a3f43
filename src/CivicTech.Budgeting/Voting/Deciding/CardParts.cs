using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Refusals;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>The lines of a card, area by area.</summary>
internal static class CardParts
{
    /// <summary>The areas that a card votes in, in ballot order. Lines of projects that have left the ballot are taken out, as they were of ballots cast before.</summary>
    internal static ImmutableArray<(AreaSheet Area, ImmutableArray<BallotLine> Lines)> Of(VoterTurn turn, CastCard card)
    {
        if (card.Area is { } own && turn.Sheet.Find(own) is null)
        {
            turn.Refuse(VotingRefusals.NoSuchArea.With(("area", own)));
            return [];
        }

        var gone = card.Lines.Where(line => Project(turn.Sheet, line) is { IsRemoved: true } project && (card.Area is null || card.Area == project.Area)).ToImmutableArray();
        var kept = card.Lines.RemoveRange(gone);
        if (kept.IsEmpty && !gone.IsEmpty)
        {
            foreach (var line in gone)
            {
                turn.Refuse(VotingRefusals.ProjectRemoved.With(("project", line.Project)));
            }

            return [];
        }

        if (card.Area is { } only)
        {
            return [Part(turn.Sheet.Find(only)!, kept, gone)];
        }

        foreach (var line in kept.Where(line => turn.Sheet.PlaceOf(line.Project) < 0))
        {
            turn.Refuse(VotingRefusals.NoSuchProject.With(("project", line.Project)));
        }

        return
        [
            .. turn.Sheet.Areas.Select(area => (Area: area, Lines: kept.RemoveAll(line => Project(turn.Sheet, line)?.Area != area.Id)))
                .Where(part => !part.Lines.IsEmpty)
                .Select(part => Part(part.Area, part.Lines, gone.RemoveAll(line => Project(turn.Sheet, line)?.Area != part.Area.Id))),
        ];
    }

    private static BallotProject? Project(VotingSheet sheet, BallotLine line) => sheet.PlaceOf(line.Project) is >= 0 and var place ? sheet.Ballot.Projects[place] : null;

    private static (AreaSheet Area, ImmutableArray<BallotLine> Lines) Part(AreaSheet area, ImmutableArray<BallotLine> lines, ImmutableArray<BallotLine> gone) => area.Design is RankingDesign && !gone.IsEmpty
        ? (area, [.. lines.Select(line => line with { Value = line.Value - gone.Count(other => other.Value < line.Value) })])
        : (area, lines);
}
