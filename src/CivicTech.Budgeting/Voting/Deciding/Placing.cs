using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>What becomes of a ballot where there may be one already: at most one counts.</summary>
internal static class Placing
{
    /// <summary>What becomes of a ballot cast online now; refuses it when the one that is there stays.</summary>
    internal static Placement Online(VoterTurn turn, string area)
    {
        if (Check(turn, area) is not { } there)
        {
            return Placement.Put;
        }

        if (there.Channel == VotingChannel.Online)
        {
            if (turn.Sheet.Plan.Submission != Submission.ReviseUntilClose && !there.MayReplace)
            {
                turn.Refuse(VotingRefusals.AlreadyVoted.With(("area", area)));
            }

            return Placement.Put;
        }

        return turn.Sheet.Plan.Precedence switch
        {
            // Whose lines were released from a card was told to decide again, and that is no second vote.
            _ when there.MayReplace => Placement.Put,
            ChannelPrecedence.BothVoid => Placement.Void,
            ChannelPrecedence.LastCounts or ChannelPrecedence.OnlineWins => Placement.Put,
            _ => Stays(turn, there),
        };
    }

    /// <summary>What becomes of a ballot handed in on paper; refuses it when the one that is there stays.</summary>
    internal static Placement OnPaper(VoterTurn turn, string area, Instant handedIn)
    {
        if (Check(turn, area) is not { } there)
        {
            return Placement.Put;
        }

        var isOnline = there.Channel == VotingChannel.Online;
        return turn.Sheet.Plan.Precedence switch
        {
            ChannelPrecedence.BothVoid when isOnline => Placement.Void,
            ChannelPrecedence.PaperWins when isOnline => Placement.Put,
            ChannelPrecedence.FirstCounts when isOnline && handedIn < there.At => Placement.Put,
            ChannelPrecedence.LastCounts when handedIn >= there.At => Placement.Put,
            _ when there.MayReplace && !isOnline => Placement.Put,
            _ => Stays(turn, there),
        };
    }

    internal static void Place(VoterTurn turn, string area, Placement step, NewBallot ballot)
    {
        var there = turn.File.Find(area);
        var replaced = there is { IsCounted: true } ? 1 : 0;
        if (step == Placement.Void)
        {
            var before = there ?? new AreaFile(area);
            var isVoid = before with { IsCounted = false, IsVoid = true, Content = default, Tracker = default, MayReplace = false, Basket = null, Card = before.Card ?? ballot.Card, Voided = before.Voided + replaced + 1 };
            turn.Happen(VoterHappeningKind.BallotVoided, area, turn.File.With(isVoid, turn.NextVersion));
            return;
        }

        var tracker = there is null || there.Tracker == default ? turn.Trackers.Draw() : there.Tracker;
        var after = new AreaFile(area)
        {
            IsCounted = true,
            Content = ballot.Content,
            Channel = ballot.Channel,
            Ticks = ballot.At.ToUnixTimeTicks(),
            Card = ballot.Card,
            Edition = turn.Sheet.Edition,
            Tracker = tracker,
            Replaced = (there?.Replaced ?? 0) + replaced,
            Withdrawn = there?.Withdrawn ?? 0,
            Voided = there?.Voided ?? 0,
            Released = there?.Released ?? 0,
        };
        var file = turn.File.With(after, turn.NextVersion);
        turn.Happen(replaced > 0 ? VoterHappeningKind.BallotReplaced : VoterHappeningKind.BallotCast, area, file.Notices.IsEmpty ? file : file with { Notices = file.Notices.RemoveAll(notice => notice.Area == area) });
        turn.Hand(after);
    }

    /// <summary>Refuses an urn to a voter whose ballot is there and stays, and to one who has been at an urn.</summary>
    internal static void AtStation(VoterTurn turn, string area)
    {
        if (Check(turn, area) is { } there && (there.Channel == VotingChannel.Paper || turn.Sheet.Plan.Precedence is not (ChannelPrecedence.LastCounts or ChannelPrecedence.PaperWins)))
        {
            _ = Stays(turn, there);
        }
    }

    // The counted ballot that is there.
    private static AreaFile? Check(VoterTurn turn, string area)
    {
        if (turn.File.TickOf(area) is { } tick)
        {
            turn.Refuse(VotingRefusals.VotedAtStation.With(("area", area), ("station", tick.Station)));
        }

        var there = turn.File.Find(area);
        if (there is { IsVoid: true })
        {
            turn.Refuse(VotingRefusals.AreaVoid.With(("area", area)));
        }

        return there is { IsCounted: true } ? there : null;
    }

    private static Placement Stays(VoterTurn turn, AreaFile there)
    {
        turn.Refuse(VotingRefusals.OtherChannelCounts.With(("area", there.Area), ("channel", EnumNames.Of(there.Channel))));
        return Placement.Put;
    }

    internal enum Placement
    {
        /// <summary>It counts, instead of what is there.</summary>
        Put,

        /// <summary>It is void, and so is what is there.</summary>
        Void,
    }
}
