using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands of people who decide otherwise than the count: two, with a reason, and the count stays beside it.</summary>
internal static class OverrideDecider
{
    internal static void Propose(CycleTurn turn, ProposeOverride propose)
    {
        turn.RequireText("reason", propose.Reason);
        ResultDecider.RequirePerson(turn, propose);
        if (Find(turn, propose.Area) is not { } record)
        {
            return;
        }

        RequireWinners(turn, record.Counted, propose.Funded);
        if (turn.IsRefused)
        {
            return;
        }

        Changes(turn, record, propose.Funded);
        if (!turn.IsRefused && !IsSaidAgain(record.Overrides.LastOrDefault(), propose))
        {
            turn.Apply(new OverrideProposed
            {
                Area = propose.Area,
                Override = new ResultOverride { Number = record.Overrides.Length + 1, Funded = propose.Funded, Reason = propose.Reason, ProposedBy = propose.By!, ProposedAt = turn.Now },
            });
        }
    }

    internal static void Confirm(CycleTurn turn, ConfirmOverride confirm)
    {
        ResultDecider.RequirePerson(turn, confirm);
        if (Find(turn, confirm.Area) is not { } record)
        {
            return;
        }

        // The last one alone: what was proposed before it was given up for it.
        var last = record.Overrides.LastOrDefault();
        if (last is { IsConfirmed: true } && last.Number == confirm.Number && last.ConfirmedBy == confirm.By)
        {
            return;
        }

        if (!turn.Require(last is { IsConfirmed: false } && last.Number == confirm.Number, () => ResultRefusals.NoSuchOverride.With(("area", confirm.Area), ("number", Text(confirm.Number)))))
        {
            return;
        }

        turn.Require(confirm.By is null || confirm.By != last!.ProposedBy, () => ResultRefusals.SamePerson.With(("person", last!.ProposedBy)));
        var (added, removed) = Changes(turn, record, last!.Funded);
        if (turn.IsRefused)
        {
            return;
        }

        turn.Apply(new OverrideConfirmed { Area = confirm.Area, Number = confirm.Number, By = confirm.By!, At = turn.Now, Added = added, Removed = removed });
        if (turn.Head.Results.PublishedAt is not null)
        {
            turn.Tell(NoticeKind.ResultOverridden, Audience.Public, $"override/{confirm.Area}/{Text(confirm.Number)}", subject: confirm.Area, detail: last.Reason);
        }
    }

    // A second one would put off whoever is about to confirm the first.
    private static bool IsSaidAgain(ResultOverride? last, ProposeOverride propose) =>
        last is { IsConfirmed: false } && last.ProposedBy == propose.By && last.Reason == propose.Reason && last.Funded.AsSpan().SequenceEqual(propose.Funded.AsSpan());

    private static AreaRecord? Find(CycleTurn turn, string area)
    {
        var record = CycleId.IsValid(area) ? turn.State.Results.Find(area) : null;
        turn.Require(record is not null, () => CycleRefusals.NoSuchArea.With(("area", string.IsNullOrEmpty(area) ? "-" : area)));
        return record;
    }

    private static void RequireWinners(CycleTurn turn, AreaResult counted, ImmutableArray<string> funded)
    {
        var eligible = counted.Projects.Where(project => project.Fate != AreaCounting.Removed).Select(project => project.Project).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var project in funded.Where(project => !eligible.Contains(project) || !seen.Add(project)))
        {
            turn.Refuse(ResultRefusals.BadWinner.With(("project", string.IsNullOrEmpty(project) ? "-" : project), ("area", counted.Area)));
        }
    }

    // Looked at when it is proposed and when it is confirmed: in between, money may have moved and projects may have been funded.
    private static (ImmutableArray<WonProject> Added, ImmutableArray<WonProject> Removed) Changes(CycleTurn turn, AreaRecord record, ImmutableArray<string> funded)
    {
        ImmutableArray<WonProject> added = [.. ResultDecider.Won(record.Counted, funded.Except(record.Winners, StringComparer.Ordinal))];
        ImmutableArray<WonProject> removed = [.. ResultDecider.Won(record.Counted, record.Winners.Except(funded, StringComparer.Ordinal))];
        var cost = OverrideMoney.Cost(added, record.Counted);
        if (OverrideMoney.Available(turn.Head.Realisation, record.Counted, removed) is { } available)
        {
            turn.Require(added.IsEmpty || cost <= available, () => ResultRefusals.OverBudget.With(("cost", cost.ToString()), ("available", available.ToString())));
        }

        if (turn.Head.Results.PublishedAt is not null)
        {
            turn.State.Projects.Foresee(added.Concat(removed).Select(project => project.Project));
            foreach (var project in removed.Select(lost => turn.State.Projects[lost.Project]).Where(project => !ProjectStatuses.Table.Allows(project.Status, "confirm-override")))
            {
                turn.Refuse(ResultRefusals.AlreadyFunded.With(("project", project.Id), ("status", EnumNames.Of(project.Status))));
            }
        }

        return (added, removed);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
