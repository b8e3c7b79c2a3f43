using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Crowdfunding.Tests.Campaigns;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Payments;

public sealed class ProviderEventTests
{
    private static readonly Instant Noon = Start + Duration.FromDays(6);

    [Fact]
    public void P03_Record_TheSameEventTwice_HappensOnce()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.SaveThenCharge);
        var record = new RecordPayment { Pledge = "p1", Events = [Said.Captured(100, Noon)] };

        solo.Do(record);
        var again = solo.Do(record);

        Assert.Empty(again);
        Assert.Single(solo.All<MoneyPosted>());
    }

    [Fact]
    public async Task P03_Receive_TheSameEventFromManySides_IsBookedOnce()
    {
        var play = await new Play(MoneyPlan.For(100, CollectionMode.InviteToPay)).LaunchedAsync();
        await play.PledgeAsync("p1", 100);
        await play.PassAsync(Duration.FromDays(6));
        var said = Said.Captured(100, play.Clock.GetCurrentInstant());

        var refused = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => play.Campaigns.ReceiveAsync([said with { EventId = $"event {number % 3}" }, said]))));

        Assert.All(refused, Assert.Empty);
        Assert.Single(await play.JournalAsync<PaymentLearned>());
        Assert.Single(await play.JournalAsync<MoneyPosted>());
        Assert.Equal(Eur(100), (await play.PledgeOfAsync("p1")).Net);
    }

    public static TheoryData<string, ProviderEvent[]> Stories() => new()
    {
        {
            "late failure, refund by hand, dispute won",
            [Said.Of(ProviderEventKind.Processing, At(0)), Said.Captured(100, At(1)), Said.Of(ProviderEventKind.Failed, At(2)), Said.Refunded(30, "by hand", At(3)), Said.Dispute(ProviderEventKind.DisputeOpened, At(4), 70), Said.Dispute(ProviderEventKind.DisputeWon, At(5))]
        },
        {
            "paid twice, and a refund that came back",
            [Said.Of(ProviderEventKind.Failed, At(0)), Said.Captured(100, At(1)), Said.Captured(100, At(2), "payment-2"), Said.Of(ProviderEventKind.Processing, At(0)), Said.Refunded(100, "by hand", At(3)), Said.RefundFailed("by hand", At(4))]
        },
        {
            "refund and chargeback of the same money, reversed",
            [Said.Captured(100, At(0), fee: 1), Said.Refunded(100, "by hand", At(1)), Said.Dispute(ProviderEventKind.DisputeOpened, At(2), 100), Said.Dispute(ProviderEventKind.DisputeLost, At(3)), Said.Dispute(ProviderEventKind.DisputeReversed, At(4)), Said.Of(ProviderEventKind.ActionRequired, At(0))]
        },
        {
            "a failure that was the last word",
            [Said.Of(ProviderEventKind.Processing, At(0)), Said.Of(ProviderEventKind.ActionRequired, At(1)), Said.Of(ProviderEventKind.Failed, At(2)), Said.Of(ProviderEventKind.Unknown, At(1))]
        },
        {
            "half the amount",
            [Said.Captured(50, At(0)), Said.Of(ProviderEventKind.Processing, At(0)), Said.Of(ProviderEventKind.Failed, At(1)), Said.Of(ProviderEventKind.Expired, At(1))]
        },
    };

    [Theory]
    [MemberData(nameof(Stories))]
    public void P04_Record_InAnyOrderAndNumber_EndsTheSame(string story, ProviderEvent[] events)
    {
        Assert.NotEmpty(story);
        var start = MoneyPlan.Collecting(100, CollectionMode.SaveThenCharge);
        (CampaignHead Head, Pledge Pledge)? expected = null;
        var number = 0;
        foreach (var order in Collection.Events.Permutations(events))
        {
            var (process, state) = (new CampaignProcess(), start.State);
            foreach (var said in order.Append(order[number++ % order.Length]))
            {
                var decision = process.Decide(state, new RecordPayment { Pledge = "p1", Events = [said] }, Noon);
                Assert.True(decision.IsAccepted, string.Join("; ", decision.Refusals));
                state = decision.State;
            }

            // Then time passes, and what follows is done.
            for (var day = 0; day < 40; day++)
            {
                state = process.Decide(state, new AdvanceCampaign(), Noon + Duration.FromDays(day)).State;
            }

            Books.Check(state.Head, state.Plan);
            expected ??= (state.Head, state.Pledges["p1"]);
            Assert.Equal(expected, (state.Head, state.Pledges["p1"]));
        }
    }

    [Theory]
    [InlineData("order-4711")]
    [InlineData("other/system")]
    [InlineData("/p1/1")]
    [InlineData("unknown/p1/1")]
    [InlineData("playground/nobody/1")]
    [InlineData("playground/p1/99")]
    [InlineData("playground//payout/1")]
    [InlineData("playground/p\u0007/1")]
    [InlineData("play\ud83d\ude00ground/p1/1")]
    public async Task P25_Receive_OfAnotherSystem_IsRefusedAndChangesNothing(string key)
    {
        var play = await CollectingAsync();
        var before = await play.HeadAsync();

        var refused = Assert.Single(await play.Campaigns.ReceiveAsync([Said.Captured(100, play.Clock.GetCurrentInstant(), attempt: key)]));

        Assert.Contains(refused.Refusals[0].Code, new[] { "no-such-attempt", "no-such-pledge", "wrong-stage", "event-invalid" });
        Assert.Equal(before, await play.HeadAsync());
    }

    [Fact]
    public async Task Receive_BrokenEvents_IsRefusedByNameOfTheFieldAndTheRestIsTaken()
    {
        var play = await CollectingAsync();
        var good = Said.Captured(100, play.Clock.GetCurrentInstant());
        ProviderEvent[] bad =
        [
            good with { Amount = Eur(-1) },
            good with { Amount = CivicTech.Amounts.Money.Of(100, "USD") },
            good with { PaymentId = null },
            good with { Amount = CivicTech.Amounts.Money.FromMinorUnits(long.MaxValue, Euro) },
            good with { Fee = CivicTech.Amounts.Money.FromMinorUnits(long.MaxValue, Euro) },
            good with { Kind = ProviderEventKind.PayoutSent },
        ];

        var refused = await play.Campaigns.ReceiveAsync([.. bad, good]);

        Assert.Equal(bad, refused.Select(each => each.Event));
        Assert.All(refused, each => Assert.Equal("event-invalid", each.Refusals[0].Code));
        Assert.Equal(["Amount", "Amount", "PaymentId", "Amount", "Amount", "Kind"], refused.Select(each => $"{each.Refusals[0].Data["field"]}"));
        Assert.Equal(Eur(100), (await play.PledgeOfAsync("p1")).Net);
    }

    [Fact]
    public void Record_AmountsWithoutEnd_AreRefusedBeforeASumOverflows()
    {
        var solo = MoneyPlan.Collecting(100, CollectionMode.SaveThenCharge);
        var much = CivicTech.Amounts.Money.FromMinorUnits(long.MaxValue / 16, Euro);
        var taken = 0;
        for (var i = 0; i < 40; i++)
        {
            var record = new RecordPayment { Pledge = "p1", Events = [Said.Captured(1, Noon, $"payment {i}") with { Amount = much }, Said.Refunded(1, $"refund {i}", Noon) with { Amount = much }] };
            if (solo.Ask(record).IsAccepted)
            {
                solo.Do(record);
                taken++;
            }
        }

        Assert.InRange(taken, 1, 39);
        Books.Check(solo.Head, solo.Plan);
    }

    private static Instant At(int minute) => Noon + Duration.FromMinutes(minute);

    private static async Task<Play> CollectingAsync()
    {
        var play = await new Play(MoneyPlan.For(100, CollectionMode.InviteToPay)).LaunchedAsync();
        await play.PledgeAsync("p1", 100);
        await play.PassAsync(Duration.FromDays(6));
        return play;
    }
}
