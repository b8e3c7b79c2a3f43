using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>Voters who come to a station and vote there with a card that is nobody's. What is in an urn cannot be taken out: as long as the tick stands, nothing else of the voter is taken.</summary>
internal static class TickDecider
{
    internal static void Decide(VoterTurn turn, TickVoter command)
    {
        Require(turn, "station", command.Station);
        Require(turn, "by", command.By);
        Eligibility.Check(turn);
        if (command.Area is { } named && turn.Sheet.Find(named) is null)
        {
            turn.Refuse(VotingRefusals.NoSuchArea.With(("area", named)));
            return;
        }

        if (turn.Refusals.IsEmpty && turn.File.Ticks.Any(tick => tick.Stands && tick.IsOf(command.Station, command.Area)))
        {
            // Asked again: the answer may have been lost.
            return;
        }

        if (command.Area is not { } area)
        {
            DecideAll(turn, command);
            return;
        }

        var sheet = turn.Sheet.Find(area)!;
        VoteTime.Check(turn, sheet);
        AccessCheck.Check(turn, sheet, withBaskets: false);
        Placing.AtStation(turn, area);
        Tick(turn, command, [sheet]);
    }

    internal static void Decide(VoterTurn turn, TakeTickBack command)
    {
        Require(turn, "station", command.Station);
        Require(turn, "by", command.By);
        Require(turn, "reason", command.Reason);
        if (!turn.Refusals.IsEmpty)
        {
            return;
        }

        var ticks = turn.File.Ticks;
        for (var i = ticks.Length - 1; i >= 0; i--)
        {
            if (ticks[i].IsOf(command.Station, command.Area))
            {
                if (ticks[i].Stands)
                {
                    var correction = new TickCorrection { By = command.By, Reason = command.Reason, At = NodaTime.Instant.FromUnixTimeTicks(turn.Now.ToUnixTimeTicks()) };
                    turn.Happen(VoterHappeningKind.TickTakenBack, command.Area, turn.File with { Ticks = ticks.SetItem(i, ticks[i] with { Correction = correction }) });
                }

                // Otherwise it was asked before: the answer may have been lost.
                return;
            }
        }

        turn.Refuse(VotingRefusals.NotTickedOff.With(("station", command.Station)));
    }

    private static void DecideAll(VoterTurn turn, TickVoter command)
    {
        var open = turn.Sheet.Areas.Where(area => area.IsOpen(turn.Now)).ToList();
        foreach (var area in turn.Sheet.Areas)
        {
            if (open.Count == 0)
            {
                VoteTime.Check(turn, area);
            }

            Placing.AtStation(turn, area.Id);
        }

        Tick(turn, command, [.. turn.Sheet.Areas]);
    }

    private static void Tick(VoterTurn turn, TickVoter command, IEnumerable<AreaSheet> areas)
    {
        if (!turn.Refusals.IsEmpty)
        {
            return;
        }

        // The plan lets paper take the place of what came online.
        foreach (var area in areas)
        {
            if (turn.File.Find(area.Id) is { IsCounted: true } online)
            {
                var after = online with { IsCounted = false, Content = default, Tracker = default, MayReplace = false, Basket = null, Replaced = online.Replaced + 1 };
                turn.Happen(VoterHappeningKind.BallotReplaced, area.Id, turn.File.With(after, turn.NextVersion));
            }
        }

        var tick = new StationTick { Station = command.Station, Area = command.Area, At = NodaTime.Instant.FromUnixTimeTicks(turn.Now.ToUnixTimeTicks()), By = command.By };
        turn.Happen(VoterHappeningKind.VotedAtStation, command.Area, turn.File with { Ticks = turn.File.Ticks.Add(tick) });
    }

    private static void Require(VoterTurn turn, string field, string value)
    {
        if (!ProcessName.IsValid(value, ProcessName.LongestId))
        {
            turn.Refuse(VotingRefusals.BadReference.With(("field", field)));
        }
    }
}
