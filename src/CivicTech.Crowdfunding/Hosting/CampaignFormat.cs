using System.Collections.Immutable;
using System.Text.Json;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;

namespace CivicTech.Crowdfunding.Hosting;

/// <summary>How campaigns are kept: a document for the plan, one for the head, and one for every pledge, backer, fundraiser and pending effect.</summary>
/// <remarks>Stateless and thread-safe.</remarks>
public sealed class CampaignFormat : IProcessFormat<CampaignState, CampaignCommand, CampaignEvent>, IEffectFormat<CampaignState, CampaignCommand, CampaignEffect>
{
    private const string PlanName = "plan";
    private const string HeadName = "head";

    private static readonly StoredJsonText Json = new("campaign");
    private static readonly CampaignState Initial = new CampaignProcess().Initial;

    /// <inheritdoc />
    public string Kind => "campaign";

    /// <inheritdoc />
    public ImmutableArray<string> Head => [PlanName, HeadName];

    /// <inheritdoc />
    public string EffectPrefix => CampaignState.EffectPrefix;

    /// <inheritdoc />
    public IEnumerable<string> DocumentsOf(CampaignCommand command) => command switch
    {
        MakePledge make => make.Via is { } via ? [Pledge(make.Pledge), Backer(make.Backer), Fundraiser(via)] : [Pledge(make.Pledge), Backer(make.Backer)],
        ChangePledge change => [Pledge(change.Pledge)],
        CancelPledge cancel => [Pledge(cancel.Pledge)],
        GiveMethod give => [Pledge(give.Pledge)],
        ThankBacker thank => [Pledge(thank.Pledge)],
        RefundPledge refund => [Pledge(refund.Pledge)],
        RecordPayment record => [Pledge(record.Pledge)],
        AddFundraiser add => add.Parent is { } parent ? [Fundraiser(add.Fundraiser), Fundraiser(parent)] : [Fundraiser(add.Fundraiser)],
        StartEffect start => PaymentKey.TryParse(start.Effect, out _, out var pledge) && pledge is not null
            ? [CampaignState.EffectPrefix + start.Effect, Pledge(pledge)]
            : [CampaignState.EffectPrefix + start.Effect],
        SettleEffect settle => [CampaignState.EffectPrefix + settle.Effect],
        AdvanceCampaign { Documents: { } documents } => documents,
        _ => [],
    };

    /// <inheritdoc />
    public CampaignState Read(StoredProcess? stored, DocumentRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var plan = stored?.Find(PlanName);
        var head = stored?.Find(HeadName);
        return new CampaignState(
            plan is null ? null : Json.Read(plan, StoredJson.Default.StoredCampaignPlan),
            head is null ? Initial.Head : Json.Read(head, StoredJson.Default.StoredCampaignHead),
            StoredParts.Read(CampaignState.PledgePrefix, stored, request, document => Json.Read(document, StoredJson.Default.StoredPledge)),
            StoredParts.Read(CampaignState.BackerPrefix, stored, request, document => Json.Read(document, StoredJson.Default.StoredBackerTotals)),
            StoredParts.Read(CampaignState.FundraiserPrefix, stored, request, document => Json.Read(document, StoredJson.Default.StoredFundraiser)),
            StoredParts.Read(CampaignState.EffectPrefix, stored, request, document => Json.Read(document, StoredJson.Default.StoredPendingEffectCampaignEffect)));
    }

    /// <inheritdoc />
    public IEnumerable<DocumentChange> Changes(CampaignState before, CampaignState after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (!ReferenceEquals(before.PlanOrNull, after.PlanOrNull))
        {
            yield return DocumentChange.Write(StoredJsonText.Write(PlanName, after.Plan, null, StoredJson.Default.StoredCampaignPlan));
        }

        if (!ReferenceEquals(before.Head, after.Head))
        {
            yield return DocumentChange.Write(StoredJsonText.Write(HeadName, after.Head, CampaignClock.Due(after), StoredJson.Default.StoredCampaignHead));
        }

        foreach (var change in StoredParts.Changes(after.Pledges, (name, pledge) => StoredJsonText.Write(name, pledge, PledgeAgenda.Next(pledge, after.Plan)?.Due, StoredJson.Default.StoredPledge))
            .Concat(StoredParts.Changes(after.Backers, (name, backer) => StoredJsonText.Write(name, backer, null, StoredJson.Default.StoredBackerTotals)))
            .Concat(StoredParts.Changes(after.Fundraisers, (name, fundraiser) => StoredJsonText.Write(name, fundraiser, null, StoredJson.Default.StoredFundraiser)))
            .Concat(StoredParts.Changes(after.Effects, (name, effect) => StoredJsonText.Write(name, effect, effect.Due, StoredJson.Default.StoredPendingEffectCampaignEffect))))
        {
            yield return change;
        }
    }

    /// <inheritdoc />
    public byte[] WriteCommand(CampaignCommand command) => JsonSerializer.SerializeToUtf8Bytes(command, CampaignJson.Default.CampaignCommand);

    /// <inheritdoc />
    public byte[] WriteEvents(ImmutableArray<CampaignEvent> events) =>
        StoredJsonText.Write<CampaignEvent[]>([.. events], StoredJson.Default.StoredCampaignEventArray);

    /// <inheritdoc />
    public ImmutableArray<CampaignEvent> ReadEvents(ReadOnlyMemory<byte> json) => [.. Json.Read("events", json, StoredJson.Default.StoredCampaignEventArray)];

    /// <inheritdoc />
    public CampaignCommand Advance(ImmutableArray<string> documents) => new AdvanceCampaign { Documents = documents };

    /// <inheritdoc />
    public CampaignCommand Start(string key) => new StartEffect { Effect = key };

    /// <inheritdoc />
    public PendingEffect<CampaignEffect>? FindEffect(CampaignState state, string key)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Effects.Find(key);
    }

    private static string Pledge(string id) => CampaignState.PledgePrefix + id;

    private static string Backer(string id) => CampaignState.BackerPrefix + id;

    private static string Fundraiser(string id) => CampaignState.FundraiserPrefix + id;
}
