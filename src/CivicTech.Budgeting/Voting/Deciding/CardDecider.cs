using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>What clerks read on cards: kept, compared, cast, taken out again.</summary>
internal static class CardDecider
{
    // A card may name projects twice, and some that do not exist; nothing on earth has many more lines than the ballot.
    private const int LinesBeyondTheBallot = 100;

    internal static void Decide(VoterTurn turn, KeepEntry command)
    {
        if (command.Entry.Lines.Length > turn.Sheet.ProjectIds.Length + LinesBeyondTheBallot || command.Entry.Lines.Any(line => !ProcessName.IsValid(line.Project, ProcessName.LongestId)))
        {
            turn.Refuse(VotingRefusals.BadReference.With(("field", "lines")));
            return;
        }

        var entry = Normal(turn.Sheet, command.Entry);
        if (turn.File.VoidCards.Contains(command.Card))
        {
            turn.Refuse(VotingRefusals.CardVoid.With(("card", command.Card)));
        }
        else if (turn.File.Entries.FirstOrDefault(kept => kept.Clerk == entry.Clerk) is { } own)
        {
            if (own != entry)
            {
                turn.Refuse(VotingRefusals.SecondClerkNeeded.With(("card", command.Card), ("clerk", entry.Clerk)));
            }
        }
        else if (PaperEntry.Agreed(turn.File.Entries, command.Needed) is not { } agreed)
        {
            turn.Happen(VoterHappeningKind.CardRead, null, turn.File with { Entries = turn.File.Entries.Add(entry) });
        }
        else if (!agreed.Says(entry))
        {
            turn.Refuse(VotingRefusals.CardWasEntered.With(("card", command.Card)));
        }
    }

    internal static void Decide(VoterTurn turn, CastCard command)
    {
        if (turn.File.VoidCards.Contains(command.Card))
        {
            turn.Refuse(VotingRefusals.CardVoid.With(("card", command.Card)));
            return;
        }

        if (turn.File.Areas.Any(area => area.Card == command.Card && !area.IsVoid))
        {
            // It was cast before; the answer may have been lost.
            return;
        }

        if (!command.IsAnonymous)
        {
            Eligibility.Check(turn);
        }

        var parts = CardParts.Of(turn, command).Select(part => (part.Area, Ballot: Read(turn, part.Area, part.Lines, command), Placement: Placing.OnPaper(turn, part.Area.Id, command.HandedIn))).ToList();
        if (!turn.Refusals.IsEmpty)
        {
            return;
        }

        // Where paper and online void each other, nothing else of the card counts either.
        var isVoid = parts.Any(part => part.Placement == Placing.Placement.Void);
        foreach (var (area, ballot, placement) in parts.Where(part => !isVoid || part.Placement == Placing.Placement.Void))
        {
            if (!isVoid)
            {
                AccessCheck.Check(turn, area, withBaskets: false);
                CombinedLimit.Check(turn, area.Id, ballot.Content.Count, withBaskets: false);
            }

            // Also after a refusal: what the card says elsewhere is checked as if this was taken. Nothing of it is saved then.
            Placing.Place(turn, area.Id, placement, ballot);
        }
    }

    internal static void Decide(VoterTurn turn, RemoveCard command)
    {
        if (turn.File.VoidCards.Contains(command.Card))
        {
            return;
        }

        foreach (var ballot in turn.File.Areas)
        {
            if (ballot.IsCounted && ballot.Card == command.Card)
            {
                var after = ballot with { IsCounted = false, Content = default, Tracker = default, MayReplace = false, Voided = ballot.Voided + 1 };
                turn.Happen(VoterHappeningKind.BallotVoided, ballot.Area, turn.File.With(after, turn.NextVersion));
            }
        }

        turn.Happen(VoterHappeningKind.CardRemoved, null, turn.File with { VoidCards = turn.File.VoidCards.Add(command.Card) });
    }

    private static NewBallot Read(VoterTurn turn, AreaSheet area, System.Collections.Immutable.ImmutableArray<BallotLine> lines, CastCard command)
    {
        if (!area.IsOpen(command.HandedIn))
        {
            turn.Refuse(VotingRefusals.CardNotInTime.With(("card", command.Card), ("area", area.Id), ("handedIn", VoteTime.Text(command.HandedIn))));
        }

        return new NewBallot(LineReading.Read(turn, area, lines, isComplete: true), VotingChannel.Paper, command.HandedIn, command.Card);
    }

    // As bytes keep it, and so that it does not matter in which order lines were typed, or whether a cross was typed as 1.
    private static PaperEntry Normal(VotingSheet sheet, PaperEntry entry) => entry with
    {
        HandedIn = Instant.FromUnixTimeTicks(entry.HandedIn.ToUnixTimeTicks()),
        Lines = entry.IsUnreadable ? [] : [.. entry.Lines.Select(line => Normal(sheet, line)).OrderBy(line => line.Project, StringComparer.Ordinal).ThenBy(line => line.Value)],
    };

    private static BallotLine Normal(VotingSheet sheet, BallotLine line) => line.Value == 1 && sheet.PlaceOf(line.Project) is >= 0 and var place && !sheet.Find(sheet.Ballot.Projects[place].Area)!.Design.HasValues
        ? line with { Value = null }
        : line;
}
