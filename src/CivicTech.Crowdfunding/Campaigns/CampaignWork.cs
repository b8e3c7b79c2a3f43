using System.Collections.Immutable;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Pledges;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>Work that is due: on the pledges one by one, and on effects.</summary>
internal static class CampaignWork
{
    /// <summary>Why an effect was not done: what it was for is over, and nothing had gone out.</summary>
    internal const string Withdrawn = "withdrawn";

    // So many pledges are gone through in one decision: what it reads and writes stays small.
    private const int Page = 200;

    internal static void Advance(CampaignTurn turn, ImmutableArray<string>? documents)
    {
        if (turn.State.PlanOrNull is null)
        {
            return;
        }

        Sweep(turn);
        var due = Due(turn, documents).ToList();
        turn.State.Pledges.Foresee(due);
        Foresee(turn, due.Select(turn.State.Pledges.Find).OfType<Pledge>());
        foreach (var id in due)
        {
            PledgeWork.DoDue(turn, id);
        }

        CampaignClock.CatchUp(turn);
    }

    internal static void Start(CampaignTurn turn, string key)
    {
        // Somebody else took it on, or its outcome is known: nothing is left to do.
        if (turn.State.Effects.Find(key) is not { } effect || effect.Due > turn.Now)
        {
            return;
        }

        var isWithdrawn = effect.Effect is GatewayEffect { Pledge: { } pledge } call && IsOver(turn, turn.State.Pledges[pledge], call.Call);
        if (isWithdrawn && effect.Tries == 0)
        {
            Withdraw(turn, key, (GatewayEffect)effect.Effect);
        }
        else
        {
            turn.Apply(new EffectStarted { Effect = key, At = turn.Now, IsWithdrawn = isWithdrawn });
        }
    }

    internal static void Settle(CampaignTurn turn, SettleEffect settle)
    {
        if (turn.State.Effects.Find(settle.Effect) is not { } effect)
        {
            return;
        }

        if (settle.Refused == Withdrawn && effect.Effect is GatewayEffect withdrawn)
        {
            Withdraw(turn, settle.Effect, withdrawn);
            return;
        }

        turn.Apply(new EffectSettled { Effect = settle.Effect, Refused = settle.Refused });
        // A hold that could not be let go of runs out, and a link that was paid says so by itself.
        if (settle.Refused is { } code && effect.Effect is not GatewayEffect { Call: GatewayCall.VoidAuthorisation })
        {
            turn.Tell(NoticeKind.CallRefused, Audience.Host, $"refused/{settle.Effect}", (effect.Effect as GatewayEffect)?.Pledge, detail: $"{settle.Effect}: {code}");
        }
    }

    // Whether what a call is for is over: the promise that it collects, or the link or hold that it lets go of.
    private static bool IsOver(CampaignTurn turn, Pledge pledge, GatewayCall call)
    {
        var attempt = pledge.AttemptOf(call.Subject);
        return call switch
        {
            GatewayCall.Refund => false,
            GatewayCall.VoidAuthorisation => attempt.Payment.Status is not (PaymentStatus.Requested or PaymentStatus.Unknown or PaymentStatus.Processing or PaymentStatus.ActionRequired or PaymentStatus.Authorised),
            _ => pledge.Standing != PledgeStanding.Committed || pledge.Net >= pledge.Payable || PledgeWork.IsOver(turn.Head, pledge) || PledgeAgenda.IsReplaced(pledge, attempt),
        };
    }

    // It never went out: what it was to start has not begun, and never will.
    private static void Withdraw(CampaignTurn turn, string key, GatewayEffect effect)
    {
        turn.Apply(new EffectSettled { Effect = key, Refused = Withdrawn });
        if (effect.Call.Subject == key)
        {
            turn.Apply(new PaymentLearned
            {
                Pledge = effect.Pledge!,
                At = turn.Now,
                Event = new ProviderEvent { EventId = $"{Withdrawn}/{key}", AttemptKey = key, Kind = ProviderEventKind.Voided, OccurredAt = turn.Now },
            });
        }

        PledgeWork.DoDue(turn, effect.Pledge!);
    }

    private static void Sweep(CampaignTurn turn)
    {
        if (turn.Head.Sweep is not { } purpose)
        {
            return;
        }

        var page = turn.State.Pledges.After(turn.Head.SweptTo, Page);
        Foresee(turn, page.Select(pledge => pledge.Value));
        foreach (var (_, pledge) in page)
        {
            if (purpose == SweepPurpose.Collect)
            {
                Collect(turn, pledge);
            }

            // Of a campaign that is over, this releases it.
            PledgeWork.DoDue(turn, pledge.Id);
        }

        turn.Apply(new SweepMoved { Purpose = purpose, After = page.IsEmpty ? null : page[^1].Key, IsDone = page.Length < Page });
        turn.Post("sweep", EnumNames.Of(purpose));
    }

    // What a change of these pledges will touch besides.
    private static void Foresee(CampaignTurn turn, IEnumerable<Pledge> pledges)
    {
        var many = pledges.ToList();
        turn.State.Backers.Foresee(many.Select(pledge => pledge.Backer));
        turn.State.Fundraisers.Foresee(many.Select(pledge => pledge.Via).OfType<string>());
    }

    private static void Collect(CampaignTurn turn, Pledge pledge)
    {
        if (pledge is { Standing: PledgeStanding.Committed, CollectingSince: null } && !PledgeWork.IsOver(turn.Head, pledge))
        {
            turn.Apply(new CollectionStarted { Pledge = pledge.Id, At = turn.Now });
        }
    }

    private static IEnumerable<string> Due(CampaignTurn turn, ImmutableArray<string>? documents) => documents is not { } named
        ? turn.State.Pledges.All.Where(pledge => PledgeAgenda.Next(pledge.Value, turn.Plan) is { } next && next.Due <= turn.Now).Select(pledge => pledge.Key).ToList()
        : named.Where(name => name.StartsWith(CampaignState.PledgePrefix, StringComparison.Ordinal)).Select(name => name[CampaignState.PledgePrefix.Length..]);
}
