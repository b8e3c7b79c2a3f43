using CivicTech.Crowdfunding.Goals;
using CivicTech.Numerics;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>What makes a plan one that can be run.</summary>
internal static class PlanCheck
{
    // What is later than this cannot be meant, and what is much later has no instant.
    private static readonly Duration Longest = Duration.FromDays(DaysAfterStart.MaxDays);

    internal static IReadOnlyList<PlanProblem> Problems(CampaignPlan plan)
    {
        var problems = new List<PlanProblem>();
        Require(problems, PaymentKey.IsId(plan.Id), "id", $"1 to {PaymentKey.MaxIdLength} characters, no slash, no control characters and none beyond U+FFFD");
        Text(problems, "owner", plan.Owner);
        Text(problems, "description", plan.Description);
        if (plan.Payee is not null)
        {
            Text(problems, "payee", plan.Payee);
        }

        Defined(problems, "ownerKind", plan.OwnerKind);
        Defined(problems, "category", plan.Category);
        Defined(problems, "visibility", plan.Visibility);
        Defined(problems, "pledges.lateChange", plan.Pledges.LateChange);
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

    private static void Budget(List<PlanProblem> problems, CampaignPlan plan)
    {
        if (plan.Budget.IsDefaultOrEmpty)
        {
            problems.Add(new("budget", "at least one line: backers see how the money will be spent"));
            return;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < plan.Budget.Length; i++)
        {
            if (plan.Budget[i] is not { } line)
            {
                problems.Add(new($"budget[{i}]", "a line"));
                continue;
            }

            Text(problems, $"budget[{i}].name", line.Name);
            Require(problems, names.Add(line.Name), $"budget[{i}].name", "a name that no other line has");
            Require(problems, line.Amount.IsPositive, $"budget[{i}].amount", "more than zero");
            Require(problems, line.Amount.Currency == plan.Currency, $"budget[{i}].amount", $"an amount in {plan.Currency}");
        }

        if (problems.Count == 0 && plan.Goal.Currency == plan.Currency)
        {
            // What is asked for at least is what the lines say it is needed for.
            var cost = plan.Budget.Aggregate((Int128)0, (sum, line) => sum + line.Amount.MinorUnits);
            var asked = plan.Goal.Rounds.Select(round => round.Target).FirstOrDefault(target => target is not null) is { } first ? Asked(first) : 0;
            Require(problems, cost <= long.MaxValue / 8, "budget", "lines whose sum money can hold");
            Require(problems, cost >= asked, "budget", $"lines that cost at least the first target, {Money.FromMinorUnits(asked, plan.Currency)}");
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

    private static void Currencies(List<PlanProblem> problems, CampaignPlan plan)
    {
        Require(problems, plan.Goal.Currency is not { } goal || goal == plan.Currency, "goal", $"amounts in {plan.Currency}");
        Require(problems, plan.Fees.Currency is not { } fees || fees == plan.Currency, "fees", $"amounts in {plan.Currency}");
        Require(problems, plan.Pledges.MaximumPerBacker is not { } most || (most.Currency == plan.Currency && most.IsPositive), "pledges.maximumPerBacker", $"an amount in {plan.Currency}, more than zero");
    }

    private static void Rounds(List<PlanProblem> problems, GoalRule goal)
    {
        for (var i = 0; i < goal.Rounds.Length; i++)
        {
            try
            {
                goal.Rounds[i].End.EndOf(Instant.FromUtc(2000, 1, 1, 0, 0), null);
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
            {
                problems.Add(new($"goal.rounds[{i}].end", exception.Message));
            }
        }

        var ends = goal.Rounds.Select((round, i) => (Place: i, (round.End as FixedEnd)?.Deadline)).Where(end => end.Deadline is not null).ToList();
        foreach (var (before, after) in ends.Zip(ends.Skip(1)))
        {
            Require(
                problems,
                !before.Deadline!.TryToInstant(DateTimeZoneProviders.Tzdb, out var first, out _) || !after.Deadline!.TryToInstant(DateTimeZoneProviders.Tzdb, out var second, out _) || first < second,
                $"goal.rounds[{after.Place}].end",
                $"a deadline after that of round {before.Place + 1}");
        }
    }

    private static void Collection(List<PlanProblem> problems, CollectionPlan collection)
    {
        Require(problems, collection.GraceDays is >= 0 and <= 60, "collection.graceDays", "0 to 60 working days");
        Defined(problems, "collection.mode", collection.Mode);
        Require(problems, !collection.WorkingDays.Holidays.IsDefault, "collection.workingDays.holidays", "a list, which may be empty");
        Require(problems, !collection.WorkingDays.Weekend.IsDefault && collection.WorkingDays.Weekend.Distinct().Count() < 7, "collection.workingDays.weekend", "at least one day on which banks work");
        Require(problems, DateTimeZoneProviders.Tzdb.GetZoneOrNull(collection.WorkingDays.Zone) is not null, "collection.workingDays.zone", "the id of an IANA time zone");
        Span(problems, "collection.authorisationWindow", collection.AuthorisationWindow);
        Span(problems, "collection.reminders.dropAfter", collection.Reminders.DropAfter);
        Span(problems, "collection.retries.finalAttemptAfter", collection.Retries.FinalAttemptAfter);
        Span(problems, "collection.retries.notices.dropAfter", collection.Retries.Notices?.DropAfter);
        for (var i = 0; i < collection.Retries.Delays.Length; i++)
        {
            Span(problems, $"collection.retries.delays[{i}]", collection.Retries.Delays[i]);
        }
    }

    private static void Payouts(List<PlanProblem> problems, PayoutPlan payouts)
    {
        Pause(problems, "payouts.delay", payouts.Delay);
        Pause(problems, "payouts.reserveFor", payouts.ReserveFor);
        Require(problems, payouts.Reserve >= Rational.Zero && payouts.Reserve < Rational.One, "payouts.reserve", "a part from 0 to less than 1");
        Require(problems, !payouts.Tranches.IsDefaultOrEmpty, "payouts.tranches", "at least one");
        if (payouts.Tranches.IsDefaultOrEmpty)
        {
            return;
        }

        if (payouts.Tranches.Contains(null!))
        {
            problems.Add(new($"payouts.tranches[{payouts.Tranches.IndexOf(null!)}]", "a tranche"));
            return;
        }

        Require(problems, payouts.Tranches.Select(tranche => tranche.Name).Distinct(StringComparer.Ordinal).Count() == payouts.Tranches.Length, "payouts.tranches", "names that differ");
        for (var i = 0; i < payouts.Tranches.Length; i++)
        {
            Text(problems, $"payouts.tranches[{i}].name", payouts.Tranches[i].Name);
            if (payouts.Tranches[i].Milestone is { } milestone)
            {
                Text(problems, $"payouts.tranches[{i}].milestone", milestone);
            }

            Require(problems, payouts.Tranches[i].Weight is > 0 and <= 1_000_000, $"payouts.tranches[{i}].weight", "1 to 1,000,000");
        }
    }

    private static void Pause(List<PlanProblem> problems, string field, Duration time) =>
        Require(problems, time >= Duration.Zero && time <= Longest, field, $"zero to {DaysAfterStart.MaxDays} days");

    private static void Span(List<PlanProblem> problems, string field, Duration? time) =>
        Require(problems, time is not { } span || (span > Duration.Zero && span <= Longest), field, $"more than zero, to {DaysAfterStart.MaxDays} days");

    private static void Text(List<PlanProblem> problems, string field, string? value) =>
        Require(problems, ProcessName.IsValid(value, ProcessName.LongestId), field, $"1 to {ProcessName.LongestId} characters, no control characters and none beyond U+FFFD");

    private static void Defined<T>(List<PlanProblem> problems, string field, T value)
        where T : struct, Enum => Require(problems, Enum.IsDefined(value), field, $"one of {string.Join(", ", Enum.GetValues<T>().Select(EnumNames.Of))}");

    private static void Require(List<PlanProblem> problems, bool holds, string field, string expected)
    {
        if (!holds)
        {
            problems.Add(new(field, expected));
        }
    }
}
