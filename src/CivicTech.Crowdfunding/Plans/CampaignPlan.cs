using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Fees;
using CivicTech.Crowdfunding.Goals;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>
/// What a campaign is for and by which rules it runs: everything that backers must be able to know before they pledge. Frozen, hashed and shown when the campaign is launched.
/// </summary>
/// <remarks>Texts, pictures and names stay with the host: a plan has references and opaque ids only. Equal when all that it says is equal.</remarks>
public sealed record CampaignPlan
{
    /// <summary>The host's id of the campaign: 1 to 100 characters without a slash. It is part of every key that goes out to providers.</summary>
    public required string Id { get; init; }

    /// <summary>The host's id of the owner.</summary>
    public required string Owner { get; init; }

    /// <summary>What the owner is; public bodies may be owners.</summary>
    public OwnerKind OwnerKind { get; init; }

    /// <summary>Who gets the money, when that is not the owner (a lawyer's client account); the host's id. Null for the owner.</summary>
    public string? Payee { get; init; }

    /// <summary>The host's reference to title, text and pictures.</summary>
    public required string Description { get; init; }

    /// <summary>What kind of project it is.</summary>
    public CampaignCategory Category { get; init; }

    /// <summary>Who may see it and pledge.</summary>
    public Visibility Visibility { get; init; }

    /// <summary>The one currency of the campaign.</summary>
    public required Currency Currency { get; init; }

    /// <summary>What the money is for, at least one line.</summary>
    public required ImmutableArray<BudgetLine> Budget { get; init; }

    /// <summary>When it succeeds.</summary>
    [JsonConverter(typeof(PartJsonConverter<GoalRule>))]
    public required GoalRule Goal { get; init; }

    // A plan that was written by hand may leave out whole sections, and members of them.
    /// <summary>What a backer may do.</summary>
    [JsonConverter(typeof(SectionJsonConverter<PledgePlan>))]
    public PledgePlan Pledges { get; init => field = value ?? new(); } = new();

    /// <summary>How pledges become money.</summary>
    [JsonConverter(typeof(SectionJsonConverter<CollectionPlan>))]
    public CollectionPlan Collection { get; init => field = value ?? new(); } = new();

    /// <summary>What the platform takes.</summary>
    [JsonConverter(typeof(PartJsonConverter<FeeSchedule>))]
    public FeeSchedule Fees { get; init => field = value ?? FeeSchedule.None; } = FeeSchedule.None;

    /// <summary>When the owner gets the money.</summary>
    [JsonConverter(typeof(SectionJsonConverter<PayoutPlan>))]
    public PayoutPlan Payouts { get; init => field = value ?? new(); } = new();

    /// <summary>What the owner owes the backers.</summary>
    [JsonConverter(typeof(SectionJsonConverter<ReportPlan>))]
    public ReportPlan Reports { get; init => field = value ?? new(); } = new();

    /// <summary>What all budget lines cost together.</summary>
    /// <exception cref="OverflowException">It is more than money can be.</exception>
    [JsonIgnore]
    public Money Cost => Budget.Aggregate(Money.Zero(Currency), (sum, line) => sum + line.Amount);

    /// <inheritdoc />
    public bool Equals(CampaignPlan? other) => other is not null
        && Id == other.Id && Owner == other.Owner && OwnerKind == other.OwnerKind && Payee == other.Payee && Description == other.Description
        && Category == other.Category && Visibility == other.Visibility && Currency == other.Currency && Budget.SequenceEqual(other.Budget)
        && Goal.Equals(other.Goal) && Pledges == other.Pledges && Collection == other.Collection && Fees.Equals(other.Fees)
        && Payouts.Equals(other.Payouts) && Reports == other.Reports;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Id, Owner, Description, Currency, Budget.Length, Goal);
}
