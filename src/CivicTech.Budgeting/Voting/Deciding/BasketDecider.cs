using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>Ballots that wait in a basket until they are submitted together.</summary>
internal static class BasketDecider
{
    internal static void Decide(VoterTurn turn, SaveBasket command)
    {
        if (!HasBaskets(turn, command))
        {
            return;
        }

        Eligibility.Check(turn);
        if (turn.Sheet.Find(command.Area) is not { } area)
        {
            turn.Refuse(VotingRefusals.NoSuchArea.With(("area", command.Area)));
            return;
        }

        var content = LineReading.Read(turn, area, command.Lines, isComplete: false);

        // It is kept, in the file of the voter: a number that is none of an edition is that of the nearest.
        var seen = Math.Clamp(command.SeenEdition ?? turn.Sheet.Edition, 1, turn.Sheet.Edition);
        if (!content.IsBlank)
        {
            LineReading.CheckSeen(turn, area, content, seen);
            VoteTime.Check(turn, area);
            AccessCheck.Check(turn, area, withBaskets: true);
            CombinedLimit.Check(turn, area.Id, content.Count, withBaskets: true);
            _ = Placing.Online(turn, area.Id);
        }

        // Emptied it may always be: what can no longer be cast must not keep the rest from being submitted.
        var before = turn.File.Find(area.Id);
        var basket = content.IsBlank ? null : new BasketPart(content, seen);
        if (turn.Refusals.IsEmpty && !Equals(before?.Basket, basket))
        {
            turn.Happen(VoterHappeningKind.BasketSaved, area.Id, turn.File.With((before ?? new AreaFile(area.Id)) with { Basket = basket }, turn.NextVersion));
        }
    }

    internal static void Decide(VoterTurn turn, SubmitBasket command)
    {
        if (!HasBaskets(turn, command))
        {
            return;
        }

        Eligibility.Check(turn);
        var wasEligible = turn.Refusals.IsEmpty;
        var areas = turn.File.Areas;
        var waiting = 0;
        foreach (var file in areas)
        {
            if (file.Basket is { } basket)
            {
                var area = turn.Sheet.Find(file.Area)!;
                LineReading.CheckAgain(turn, area, basket.Content);
                LineReading.CheckSeen(turn, area, basket.Content, Math.Max(basket.Edition, command.SeenEdition ?? 0));
                VoteTime.Check(turn, area);
                AccessCheck.Check(turn, area, withBaskets: true);
                _ = Placing.Online(turn, area.Id);
                waiting++;
            }
        }

        if (waiting == 0)
        {
            if (wasEligible)
            {
                HandAll(turn);
            }

            return;
        }

        CombinedLimit.Check(turn, null, 0, withBaskets: true);
        if (turn.Refusals.IsEmpty)
        {
            foreach (var file in areas)
            {
                if (file.Basket is { } basket)
                {
                    Placing.Place(turn, file.Area, Placing.Online(turn, file.Area), new NewBallot(basket.Content, VotingChannel.Online, turn.Now, null));
                }
            }
        }
    }

    // Submitted again: the answer may have been lost.
    private static void HandAll(VoterTurn turn)
    {
        foreach (var file in turn.File.Areas)
        {
            if (file is { IsCounted: true, Channel: VotingChannel.Online })
            {
                turn.Hand(file);
            }
        }

        if (!turn.HasReceipts)
        {
            turn.Refuse(VotingRefusals.BasketEmpty.With());
        }
    }

    private static bool HasBaskets(VoterTurn turn, VotingCommand command)
    {
        var submission = turn.Sheet.Plan.Submission;
        if (submission != Submission.Basket)
        {
            turn.Refuse(VotingRefusals.WrongSubmission.With(("submission", EnumNames.Of(submission)), ("command", command.Name)));
        }

        return submission == Submission.Basket;
    }
}
