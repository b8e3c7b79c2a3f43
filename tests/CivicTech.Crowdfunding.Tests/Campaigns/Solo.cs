using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Processes;
using NodaTime;
using static CivicTech.Crowdfunding.Tests.Campaigns.Play;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

/// <summary>A campaign by its decider alone: no storage, no gateway. The test says what the provider says, to the nanosecond.</summary>
internal sealed class Solo
{
    private readonly CampaignProcess _process = new();
    private readonly List<CampaignEvent> _happened = [];

    internal Solo(CampaignPlan plan, Instant? start = null)
    {
        (Plan, Now) = (plan, start ?? Start);
        State = _process.Initial;
    }

    internal CampaignPlan Plan { get; }

    internal Instant Now { get; private set; }

    internal CampaignState State { get; private set; }

    internal CampaignHead Head => State.Head;

    internal Instant End => Head.RoundEndsAt!.Value;

    /// <summary>All that happened, in order.</summary>
    internal IReadOnlyList<CampaignEvent> Happened => _happened;

    internal Solo Approved()
    {
        Do(new DraftCampaign { Plan = Plan });
        Do(new SubmitForReview());
        Do(new ReviewCampaign { Verdict = ReviewVerdict.Approved });
        return this;
    }

    internal Solo Launched()
    {
        Approved().Do(new LaunchCampaign());
        return this;
    }

    /// <summary>Without deciding anything.</summary>
    internal Solo At(Instant now)
    {
        Now = now;
        return this;
    }

    internal Decision<CampaignState, CampaignEvent> Ask(CampaignCommand command) => _process.Decide(State, command, Now);

    /// <summary>Asks, and expects a yes; what happened folds to the state that was decided.</summary>
    internal ImmutableArray<CampaignEvent> Do(CampaignCommand command)
    {
        var decision = Ask(command);
        Assert.True(decision.IsAccepted, $"{command.Name}: {string.Join("; ", decision.Refusals)}");
        State = decision.Events.Aggregate(State, _process.Evolve);
        Assert.Equal(decision.State.Head, State.Head);
        _happened.AddRange(decision.Events);
        return decision.Events;
    }

    /// <summary>Asks, and expects a no: its reasons.</summary>
    internal ImmutableArray<Refusal> Refused(CampaignCommand command)
    {
        var decision = Ask(command);
        Assert.False(decision.IsAccepted, $"{command.Name} was accepted.");
        Assert.Empty(decision.Events);
        return decision.Refusals;
    }

    /// <summary>The codes of the reasons.</summary>
    internal string[] RefusedBy(CampaignCommand command) => [.. Refused(command).Select(refusal => refusal.Code)];

    internal void Pledge(string pledge, decimal euros, string? backer = null, string? via = null, bool isConditional = false) => Do(new MakePledge
    {
        Pledge = pledge,
        Backer = backer ?? $"backer of {pledge}",
        Amount = Eur(euros),
        Via = via,
        IsConditional = isConditional,
        Method = Plan.Collection.Mode is CollectionMode.InviteToPay or CollectionMode.ChargeNow ? null : "card",
    });

    /// <summary>All that is due until then is done, each thing at its time; calls to the gateway are made, and bring nothing by themselves.</summary>
    internal Solo PassTo(Instant end)
    {
        for (var steps = 0; steps < 5_000; steps++)
        {
            Settle();
            if (CampaignProcess.NextDue(State) is not { } due || due > end)
            {
                Now = end;
                return this;
            }

            Now = Instant.Max(Now, due);
            Do(new AdvanceCampaign());
        }

        throw new InvalidOperationException($"It is still due at {CampaignProcess.NextDue(State)}.");
    }

    /// <summary>The scheduler looks for the first time, and goes on until nothing is left for now.</summary>
    internal Solo LookAt(Instant now)
    {
        Now = now;
        Do(new AdvanceCampaign());
        return PassTo(now);
    }

    /// <summary>What the provider says of the last attempt of a pledge.</summary>
    internal ProviderEvent Said(string pledge, ProviderEventKind kind, decimal? euros = null) => new()
    {
        EventId = $"{kind} {pledge} {_happened.Count}",
        AttemptKey = State.Pledges[pledge].LastAttempt!.Payment.Key,
        Kind = kind,
        PaymentId = $"payment of {pledge}",
        DisputeId = kind is ProviderEventKind.DisputeOpened or ProviderEventKind.DisputeLost or ProviderEventKind.DisputeWon ? "dispute" : null,
        Amount = euros is { } amount ? Eur(amount) : null,
        OccurredAt = Now,
    };

    internal void Hear(string pledge, ProviderEventKind kind, decimal? euros = null) => Do(new RecordPayment { Pledge = pledge, Events = [Said(pledge, kind, euros)] });

    /// <summary>The backer's payment arrives, all of it.</summary>
    internal void Paid(string pledge) => Do(new RecordPayment
    {
        Pledge = pledge,
        Events = [Said(pledge, ProviderEventKind.Captured) with { Amount = State.Pledges[pledge].LastAttempt!.Payment.Amount }],
    });

    /// <summary>The stages that events would lead through, one after each event; the present one when there are none.</summary>
    internal IEnumerable<CampaignStage> Happens(ImmutableArray<CampaignEvent> events)
    {
        var state = State;
        var stages = new List<CampaignStage>();
        foreach (var happened in events)
        {
            state = _process.Evolve(state, happened);
            stages.Add(state.Head.Stage);
        }

        return stages.Count == 0 ? [State.Head.Stage] : stages;
    }

    internal PledgeStanding StandingOf(string pledge) => State.Pledges[pledge].Standing;

    internal IEnumerable<T> All<T>()
        where T : CampaignEvent => _happened.OfType<T>();

    /// <summary>What anybody was told of a kind.</summary>
    internal IEnumerable<NoticeEffect> Told(NoticeKind kind) =>
        All<EffectRequested>().Select(requested => requested.Effect.Effect).OfType<NoticeEffect>().Where(notice => notice.Notice == kind);

    /// <summary>What the gateway was asked.</summary>
    internal IEnumerable<T> Asked<T>()
        where T : GatewayCall => All<EffectRequested>().Select(requested => requested.Effect.Effect).OfType<GatewayEffect>().Select(effect => effect.Call).OfType<T>();

    private void Settle()
    {
        foreach (var (key, _) in State.Effects.All.ToList())
        {
            Do(new StartEffect { Effect = key });
            Do(new SettleEffect { Effect = key });
        }
    }
}
