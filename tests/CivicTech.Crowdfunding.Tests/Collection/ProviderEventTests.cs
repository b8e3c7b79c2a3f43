using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using static CivicTech.Crowdfunding.Tests.Collection.Events;

namespace CivicTech.Crowdfunding.Tests.Collection;

public sealed class ProviderEventTests
{
    [Fact]
    public void Problems_WellFormedEvents_AreNone()
    {
        var random = new SplitMix64(7);
        for (var i = 0; i < 1_000; i++)
        {
            var e = RandomEvents.Next(random);
            Assert.Empty(e.Problems());
            Assert.Empty(Attempt().ProblemsOf(e));
        }
    }

    [Theory]
    [InlineData(ProviderEventKind.Captured, "PaymentId,Amount")]
    [InlineData(ProviderEventKind.Authorised, "Amount")]
    [InlineData(ProviderEventKind.RefundCompleted, "RefundKey,Amount")]
    [InlineData(ProviderEventKind.RefundFailed, "RefundKey")]
    [InlineData(ProviderEventKind.DisputeOpened, "DisputeId,Amount")]
    [InlineData(ProviderEventKind.DisputeWon, "DisputeId")]
    [InlineData(ProviderEventKind.DisputeLost, "DisputeId")]
    [InlineData(ProviderEventKind.DisputeReversed, "DisputeId")]
    [InlineData(ProviderEventKind.PayoutSent, "PaymentId,Amount")]
    [InlineData(ProviderEventKind.PayoutReturned, "PaymentId")]
    [InlineData(ProviderEventKind.PayoutFailed, "")]
    [InlineData(ProviderEventKind.Unknown, "")]
    [InlineData(ProviderEventKind.Processing, "")]
    [InlineData(ProviderEventKind.Failed, "")]
    [InlineData((ProviderEventKind)99, "Kind")]
    public void Problems_BareEvent_NamesWhatItsKindNeeds(ProviderEventKind kind, string fields) =>
        Assert.Equal(fields, string.Join(",", Event(kind).Problems().Select(problem => problem.Field)));

    [Fact]
    public void Problems_EverythingWrong_NamesEverything()
    {
        var e = new ProviderEvent
        {
            EventId = "", AttemptKey = "", Kind = ProviderEventKind.Processing, OccurredAt = Noon, Amount = Euro(0), Fee = Euro(-1), PaymentId = "", RefundKey = "", DisputeId = "",
        };

        Assert.Equal(
            [
                "EventId: expected a text with Processing", "AttemptKey: expected a text with Processing", "PaymentId: expected a text, or none at all",
                "RefundKey: expected a text, or none at all", "DisputeId: expected a text, or none at all", "Amount: expected more than zero, got EUR 0.00",
                "Fee: expected zero or more, got EUR -1.00", "Fee: expected none with Processing",
            ],
            e.Problems().Select(problem => problem.ToString()));
    }

    [Fact]
    public void ProblemsOf_OtherKeyCurrencyAndKind_NamesThem()
    {
        var e = Captured(fee: 1) with { AttemptKey = "pledge-2/1", Amount = Money.Of(1, "USD"), Fee = Money.Of(1, "JPY") };

        Assert.Equal(["AttemptKey", "Amount", "Fee"], Attempt().ProblemsOf(e).Select(problem => problem.Field));
        Assert.Equal(["Kind"], Attempt().ProblemsOf(Event(ProviderEventKind.PayoutFailed)).Select(problem => problem.Field));
        Assert.Equal(["Kind"], new PayoutAttempt { Key = Key, Amount = Euro(1) }.ProblemsOf(Captured()).Select(problem => problem.Field));
    }

    [Fact]
    public void ProblemsOf_SameCodeWithOtherDigits_IsAnotherCurrency()
    {
        var attempt = new PaymentAttempt { Key = Key, Operation = PaymentOperation.Charge, Amount = Money.FromMinorUnits(5, new Currency("IRR", 0)) };

        Assert.Single(attempt.ProblemsOf(Captured() with { Amount = Money.FromMinorUnits(500, new Currency("IRR", 2)) }));
    }
}
