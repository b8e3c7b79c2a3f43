using CivicTech.Amounts;
using static CivicTech.Crowdfunding.Collection.ProviderEventKind;

namespace CivicTech.Crowdfunding.Collection;

/// <summary>What a well-formed event says, as facts.</summary>
internal static class EventReading
{
    internal static PaymentFacts OfPayment(ProviderEvent e) => e.Kind switch
    {
        Processing => new() { Progress = ProgressOf(e, PaymentStage.Processing) },
        ActionRequired => new() { Progress = ProgressOf(e, PaymentStage.ActionRequired) },
        Authorised => new()
        {
            Progress = ProgressOf(e, PaymentStage.Authorised),
            Authorisation = new() { Amount = e.Amount!.Value, Until = e.CaptureBefore },
        },
        Expired => new() { IsExpired = true },
        Voided => new() { IsVoided = true },
        Captured => new() { Captures = [new() { PaymentId = e.PaymentId!, Amount = e.Amount!.Value, Fee = e.Fee }] },
        Failed => new() { Failure = FailureOf(e) },
        RefundCompleted => new()
        {
            Refunds = [new() { Key = e.RefundKey!, Completed = e.Amount, CompletedAt = e.OccurredAt, Fee = e.Fee }],
        },
        RefundFailed => new() { Refunds = [new() { Key = e.RefundKey!, Failure = FailureOf(e) }] },
        DisputeOpened => DisputeOf(e, null),
        DisputeWon => DisputeOf(e, DisputeOutcome.Won),
        DisputeLost => DisputeOf(e, DisputeOutcome.Lost),
        DisputeReversed => DisputeOf(e, DisputeOutcome.Reversed),
        _ => new() { WasInDoubt = true },
    };

    internal static PayoutAttempt OfPayout(ProviderEvent e, PayoutAttempt empty) => e.Kind switch
    {
        PayoutSent => empty with { Transfers = [new() { Id = e.PaymentId!, Amount = e.Amount, Fee = e.Fee }] },
        PayoutReturned => empty with { Transfers = [new() { Id = e.PaymentId!, IsReturned = true }] },
        PayoutFailed => empty with { Failure = FailureOf(e) },
        _ => empty with { WasInDoubt = true },
    };

    private static ProgressFact ProgressOf(ProviderEvent e, PaymentStage stage) => new() { Stage = stage, At = e.OccurredAt };

    private static FailureFact FailureOf(ProviderEvent e) => new() { Code = e.FailureCode, At = e.OccurredAt };

    private static PaymentFacts DisputeOf(ProviderEvent e, DisputeOutcome? outcome) => new()
    {
        Disputes =
        [
            new()
            {
                Id = e.DisputeId!,
                Amount = e.Amount,
                Fee = e.Fee,
                Ruling = outcome is { } ended ? new() { Outcome = ended, At = e.OccurredAt } : null,
            },
        ],
    };
}
