using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Collection.Events;

namespace CivicTech.Crowdfunding.Tests.Collection;

public sealed class PaymentAttemptTests
{
    [Fact]
    public void Status_NothingKnown_IsRequested() => Assert.Equal(PaymentStatus.Requested, Attempt().Status);

    [Theory]
    [InlineData(ProviderEventKind.Unknown, PaymentStatus.Unknown)]
    [InlineData(ProviderEventKind.Processing, PaymentStatus.Processing)]
    [InlineData(ProviderEventKind.ActionRequired, PaymentStatus.ActionRequired)]
    [InlineData(ProviderEventKind.Authorised, PaymentStatus.Authorised)]
    [InlineData(ProviderEventKind.Failed, PaymentStatus.Failed)]
    [InlineData(ProviderEventKind.Expired, PaymentStatus.Expired)]
    [InlineData(ProviderEventKind.Voided, PaymentStatus.Voided)]
    public void Status_OneEventWithoutMoney_IsThatOfTheEvent(ProviderEventKind kind, PaymentStatus expected)
    {
        var known = Attempt().After(Event(kind) with { Amount = Euro(100) });

        Assert.Equal(expected, known.Status);
        Assert.True(known.Position.Captured.IsZero);
    }

    [Fact]
    public void Status_DoubtAndAnythingElse_IsTheOther()
    {
        Assert.Equal(PaymentStatus.Processing, Attempt().After(Event(ProviderEventKind.Processing), Event(ProviderEventKind.Unknown, 9)).Status);
        Assert.Equal(PaymentStatus.Captured, Attempt().After(Event(ProviderEventKind.Unknown, 9), Captured()).Status);
    }

    [Fact]
    public void Status_ProgressAtDifferentTimes_IsTheLatest()
    {
        Assert.Equal(PaymentStatus.Processing, Attempt().After(Event(ProviderEventKind.ActionRequired, 1), Event(ProviderEventKind.Processing, 2)).Status);
        Assert.Equal(PaymentStatus.ActionRequired, Attempt().After(Event(ProviderEventKind.ActionRequired, 2), Event(ProviderEventKind.Processing, 1)).Status);
    }

    [Fact]
    public void Status_ProgressAtOneTime_IsTheFurthest() =>
        Assert.Equal(PaymentStatus.ActionRequired, Attempt().After(Event(ProviderEventKind.ActionRequired, 1), Event(ProviderEventKind.Processing, 1)).Status);

    [Fact]
    public void Status_SecondTryOnALinkAfterAFailure_IsProcessing()
    {
        Assert.Equal(PaymentStatus.Processing, Attempt().After(Failed(1), Event(ProviderEventKind.Processing, 2)).Status);
        Assert.Equal(PaymentStatus.Failed, Attempt().After(Failed(2), Event(ProviderEventKind.Processing, 2)).Status);
    }

    [Fact]
    public void P04_Status_FailedAfterCaptured_IsCaptured() => Assert.Equal(PaymentStatus.Captured, Attempt().After(Captured(100, 1), Failed(2)).Status);

    [Fact]
    public void P04_Status_LateSuccessAfterFailure_IsCaptured() => Assert.Equal(PaymentStatus.Captured, Attempt().After(Failed(1), Captured(100, 2)).Status);

    [Fact]
    public void P04_Position_RefundBeforeItsCapture_CountsOnceTheCaptureIsKnown()
    {
        var early = Attempt().After(Refunded(40, minute: 5));
        Assert.True(early.Position.Refunded.IsZero);
        Assert.Equal(PaymentStatus.Requested, early.Status);

        var known = early.After(Captured());

        Assert.Equal(PaymentStatus.PartlyRefunded, known.Status);
        Assert.Equal((Euro(100), Euro(40), Euro(60)), (known.Position.Captured, known.Position.Refunded, known.Position.Net));
    }

    [Fact]
    public void P03_Apply_SameEventTwice_CountsOnceAndReturnsTheSameInstance()
    {
        var once = Attempt().After(Captured(fee: 1.20m));

        Assert.Same(once, once.Apply(Captured(fee: 1.20m)));
        Assert.Same(once, once.Apply(Captured(fee: 1.20m) with { EventId = "sent-again-under-another-id" }));
        Assert.Equal((Euro(100), Euro(1.20m)), (once.Position.Captured, once.Position.ProviderFee));
    }

    [Fact]
    public void P06_Apply_TwoPaymentsForOneKey_AreBothSeenAndTheSecondIsExcess()
    {
        // The provider had forgotten the key and took the money again: that must not look like the same event twice.
        var known = Attempt().After(Captured(), Captured(payment: "pay-2"));

        Assert.Equal((Euro(200), Euro(100)), (known.Position.Captured, known.Position.Excess));
        Assert.True(known.HasOtherAmount);
    }

    [Fact]
    public void P06_Status_CallWithoutAnAnswer_IsUnknownUntilTheGatewayWasAsked()
    {
        var doubtful = Attempt().After(Event(ProviderEventKind.Unknown));
        Assert.Equal(PaymentStatus.Unknown, doubtful.Status);

        Assert.Equal(PaymentStatus.Captured, doubtful.After(Captured()).Status);
    }

    [Fact]
    public void P07_Capturable_HoldThatRanOut_IsNothing()
    {
        var held = Attempt(operation: PaymentOperation.Authorise).After(Authorised(100, 0, until: 60));

        Assert.Equal(Euro(100), held.Capturable(At(60) - Duration.Epsilon));
        Assert.Equal(Euro(0), held.Capturable(At(60)));
        Assert.Equal(Euro(0), held.After(Event(ProviderEventKind.Expired, 30)).Capturable(At(31)));
        Assert.Equal(PaymentStatus.Expired, held.After(Event(ProviderEventKind.Expired, 60)).Status);
    }

    [Fact]
    public void P07_Position_ExpiredHold_IsNotCollectedUnlessTheProviderSaysSo()
    {
        var expired = Attempt(operation: PaymentOperation.Authorise).After(Authorised(100, 0, 60), Event(ProviderEventKind.Expired, 60));
        Assert.True(expired.Position.Captured.IsZero);

        var captured = expired.After(Captured(100, 59));

        Assert.Equal(PaymentStatus.Captured, captured.Status);
        Assert.Equal(Euro(100), captured.Position.Captured);
    }

    [Fact]
    public void P08_Capturable_AfterAPartialCapture_IsNothing()
    {
        var held = Attempt(operation: PaymentOperation.Authorise).After(Authorised(100, 0, 60));

        var captured = held.After(Captured(70, 5, fee: 0.70m));

        Assert.Equal((Euro(70), Euro(0.70m), Euro(0)), (captured.Position.Captured, captured.Position.ProviderFee, captured.Position.Excess));
        Assert.Equal(Euro(0), captured.Capturable(At(6)));
        Assert.False(captured.HasOtherAmount);
        Assert.Equal(PaymentStatus.Captured, captured.Status);
    }

    [Fact]
    public void Capturable_WithoutAHoldOrAfterItWasLetGo_IsNothing()
    {
        Assert.Equal(Euro(0), Attempt().Capturable(At(0)));
        Assert.Equal(Euro(0), Attempt().After(Authorised(), Event(ProviderEventKind.Voided)).Capturable(At(0)));
        Assert.Equal(Euro(100), Attempt().After(Authorised()).Capturable(At(1_000_000)));
    }

    [Theory]
    [InlineData(100, PaymentOperation.Charge, false)]
    [InlineData(99.99, PaymentOperation.Charge, true)]
    [InlineData(99.99, PaymentOperation.Authorise, false)]
    [InlineData(100.01, PaymentOperation.Authorise, true)]
    [InlineData(100.01, PaymentOperation.PayLink, true)]
    public void HasOtherAmount_CapturedAmount_TellsWhatSomebodyShouldLookAt(decimal captured, PaymentOperation operation, bool expected) =>
        Assert.Equal(expected, Attempt(operation: operation).After(Captured(captured)).HasOtherAmount);

    [Fact]
    public void HasOtherAmount_NothingCaptured_IsFalse() => Assert.False(Attempt().HasOtherAmount);

    [Fact]
    public void P19_Position_ChargebackAndRefundOfTheSamePayment_AreNotBothDebited()
    {
        var known = Attempt().After(Captured(), Refunded(100, minute: 1), Disputed(minute: 2, fee: 15), Dispute(ProviderEventKind.DisputeLost, minute: 3));

        var position = known.Position;
        Assert.Equal((Euro(100), Euro(0), Euro(0), Euro(0)), (position.Refunded, position.DisputedLost, position.DisputedOpen, position.Net));
        Assert.Equal((Euro(15), Euro(100)), (position.DisputeFee, position.Contestable));
        Assert.Equal(PaymentStatus.Refunded, known.Status);
    }

    [Fact]
    public void P19_Position_PartialRefundAndChargebackOfAll_TakeTogetherWhatWasCaptured()
    {
        var position = Attempt().After(Captured(), Refunded(30, minute: 1), Disputed(minute: 2)).Position;

        Assert.Equal((Euro(30), Euro(70), Euro(0), Euro(30)), (position.Refunded, position.DisputedOpen, position.Net, position.Contestable));
    }

    [Fact]
    public void P19_Position_DisputeFromOpenToReversed_GivesTheMoneyBack()
    {
        var captured = Attempt().After(Captured(), Disputed(80, minute: 1, fee: 15));
        Assert.Equal((PaymentStatus.Disputed, Euro(80), Euro(0), Euro(20)), Of(captured));

        var lost = captured.After(Dispute(ProviderEventKind.DisputeLost, minute: 2));
        Assert.Equal((PaymentStatus.ChargedBack, Euro(0), Euro(80), Euro(20)), Of(lost));

        var reversed = lost.After(Dispute(ProviderEventKind.DisputeReversed, minute: 3));
        Assert.Equal((PaymentStatus.Captured, Euro(0), Euro(0), Euro(100)), Of(reversed));
        Assert.Equal(Euro(15), reversed.Position.DisputeFee);

        static (PaymentStatus, Money, Money, Money) Of(PaymentAttempt known) =>
            (known.Status, known.Position.DisputedOpen, known.Position.DisputedLost, known.Position.Net);
    }

    [Fact]
    public void P19_Position_DisputeWon_GivesTheMoneyBack()
    {
        var known = Attempt().After(Dispute(ProviderEventKind.DisputeWon, minute: 2), Disputed(minute: 9), Captured());

        Assert.Equal((PaymentStatus.Captured, Euro(100)), (known.Status, known.Position.Net));
    }

    [Fact]
    public void Position_RefundThatCameBack_IsNotRefunded()
    {
        var known = Attempt().After(Captured(), Refunded(100, minute: 5), RefundFailed(minute: 10));

        Assert.Equal((PaymentStatus.Captured, Euro(0), Euro(100)), (known.Status, known.Position.Refunded, known.Position.Refundable));
        Assert.Equal(PaymentStatus.Refunded, known.After(Refunded(100, minute: 11)).Status);
    }

    [Fact]
    public void RequestRefund_KnownPayment_ReservesTheAmountUntilItIsKnown()
    {
        var asked = Attempt().After(Captured()).RequestRefund("refund-1", Euro(30));
        Assert.Equal((Euro(30), Euro(70), Euro(100)), (asked.Position.RefundPending, asked.Position.Refundable, asked.Position.Net));

        var failed = asked.After(RefundFailed());
        Assert.Equal((Euro(0), Euro(100), Euro(100)), (failed.Position.RefundPending, failed.Position.Refundable, failed.Position.Net));

        var done = asked.After(Refunded(30));
        Assert.Equal((Euro(0), Euro(70), Euro(70)), (done.Position.RefundPending, done.Position.Refundable, done.Position.Net));
    }

    [Fact]
    public void RequestRefund_AgainTheSame_ReturnsTheSameInstance()
    {
        var asked = Attempt().After(Captured()).RequestRefund("refund-1", Euro(30));

        Assert.Same(asked, asked.RequestRefund("refund-1", Euro(30)));
    }

    [Fact]
    public void RequestRefund_MoreThanIsLeft_IsRefusedWithTheLimit()
    {
        var asked = Attempt().After(Captured()).RequestRefund("refund-1", Euro(30));

        var exception = Assert.Throws<ArgumentException>(() => asked.RequestRefund("refund-2", Euro(70.01m)));

        Assert.Contains("EUR 70.00", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => asked.RequestRefund("refund-1", Euro(20)));
        Assert.Throws<ArgumentException>(() => asked.RequestRefund("refund-2", Euro(0)));
        Assert.Throws<ArgumentException>(() => asked.RequestRefund("refund-2", Money.Of(1, "USD")));
        Assert.Throws<ArgumentException>(() => Attempt().RequestRefund("refund-1", Euro(1)));
    }

    [Fact]
    public void Apply_EventOfAnotherCurrency_IsRefusedByName()
    {
        var exception = Assert.Throws<ArgumentException>(() => Attempt().Apply(Captured() with { Amount = Money.Of(100, "USD") }));

        Assert.Contains("Amount: expected the currency EUR, got USD 100.00", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_SumBeyondMoney_IsRefusedAndLeavesTheAttemptReadable()
    {
        var most = Money.FromMinorUnits(long.MaxValue, Currency.Of("EUR"));
        var known = Attempt().Apply(Captured() with { Amount = most });

        Assert.Throws<OverflowException>(() => known.Apply(Captured(payment: "pay-2") with { Amount = most }));
        Assert.Equal(most, known.Position.Captured);
    }

    [Fact]
    public void Amount_NotPositive_IsRefused() => Assert.Throws<ArgumentException>(() => Attempt(0));

    [Fact]
    public void Position_RialBeyondThirtyTwoBits_IsExact()
    {
        var amount = Money.FromMinorUnits(1_000_000_000_000_000, new Currency("IRR", 0));
        var attempt = new PaymentAttempt { Key = Key, Operation = PaymentOperation.PayLink, Amount = amount };

        var known = attempt.After(Captured() with { Amount = amount }, Refunded(1) with { Amount = Money.FromMinorUnits(1, amount.Currency) });

        Assert.Equal(999_999_999_999_999, known.Position.Net.MinorUnits);
    }
}
