using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Processes;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>A decision about a campaign in the making.</summary>
internal sealed class CampaignTurn(CampaignState state, Instant now)
{
    private readonly Turn<CampaignState, CampaignEvent> _turn = new(state, CampaignFold.Evolve);

    internal Instant Now => now;

    internal CampaignState State => _turn.State;

    internal CampaignHead Head => _turn.State.Head;

    internal CampaignPlan Plan => _turn.State.Plan;

    internal bool IsRefused => _turn.IsRefused;

    internal void Apply(CampaignEvent happened) => _turn.Apply(happened);

    internal void Refuse(Refusal refusal) => _turn.Refuse(refusal);

    internal bool Require(bool holds, Func<Refusal> refusal) => _turn.Require(holds, refusal);

    internal Decision<CampaignState, CampaignEvent> Decide() => _turn.Decide();

    /// <summary>Books what must move so that the ledger is where the facts are.</summary>
    internal void Post(string kind, string subject)
    {
        var difference = Head.Ledger.Difference(LedgerPosition.Of(Head, Plan));
        if (difference.IsEmpty)
        {
            return;
        }

        var before = Head.Ledger.Of(Account.OwnerDebt, Plan.Currency);
        Apply(new MoneyPosted { Entry = new LedgerEntry(kind, subject, now, difference) });
        var debt = Head.Ledger.Of(Account.OwnerDebt, Plan.Currency);
        if (debt < before)
        {
            Tell(NoticeKind.OwnerOwes, Audience.Owner, $"owes/{subject}/{-debt}/{InstantText.Of(now)}", amount: -debt, detail: subject);
        }
    }

    internal void Call(GatewayCall call, string? pledge) => Request(call.Key, new GatewayEffect { Call = call, Pledge = pledge });

    /// <summary>Has the provider asked about an attempt or a payout; when nothing was heard for a month, a person is told too.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="pledge">The pledge; null for a payout.</param>
    /// <param name="asks">How often it was asked in vain.</param>
    /// <param name="amount">What it is about.</param>
    internal void Ask(string key, string? pledge, int asks, Money amount)
    {
        Apply(new ProviderAsked { Pledge = pledge, Attempt = key, At = now });
        Request(PaymentKey.OfInquiry(key), new InquiryEffect { Attempt = key, Pledge = pledge });
        if (asks + 1 == InquirySchedule.Told)
        {
            Tell(NoticeKind.PaymentUnresolved, Audience.Host, $"unresolved/{key}/{InstantText.Of(now)}", pledge, amount, key);
        }
    }

    /// <summary>Has the backer of a pledge told something; the key says what about, so that nobody is told twice.</summary>
    internal void TellBacker(NoticeKind notice, Pledge pledge, string about, Money? amount = null, string? detail = null) =>
        Request($"backer/{pledge.Id}/{about}", new NoticeEffect { Notice = notice, Audience = Audience.Backer, Pledge = pledge.Id, Backer = pledge.Backer, Amount = amount, Detail = detail });

    internal void Tell(NoticeKind notice, Audience audience, string about, string? pledge = null, Money? amount = null, string? detail = null) =>
        Request($"{EnumNames.Of(audience)}/{about}", new NoticeEffect { Notice = notice, Audience = audience, Pledge = pledge, Amount = amount, Detail = detail });

    private void Request(string key, CampaignEffect effect) =>
        Apply(new EffectRequested { Effect = new PendingEffect<CampaignEffect> { Key = key, Effect = effect, Due = now } });
}
