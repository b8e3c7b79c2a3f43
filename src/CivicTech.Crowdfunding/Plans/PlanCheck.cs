using CivicTech.Crowdfunding.Goals;
using CivicTech.Numerics;
using CivicTech.Processes;
using CivicTech.Processes.Checks;
using NodaTime;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>What makes a plan one that can be run.</summary>
internal static class PlanCheck
{
    // What is later than this cannot be meant, and what is much later has no instant.
    private static readonly Duration Longest = Duration.FromDays(DaysAfterStart.MaxDays);

    internal static IReadOnlyList<PlanProblem> Problems(CampaignPlan plan)
    {
        var problems = new PlanProblems();
        problems.Id("id", plan.Id, PaymentKey.MaxIdLength);
        problems.Text("owner", plan.Owner);
        problems.Text("description", plan.Description);
        if (plan.Payee is not null)
        {
            problems.Text("payee", plan.Payee);
        }

        problems.Defined("ownerKind", plan.OwnerKind);
        problems.Defined("category", plan.Category);
        problems.Defined("visibility", plan.Visibility);
        problems.Defined("pledges.lateChange", plan.Pledges.LateChange);
        Budget(problems, plan);
        Currencies(problems, plan);
        Rounds(problems, plan.Goal);
        Collection(problems, plan.Collection);
        Payouts(problems, plan.Payouts);
        Pause(problems, "pledges.lastHours", plan.Pledges.LastHours);
        Span(problems, "pledges.feedbackWithin", plan.Pledges.FeedbackWithin);
        Span(problems, "reports.spendingWithin", plan.Reports.SpendingWithin);
        Span(problems, "reports.impactWithin", plan.Reports.ImpactWithin);
        return problems;
    }

    private static void Budget(PlanProblems problems, CampaignPlan plan)
    {
        if (plan.Budget.IsDefaultOrEmpty)
        {
            problems.Add("budget", "at least one line: backers see how the money will be spent");
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < plan.Budget.Length; i++)
        {
            if (plan.Budget[i] is not { } line)
            {
                problems.Add($"budget[{i}]", "a line");
                continue;
            }

            problems.Text($"budget[{i}].name", line.Name);
            problems.Require(names.Add(line.Name), $"budget[{i}].name", "a name that no other line has");
            problems.Require(line.Amount.IsPositive, $"budget[{i}].amount", "more than zero");
            problems.Require(line.Amount.Currency == plan.Currency, $"budget[{i}].amount", $"an amount in {plan.Currency}");
        }

        if (problems.Count == 0 && plan.Goal.Currency == plan.Currency)
        {
            // What is asked for at least is what the lines say it is needed for.
            var cost = plan.Budget.Aggregate((Int128)0, (sum, line) => sum + line.Amount.MinorUnits);
            var asked = plan.Goal.Rounds.Select(round => round.Target).FirstOrDefault(target => target is not null) is { } first ? Asked(first) : 0;
            problems.Require(cost <= long.MaxValue / 8, "budget", "lines whose sum money can hold");
            problems.Require(cost >= asked, "budget", $"lines that cost at least the first target, {Money.FromMinorUnits(asked, plan.Currency)}");
        }
    }

    // The least money that meets a target.
    private static long Asked(Target target) => target switch
    {
        MoneyTarget money => money.Amount.MinorUnits,
        AllOf all => all.Targets.Max(Asked),
        AnyOf any => any.Targets.Min(Asked),
        _ => 0,
    };

    private static void Currencies(PlanProblems problems, CampaignPlan plan)
    {
        problems.Require(plan.Goal.Currency is not { } goal || goal == plan.Currency, "goal", $"amounts in {plan.Currency}");
        problems.Require(plan.Fees.Currency is not { } fees || fees == plan.Currency, "fees", $"amounts in {plan.Currency}");
        problems.Require(plan.Pledges.MaximumPerBacker is not { } most || (most.Currency == plan.Currency && most.IsPositive), "pledges.maximumPerBacker", $"an amount in {plan.Currency}, more than zero");
    }

    private static void Rounds(PlanProblems problems, GoalRule goal)
    {
        for (var i = 0; i < goal.Rounds.Length; i++)
        {
            try
            {
                goal.Rounds[i].End.EndOf(Instant.FromUtc(2000, 1, 1, 0, 0), null);
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
            {
                problems.Add($"goal.rounds[{i}].end", exception.Message);
            }
        }

        var ends = goal.Rounds.Select((round, i) => (Place: i, (round.End as FixedEnd)?.Deadline)).Where(end => end.Deadline is not null).ToList();
        foreach (var (before, after) in ends.Zip(ends.Skip(1)))
        {
            problems.Require(
                !before.Deadline!.TryToInstant(DateTimeZoneProviders.Tzdb, out var first, out _) || !after.Deadline!.TryToInstant(DateTimeZoneProviders.Tzdb, out var second, out _) || first < second,
                $"goal.rounds[{after.Place}].end",
                $"a deadline after that of round {before.Place + 1}");
        }
    }

    private static void Collection(PlanProblems problems, CollectionPlan collection)
    {
        problems.Require(collection.GraceDays is >= 0 and <= 60, "collection.graceDays", "0 to 60 working days");
        problems.Defined("collection.mode", collection.Mode);
        problems.Require(!collection.WorkingDays.Holidays.IsDefault, "collection.workingDays.holidays", "a list, which may be empty");
        problems.Require(!collection.WorkingDays.Weekend.IsDefault && collection.WorkingDays.Weekend.Distinct().Count() < 7, "collection.workingDays.weekend", "at least one day on which banks work");
        problems.Require(DateTimeZoneProviders.Tzdb.GetZoneOrNull(collection.WorkingDays.Zone) is not null, "collection.workingDays.zone", "the id of an IANA time zone");
        Span(problems, "collection.authorisationWindow", collection.AuthorisationWindow);
        Span(problems, "collection.reminders.dropAfter", collection.Reminders.DropAfter);
        Span(problems, "collection.retries.finalAttemptAfter", collection.Retries.FinalAttemptAfter);
        Span(problems, "collection.retries.notices.dropAfter", collection.Retries.Notices?.DropAfter);
        for (var i = 0; i < collection.Retries.Delays.Length; i++)
        {
            Span(problems, $"collection.retries.delays[{i}]", collection.Retries.Delays[i]);
        }
    }

    private static void Payouts(PlanProblems problems, PayoutPlan payouts)
    {
        Pause(problems, "payouts.delay", payouts.Delay);
        Pause(problems, "payouts.reserveFor", payouts.ReserveFor);
        problems.Require(payouts.Reserve >= Rational.Zero && payouts.Reserve < Rational.One, "payouts.reserve", "a part from 0 to less than 1");
        problems.Require(!payouts.Tranches.IsDefaultOrEmpty, "payouts.tranches", "at least one");
        if (payouts.Tranches.IsDefaultOrEmpty)
        {
            return;
        }

        if (payouts.Tranches.Contains(null!))
        {
            problems.Add($"payouts.tranches[{payouts.Tranches.IndexOf(null!)}]", "a tranche");
            return;
        }

        problems.Require(payouts.Tranches.Select(tranche => tranche.Name).Distinct(StringComparer.Ordinal).Count() == payouts.Tranches.Length, "payouts.tranches", "names that differ");
        for (var i = 0; i < payouts.Tranches.Length; i++)
        {
            problems.Text($"payouts.tranches[{i}].name", payouts.Tranches[i].Name);
            if (payouts.Tranches[i].Milestone is { } milestone)
            {
                problems.Text($"payouts.tranches[{i}].milestone", milestone);
            }

            problems.Require(payouts.Tranches[i].Weight is > 0 and <= 1_000_000, $"payouts.tranches[{i}].weight", "1 to 1,000,000");
        }
    }

    private static void Pause(PlanProblems problems, string field, Duration time) =>
        problems.Require(time >= Duration.Zero && time <= Longest, field, $"zero to {DaysAfterStart.MaxDays} days");

    private static void Span(PlanProblems problems, string field, Duration? time) =>
        problems.Require(time is not { } span || (span > Duration.Zero && span <= Longest), field, $"more than zero, to {DaysAfterStart.MaxDays} days");
}
