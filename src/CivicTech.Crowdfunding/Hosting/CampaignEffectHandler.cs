using System.Collections.Immutable;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Crowdfunding.Hosting;

/// <summary>Does what campaigns ask for: calls the gateway, and has people told.</summary>
internal sealed class CampaignEffectHandler(IPaymentGateway gateway, ICampaignNotices notices, IClock clock) : IEffectHandler<CampaignEffect, CampaignCommand>
{
    public async ValueTask<ImmutableArray<CampaignCommand>> HandleAsync(ProcessId process, PendingEffect<CampaignEffect> effect, CancellationToken cancellationToken)
    {
        switch (effect.Effect)
        {
            case GatewayEffect call:
                return await CallAsync(process.Value, call, effect.Tries, cancellationToken).ConfigureAwait(false);
            case InquiryEffect inquiry:
                var known = await HappenedAsync(inquiry.Attempt, cancellationToken).ConfigureAwait(false);
                return [.. Recorded(inquiry.Pledge, known), new SettleEffect { Effect = effect.Key }];
            default:
                await notices.TellAsync(new CampaignNotice { Campaign = process.Value, Key = effect.Key, Notice = (NoticeEffect)effect.Effect }, cancellationToken).ConfigureAwait(false);
                return [new SettleEffect { Effect = effect.Key }];
        }
    }

    private async ValueTask<ImmutableArray<CampaignCommand>> CallAsync(string campaign, GatewayEffect effect, int tries, CancellationToken cancellationToken)
    {
        var (call, can) = (effect.Call, gateway.Capabilities);
        if (call is GatewayCall.SendPayout && !can.Payouts)
        {
            // The host pays by other means, and hands in what happened.
            return [new SettleEffect { Effect = call.Key, Refused = "not-supported" }];
        }

        // It may have been done. A provider that cannot be asked is never called twice for money: its key may be forgotten by now.
        if (tries > 1 && !can.LookupByKey && MovesMoney(call))
        {
            return [new SettleEffect { Effect = call.Key, Refused = "in-doubt" }];
        }

        var answer = tries > 1 && can.LookupByKey ? await gateway.AskAsync(call.Key, cancellationToken).ConfigureAwait(false) : new GatewayAnswer.NotKnown();
        if (answer is GatewayAnswer.NotKnown)
        {
            if (effect.IsWithdrawn)
            {
                // Where it cannot be asked, a link may be out; it is closed by a call of its own.
                return [new SettleEffect { Effect = call.Key, Refused = can.LookupByKey ? CampaignWork.Withdrawn : "in-doubt" }];
            }

            answer = await gateway.SendAsync(call, cancellationToken).ConfigureAwait(false);
        }

        switch (answer)
        {
            case GatewayAnswer.Known known:
                return [.. Recorded(effect.Pledge, known.Events), .. Settled(call, known.Events)];
            case GatewayAnswer.Link when effect.IsWithdrawn:
                return [new SettleEffect { Effect = call.Key }];
            case GatewayAnswer.Link link when call is GatewayCall.CreatePayLink pay && effect.Pledge is { } pledge:
                await notices.InviteToPayAsync(
                    new PayInvitation { Campaign = campaign, Pledge = pledge, Backer = pay.Backer, Amount = pay.Amount, Url = link.Url, Key = call.Key },
                    cancellationToken).ConfigureAwait(false);
                return [new SettleEffect { Effect = call.Key }];
            case GatewayAnswer.Refused refused:
                var happened = call.Subject == call.Key ? [] : await HappenedAsync(call.Subject, cancellationToken).ConfigureAwait(false);
                return [.. Recorded(effect.Pledge, [.. happened, .. Failure(call, refused.Code)]), new SettleEffect { Effect = call.Key, Refused = refused.Code }];
            default:
                throw new InvalidOperationException($"The gateway answered {answer.GetType().Name} to {call.GetType().Name} '{call.Key}'.");
        }
    }

    // A link costs nobody anything before it is paid, and what is let go of twice is let go of.
    private static bool MovesMoney(GatewayCall call) => call is not (GatewayCall.CreatePayLink or GatewayCall.VoidAuthorisation);

    // What cannot be done to a payment any more mostly was done to it already, and the message of it may be lost.
    private async ValueTask<ImmutableArray<ProviderEvent>> HappenedAsync(string attempt, CancellationToken cancellationToken) =>
        gateway.Capabilities.LookupByKey && await gateway.AskAsync(attempt, cancellationToken).ConfigureAwait(false) is GatewayAnswer.Known known ? known.Events : [];

    private static IEnumerable<CampaignCommand> Recorded(string? pledge, ImmutableArray<ProviderEvent> events)
    {
        if (events.IsEmpty)
        {
            return [];
        }

        return pledge is null ? [new RecordPayout { Events = events }] : [new RecordPayment { Pledge = pledge, Events = events }];
    }

    // As long as the provider itself does not know, the effect stays, and is asked about again.
    private static IEnumerable<CampaignCommand> Settled(GatewayCall call, ImmutableArray<ProviderEvent> events) =>
        events.Any(said => said.Kind == ProviderEventKind.Unknown) ? [] : [new SettleEffect { Effect = call.Key }];

    private ImmutableArray<ProviderEvent> Failure(GatewayCall call, string code)
    {
        var kind = call switch
        {
            GatewayCall.Refund => ProviderEventKind.RefundFailed,
            GatewayCall.SendPayout => ProviderEventKind.PayoutFailed,
            GatewayCall.VoidAuthorisation => ProviderEventKind.Unknown,
            _ => ProviderEventKind.Failed,
        };
        return kind == ProviderEventKind.Unknown
            ? []
            :
            [
                new ProviderEvent
                {
                    EventId = $"refused/{call.Key}",
                    AttemptKey = call.Subject,
                    Kind = kind,
                    OccurredAt = clock.GetCurrentInstant(),
                    RefundKey = call is GatewayCall.Refund ? call.Key : null,
                    FailureCode = code,
                },
            ];
    }
}
