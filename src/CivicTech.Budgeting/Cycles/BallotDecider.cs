using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Plans;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Voting;
using CivicTech.Time;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands about the official ballot and its box.</summary>
internal static class BallotDecider
{
    internal static void Freeze(CycleTurn turn, FreezeBallot freeze)
    {
        var shortlisted = turn.State.Proposals.All.Select(proposal => proposal.Value).Where(proposal => proposal is { Status: ProposalStatus.Shortlisted, HiddenFor: null }).ToList();
        var proposals = BallotProposals.Of(shortlisted);
        var opens = VoteWindows.First(turn.Calendar, turn.Plan)!.Value;
        turn.Require(shortlisted.Count > 0, () => CycleRefusals.NothingToVoteOn.With());
        turn.Require(turn.Now < opens, () => CycleRefusals.FrozenTooLate.With(("opened", InstantText.Of(opens))));
        turn.Require(!turn.Plan.Count.NeedsLot || (freeze.Commitment is not null && freeze.PublicValue is not null), () => CycleRefusals.CommitmentNeeded.With());
        foreach (var id in freeze.Exclusions.SelectMany(set => set).Where(id => !proposals.Any(proposal => proposal.Id == id)))
        {
            turn.Refuse(CycleRefusals.NotOnBallot.With(("project", id)));
        }

        turn.Require(freeze.Exclusions.All(set => set.Length > 1 && set.Distinct(StringComparer.Ordinal).Count() == set.Length), () => CycleRefusals.NoExclusion.With());
        if (freeze.PublicValue is not null)
        {
            turn.RequireText("publicValue", freeze.PublicValue);
        }

        if (freeze.OrderSeed is not null)
        {
            turn.RequireText("orderSeed", freeze.OrderSeed);
        }

        if (turn.IsRefused)
        {
            return;
        }

        var ballot = BallotOrder.Make(turn.Plan.Voting.Areas, proposals, freeze);
        turn.Apply(new BallotFrozen { At = turn.Now, Ballot = ballot, OrderSeed = freeze.OrderSeed, Commitment = freeze.Commitment, PublicValue = freeze.PublicValue });
        ProposalDecider.PutOnBallot(turn);
        turn.Request("open-box", new OpenBox());
    }

    internal static void Change(CycleTurn turn, ChangeBallot change)
    {
        var ballot = BallotOf(turn.State);
        turn.RequireText("reason", change.Reason);
        RequireKnown(turn, change.Change, ballot);
        turn.Require(turn.Plan.MidVote != MidVoteRule.Refuse, () => CycleRefusals.FrozenBallot.With());
        if (turn.IsRefused || IsSoAlready(change.Change, ballot))
        {
            return;
        }

        var next = ballot.Next(change.Change with { Released = [.. Concerned(turn.Plan, ballot, change.Change).Except(change.Change.Removed, StringComparer.Ordinal)] });
        Amend(turn, next, change.Reason);
        ProposalDecider.TakeOffBallot(turn, change.Change.Removed, change.Reason);
        ProposalDecider.Reprice(turn, next.Projects.Where(project => change.Change.Costs.Any(cost => cost.Key == project.Id)), change.Reason);
        if (turn.Plan.MidVote == MidVoteRule.Restart)
        {
            turn.Tell(NoticeKind.VoteRestarted, Audience.Public, $"restarted/{EditionText(next)}", detail: change.Reason);
            return;
        }

        foreach (var project in ReleasedBy(next))
        {
            turn.Tell(NoticeKind.LinesReleased, Audience.Voters, $"released/{EditionText(next)}/{project}", subject: project, detail: change.Reason);
        }
    }

    internal static void Seal(CycleTurn turn, RecordSeal record)
    {
        if (turn.Require(turn.Head.IsSealAsked, () => CycleRefusals.WrongStatus.With(("status", EnumNames.Of(turn.Head.Status)), ("command", record.Name))))
        {
            turn.Apply(new BoxSealed { Content = record.Content });
        }
    }

    /// <summary>Has the box sealed once the vote is over, every card is accounted for, and the box has followed every change of the ballot.</summary>
    internal static void SealWhenReady(CycleTurn turn)
    {
        if (turn.Head is { Status: CycleStatus.Sealing, AmendmentsUnderWay: 0, IsSealAsked: false } && PaperClock.IsOver(turn.Head))
        {
            AskSeal(turn);
        }
    }

    /// <summary>A vote that was broken off is no reason to keep who voted how.</summary>
    internal static void SealCancelled(CycleTurn turn)
    {
        if (turn.Head is { Edition: > 0, IsSealAsked: false })
        {
            AskSeal(turn);
        }
    }

    /// <summary>After an extension of the vote: every machine learns of it by a new edition.</summary>
    internal static void FollowCalendar(CycleTurn turn, CycleCalendar before, string reason)
    {
        if (turn.Head is { Edition: > 0, Box: null, VotingClosedAt: null }
            && turn.Plan.Voting.Areas.Any(area => !VoteWindows.Of(before, area.Id).AsSpan().SequenceEqual(VoteWindows.Of(turn.Calendar, area.Id).AsSpan())))
        {
            Amend(turn, BallotOf(turn.State).Next(new BallotChange()), reason);
        }
    }

    internal static OfficialBallot BallotOf(CycleState state) => state.Ballots[state.Head.Edition.ToString(CultureInfo.InvariantCulture)];

    private static void AskSeal(CycleTurn turn)
    {
        turn.Apply(new SealAsked());
        turn.Request("seal-box", new SealBox());
    }

    private static void RequireKnown(CycleTurn turn, BallotChange change, OfficialBallot ballot)
    {
        turn.Require(
            new[] { change.Removed, change.Released, [.. change.Costs.Select(cost => cost.Key)], [.. change.Budgets.Select(budget => budget.Key)] }.All(ids => ids.Distinct(StringComparer.Ordinal).Count() == ids.Length),
            () => CycleRefusals.NamedTwice.With());
        foreach (var project in change.Removed.Concat(change.Released).Concat(change.Costs.Select(cost => cost.Key)).Where(id => !ballot.Projects.Any(project => project.Id == id)))
        {
            turn.Refuse(CycleRefusals.NotOnBallot.With(("project", project)));
        }

        foreach (var (area, _) in change.Budgets.Where(budget => !ballot.Areas.Any(area => area.Id == budget.Key && area.Budget is not null)))
        {
            turn.Refuse(CycleRefusals.NoSuchArea.With(("area", area)));
        }

        foreach (var (project, cost) in change.Costs)
        {
            ProposalRequirements.RequirePrice(turn, project, cost);
        }

        foreach (var (area, budget) in change.Budgets)
        {
            turn.RequireAmount(area, budget);
        }
    }

    private static bool IsSoAlready(BallotChange change, OfficialBallot ballot) => change.Released.IsEmpty
        && change.Removed.All(id => ballot.Projects.Any(project => project.Id == id && project.IsRemoved))
        && change.Costs.All(cost => ballot.Projects.Any(project => project.Id == cost.Key && project.Cost == cost.Value))
        && change.Budgets.All(budget => ballot.Areas.Any(area => area.Id == budget.Key && area.Budget == budget.Value));

    // The projects about which voters decided on something that holds no longer.
    private static IEnumerable<string> Concerned(CyclePlan plan, OfficialBallot ballot, BallotChange change)
    {
        var isRestart = plan.MidVote == MidVoteRule.Restart;
        var repriced = change.Costs.Where(cost => ballot.Projects.Any(project => project.Id == cost.Key && project.Cost != cost.Value)).Select(cost => cost.Key);
        var projects = change.Released.Concat(repriced).Concat(isRestart ? change.Removed : []).ToHashSet(StringComparer.Ordinal);
        var areas = ballot.Areas.Where(area => change.Budgets.Any(budget => budget.Key == area.Id && budget.Value != area.Budget) && (isRestart || plan.Voting.DesignOf(area)!.UsesCosts))
            .Select(area => area.Id).ToHashSet(StringComparer.Ordinal);
        if (isRestart)
        {
            areas.UnionWith(ballot.Projects.Where(project => projects.Contains(project.Id)).Select(project => project.Area));
        }

        return ballot.Projects.Where(project => !project.IsRemoved && (areas.Contains(project.Area) || projects.Contains(project.Id))).Select(project => project.Id);
    }

    private static ImmutableArray<string> ReleasedBy(OfficialBallot ballot) => [.. ballot.Projects.Where(project => project.ReleasedIn == ballot.Edition).Select(project => project.Id)];

    private static void Amend(CycleTurn turn, OfficialBallot ballot, string reason)
    {
        turn.Apply(new BallotChanged { Ballot = ballot, Reason = reason });
        turn.Request($"amend-box/{EditionText(ballot)}", new AmendBox { Edition = ballot.Edition, Released = ReleasedBy(ballot) });
    }

    private static string EditionText(OfficialBallot ballot) => ballot.Edition.ToString(CultureInfo.InvariantCulture);
}
