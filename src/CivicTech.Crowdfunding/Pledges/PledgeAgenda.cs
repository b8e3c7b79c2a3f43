using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Plans;
using NodaTime;

namespace CivicTech.Crowdfunding.Pledges;

/// <summary>
/// What is to be done next about a pledge, and when: a function of what is known of it alone. Provider events only add to what is known, in any order; whatever follows from them is found
/// here, when its time comes.
/// </summary>
internal static class PledgeAgenda
{
    // A refund that failed is asked for anew after a day, then each time after twice as long, at most so often; then a person must look.
    private const int MostRefundRetries = 6;

    internal static (PledgeStep Step, Instant Due)? Next(Pledge pledge, CampaignPlan plan)
    {
        var money = Money(pledge) ?? Collecting(pledge, plan);
        money = Question(pledge) is { } question ? Earlier(money, (PledgeStep.Ask, question.Due)) : money;
        return pledge.HasFeedback || pledge.Standing != PledgeStanding.Committed
            ? money
            : Earlier(money, (PledgeStep.Feedback, pledge.CommittedAt + plan.Pledges.FeedbackWithin));
    }

    /// <summary>The attempt that the provider is to be asked about next, and when; null when the last word is known of all.</summary>
    internal static (PledgeAttempt Attempt, Instant Due)? Question(Pledge pledge)
    {
        (PledgeAttempt, Instant Due)? next = null;
        foreach (var attempt in pledge.Attempts)
        {
            next = attempt.AskDue is { } due && !(next?.Due <= due) ? (attempt, due) : next;
        }

        return next;
    }

    /// <summary>Whether a payment is under way that may still bring the money.</summary>
    internal static bool IsInFlight(Pledge pledge) => pledge.LastAttempt is { } last && IsInFlight(last);

    /// <summary>Whether the provider is at work on something that may bring money.</summary>
    internal static bool IsAtProvider(Pledge pledge) => pledge.Attempts.Any(attempt => attempt.Payment is { Operation: not (PaymentOperation.PayLink or PaymentOperation.Offline) } payment
        && payment.Status is PaymentStatus.Requested or PaymentStatus.Unknown or PaymentStatus.Processing);

    /// <summary>Whether a dispute or a refund at the provider took money that is not collected again.</summary>
    internal static bool HasLost(Pledge pledge) => pledge.Attempts.Any(attempt => attempt.Payment.Position is var money && money.Captured.IsPositive && money.Net < money.Captured);

    /// <summary>The attempts that hold the backer's money, or keep a link open, for a promise that does not stand, or that is collected in another way by now.</summary>
    internal static IEnumerable<PledgeAttempt> HeldForNothing(Pledge pledge) =>
        pledge.Attempts.Where(attempt => CanBeReleased(attempt) && (pledge.Standing != PledgeStanding.Committed || IsReplaced(pledge, attempt)));

    /// <summary>Whether a link was given up for another attempt.</summary>
    internal static bool IsReplaced(Pledge pledge, PledgeAttempt attempt) => attempt.Payment.Operation == PaymentOperation.PayLink && attempt.Payment.Key != pledge.LastAttempt?.Payment.Key;

    /// <summary>Whether money should go back, and that failed so often that it is not tried any more.</summary>
    internal static bool IsRefundStuck(Pledge pledge) => pledge.Excess.IsPositive && FailedRefunds(pledge).Count > MostRefundRetries;

    /// <summary>The attempt that holds money to be taken.</summary>
    internal static PledgeAttempt? Holding(Pledge pledge, Instant now) =>
        pledge.Attempts.FirstOrDefault(attempt => !attempt.CaptureAsked && attempt.Payment.Capturable(now).IsPositive);

    // Whether an attempt may be let go of.
    private static bool CanBeReleased(PledgeAttempt attempt) => !attempt.VoidAsked && attempt.Payment.Facts.Captures.IsEmpty
        && (attempt.Payment.Operation is PaymentOperation.PayLink ? IsInFlight(attempt) : attempt.Payment.Status == PaymentStatus.Authorised);

    private static bool IsInFlight(PledgeAttempt attempt) => attempt.Payment.Operation != PaymentOperation.Offline
        && attempt.Payment.Status is PaymentStatus.Requested or PaymentStatus.Unknown or PaymentStatus.Processing or PaymentStatus.ActionRequired or PaymentStatus.Authorised;

    // What to do about money that is here, or held: at once.
    private static (PledgeStep Step, Instant Due)? Money(Pledge pledge)
    {
        if (pledge.Standing == PledgeStanding.Dropped && pledge.Net.IsPositive)
        {
            return (PledgeStep.Revive, pledge.CommittedAt);
        }

        if (pledge.Excess.IsPositive)
        {
            return IsRefundStuck(pledge) ? null : (PledgeStep.Refund, RefundDue(pledge));
        }

        return HeldForNothing(pledge).Any() ? (PledgeStep.Release, pledge.CommittedAt) : null;
    }

    private static Instant RefundDue(Pledge pledge) => FailedRefunds(pledge) is { Count: > 0 and var failures } refunds
        ? refunds.Max(refund => refund.Failure!.At) + Duration.FromDays(1 << (failures - 1))
        : pledge.CommittedAt;

    private static List<RefundFact> FailedRefunds(Pledge pledge) =>
        [.. pledge.Attempts.SelectMany(attempt => attempt.Payment.Facts.Refunds).Where(refund => refund.IsFailed)];

    private static (PledgeStep Step, Instant Due)? Collecting(Pledge pledge, CampaignPlan plan)
    {
        var mode = plan.Collection.Mode;
        var holds = mode == CollectionMode.AuthoriseThenCapture;
        if (pledge.Standing != PledgeStanding.Committed || pledge.Evidence is not null || pledge.Net >= pledge.Payable || HasLost(pledge)
            || (pledge.CollectingSince is null && !holds))
        {
            return null;
        }

        if (pledge.LastAttempt is not { } last)
        {
            return (PledgeStep.Collect, pledge.CollectingSince ?? pledge.CommittedAt);
        }

        if (last.Payment.Status == PaymentStatus.Authorised)
        {
            return AtHold(pledge, last);
        }

        // A hold that is gone when it is needed is no failed charge: the charge comes at once.
        if (pledge.CollectingSince is { } since && last.Payment is { Operation: PaymentOperation.Authorise, Status: PaymentStatus.Expired or PaymentStatus.Voided })
        {
            return (PledgeStep.Collect, since);
        }

        // Whoever gave another way to pay is not waited for at the first any longer; what is paid there all the same goes back.
        if (pledge.MethodSince is { } given && WaitsForBacker(last) && (given > last.MadeAt || last.Payment.Operation == PaymentOperation.PayLink))
        {
            return (PledgeStep.Collect, given);
        }

        if (last.Payment is { Operation: PaymentOperation.PayLink, Status: PaymentStatus.Expired })
        {
            return RanOut(pledge, last, plan.Collection.Reminders);
        }

        return IsInFlight(last) ? Waiting(last, plan) : Failed(pledge, plan);
    }

    // A link that ran out too early is made anew when the backer would be reminded of it; one that ran out in its time is not.
    private static (PledgeStep Step, Instant Due)? RanOut(Pledge pledge, PledgeAttempt last, ReminderPolicy reminders)
    {
        var end = reminders.DropsAt(Started(pledge));
        return reminders.Next(last.Reminders, last.MadeAt) is { } again && again < end ? (PledgeStep.Collect, again) : (PledgeStep.Drop, end);
    }

    // A hold waits for the success; once it is there, it is taken, or when it ran out meanwhile, made anew.
    private static (PledgeStep Step, Instant Due)? AtHold(Pledge pledge, PledgeAttempt last)
    {
        if (pledge.CollectingSince is not { } since || last.CaptureAsked)
        {
            return null;
        }

        return last.Payment.Capturable(since).IsPositive ? (PledgeStep.Capture, since) : (PledgeStep.Collect, since);
    }

    // Debits take their days.
    private static (PledgeStep Step, Instant Due)? Waiting(PledgeAttempt last, CampaignPlan plan)
    {
        if (!WaitsForBacker(last))
        {
            return null;
        }

        var reminders = plan.Collection.Reminders;
        return reminders.Next(last.Reminders, last.MadeAt) is { } reminder
            ? (PledgeStep.Remind, reminder)
            : (PledgeStep.Drop, reminders.DropsAt(last.MadeAt));
    }

    private static (PledgeStep Step, Instant Due)? Failed(Pledge pledge, CampaignPlan plan)
    {
        // What brought all that it was to bring has not failed: more is owed since.
        var since = pledge.MethodSince ?? Instant.MinValue;
        var failed = pledge.Attempts.Where(attempt => attempt.MadeAt >= since && attempt.Payment.Position.Captured < attempt.Payment.Amount).ToList();
        if (failed.Count == 0)
        {
            return (PledgeStep.Collect, Started(pledge));
        }

        var last = failed.Max(FailedAt);
        var retries = plan.Collection.Retries;
        (PledgeStep Step, Instant Due) next = retries.Next(failed.Count, last, Started(pledge)) is { } retry ? (PledgeStep.Collect, retry) : (PledgeStep.Drop, last);
        return retries.Notices?.Next(failed.Sum(attempt => attempt.Reminders), failed.Min(FailedAt)) is { } notice && notice < next.Due
            ? (PledgeStep.Remind, notice)
            : next;
    }

    // A link or a confirmation; a slip that the backer has paid in is on its way, and not closed under the money.
    private static bool WaitsForBacker(PledgeAttempt attempt) => attempt.Payment.Status == PaymentStatus.ActionRequired
        || (attempt.Payment.Operation == PaymentOperation.PayLink && attempt.Payment.Status is PaymentStatus.Requested or PaymentStatus.Unknown or PaymentStatus.Authorised);

    // Collecting starts afresh with a new method.
    private static Instant Started(Pledge pledge) => Instant.Max(pledge.CollectingSince ?? pledge.CommittedAt, pledge.MethodSince ?? Instant.MinValue);

    private static Instant FailedAt(PledgeAttempt attempt) => attempt.Payment.Facts.Failure?.At ?? attempt.Payment.Facts.Authorisation?.Until ?? attempt.MadeAt;

    private static (PledgeStep Step, Instant Due)? Earlier((PledgeStep Step, Instant Due)? left, (PledgeStep Step, Instant Due) right) =>
        left is { } first && first.Due <= right.Due ? first : right;
}
