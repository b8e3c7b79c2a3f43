using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Refusals;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>The lines of a card, area by area.</summary>
internal static class CardParts
{
    /// <summary>The areas that a card votes in, in ballot order. Lines of projects that have left the ballot are taken out, as they were of ballots cast before.</summary>
    internal static ImmutableArray<CardPart> Of(VoterTurn turn, CastCard card)
    {
        if (card.Area is { } own && turn.Sheet.Find(own) is null)
        {
            turn.Refuse(VotingRefusals.NoSuchArea.With(("area", own)));
            return [];
        }

        var gone = Gone(turn.Sheet, card);
        var kept = card.Lines.RemoveRange(gone);
        if (card.Area is { } only)
        {
            return [Part(turn.Sheet, turn.Sheet.Find(only)!, kept, gone)];
        }

        foreach (var line in kept.Where(line => turn.Sheet.PlaceOf(line.Project) < 0))
        {
            turn.Refuse(VotingRefusals.NoSuchProject.With(("project", line.Project)));
        }

        return
        [
            .. turn.Sheet.Areas.Select(area => Part(turn.Sheet, area, Of(area, kept), Of(area, gone))).Where(part => !part.Lines.IsEmpty || !part.Gone.IsEmpty),
        ];

        ImmutableArray<BallotLine> Of(AreaSheet area, ImmutableArray<BallotLine> lines) => lines.RemoveAll(line => Project(turn.Sheet, line)?.Area != area.Id);
    }

    /// <summary>The projects on a card that have left the ballot, each once.</summary>
    internal static ImmutableArray<string> TakenOut(VotingSheet sheet, CastCard card) => [.. Gone(sheet, card).Select(line => line.Project).Distinct(StringComparer.Ordinal)];

    private static ImmutableArray<BallotLine> Gone(VotingSheet sheet, CastCard card) =>
        card.Lines.RemoveAll(line => Project(sheet, line) is not { IsRemoved: true } project || (card.Area ?? project.Area) != project.Area);

    private static BallotProject? Project(VotingSheet sheet, BallotLine line) => sheet.PlaceOf(line.Project) is >= 0 and var place ? sheet.Ballot.Projects[place] : null;

    private static CardPart Part(VotingSheet sheet, AreaSheet area, ImmutableArray<BallotLine> lines, ImmutableArray<BallotLine> gone)
    {
        var closedUp = area.Design is RankingDesign && !gone.IsEmpty ? [.. lines.Select(line => line with { Value = line.Value - gone.Count(other => other.Value < line.Value) })] : lines;
        return new CardPart(area, closedUp, [.. gone.Select(line => Project(sheet, line)!).DistinctBy(project => project.Id, StringComparer.Ordinal)]);
    }
}
