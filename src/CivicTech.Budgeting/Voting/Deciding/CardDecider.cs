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

        turn.TakenOut = CardParts.TakenOut(turn.Sheet, command);
        if (IsCast(turn.File, command.Card))
        {
            // It was cast before; the answer may have been lost.
            return;
        }

        if (!command.IsAnonymous)
        {
            Eligibility.Check(turn);
        }

        var parts = CardParts.Of(turn, command);
        foreach (var part in parts)
        {
            CheckTime(turn, part.Area, command);
            if (part.IsReleased)
            {
                AccessCheck.Check(turn, part.Area, withBaskets: false);
            }
        }

        var ballots = parts.Where(part => !part.IsReleased).Select(part => (Part: part, Ballot: Read(turn, part, command), Placement: Placing.OnPaper(turn, part.Area.Id, command.HandedIn))).ToList();
        if (!turn.Refusals.IsEmpty)
        {
            return;
        }

        // Where paper and online void each other, nothing else of the card counts either.
        var isVoid = ballots.Any(one => one.Placement == Placing.Placement.Void);
        foreach (var (part, ballot, placement) in ballots.Where(one => !isVoid || one.Placement == Placing.Placement.Void))
        {
            if (!isVoid)
            {
                AccessCheck.Check(turn, part.Area, withBaskets: false);
                CombinedLimit.Check(turn, part.Area.Id, ballot.Content.Count, withBaskets: false);
            }

            // Also after a refusal: what the card says elsewhere is checked as if this was taken. Nothing of it is saved then.
            Placing.Place(turn, part.Area.Id, placement, ballot);
        }

        // The voter is told as if the card had been entered before the ballot changed; a card from an urn is nobody's.
        foreach (var part in parts.Where(part => !part.Gone.IsEmpty && !command.IsAnonymous && !isVoid))
        {
            Tell(turn, part, command.Card);
        }
    }

    /// <summary>Whether a card's ballots came into a file, whatever became of them since.</summary>
    internal static bool IsCast(VoterFile file, string card) => file.Areas.Any(area => area.Card == card && !area.IsVoid);

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

    private static void Tell(VoterTurn turn, CardPart part, string card)
    {
        var there = turn.File.Find(part.Area.Id);
        if (there is { IsVoid: true } || (there is { IsCounted: true } && there.Card != card) || turn.File.TickOf(part.Area.Id) is not null)
        {
            return;
        }

        var notice = new ReleaseNotice(part.Area.Id, part.Gone.Max(project => project.ReleasedIn), part.IsReleased, [.. part.Gone.Select(project => project.Id)]);
        var file = there is { IsCounted: true } ? turn.File.With(there with { MayReplace = true }, turn.NextVersion) : turn.File;
        turn.Become(file.Notices.Contains(notice) ? file : file with { Notices = file.Notices.Add(notice) });
    }

    private static void CheckTime(VoterTurn turn, AreaSheet area, CastCard command)
    {
        if (!area.IsOpen(command.HandedIn))
        {
            turn.Refuse(VotingRefusals.CardNotInTime.With(("card", command.Card), ("area", area.Id), ("handedIn", VoteTime.Text(command.HandedIn))));
        }
    }

    private static NewBallot Read(VoterTurn turn, CardPart part, CastCard command) => new(LineReading.Read(turn, part.Area, part.Lines, isComplete: true), VotingChannel.Paper, command.HandedIn, command.Card);

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
