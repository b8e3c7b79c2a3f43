using System.Collections.Immutable;

namespace CivicTech.Budgeting.Proposals;

/// <summary>What becomes of proposals: who may hand in what, how it is looked at, and how it comes to the vote. When all that happens says the calendar.</summary>
/// <remarks>Equal when all that it says is equal.</remarks>
public sealed record ProposalPlan
{
    /// <summary>What proposals are looked at for; with no required criterion they go straight to the study.</summary>
    public ImmutableArray<AdmissibilityCriterion> Criteria { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many reviewers must agree about each criterion; 1 when nothing is said.</summary>
    public int Reviewers { get => field == 0 ? 1 : field; init; }

    /// <summary>When the public sees what people write, and whether it can be hidden.</summary>
    public ModerationMode Moderation { get; init; }

    /// <summary>How many hours a proposal is held before it is shown: at least 1 when the mode is to hold, else 0.</summary>
    public int HoldHours { get; init; }

    /// <summary>Whether people can support proposals.</summary>
    public bool TakesSupports { get; init; }

    /// <summary>The ids of the themes that a proposal may belong to; empty when there are none.</summary>
    public ImmutableArray<string> Themes { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many proposals one person may have handed in, those taken back not counted; null for any number, 0 for none.</summary>
    public int? MostPerPerson { get; init; }

    /// <summary>The ids of the conditions that a person must meet to hand in a proposal; see <see cref="IEligibilityCriterion"/>.</summary>
    public ImmutableArray<string> SubmitterConditions { get => field.IsDefault ? [] : field; init; }

    /// <summary>The ids of the conditions that a person must meet to support a proposal.</summary>
    public ImmutableArray<string> SupporterConditions { get => field.IsDefault ? [] : field; init; }

    /// <summary>The lowest price that a proposal on the ballot may have; null for zero.</summary>
    public Money? LowestPrice { get; init; }

    /// <summary>The highest price that a proposal on the ballot may have; null for any.</summary>
    public Money? HighestPrice { get; init; }

    /// <summary>How long authors may appeal; null when they may not.</summary>
    public AppealRule? Appeals { get; init; }

    /// <summary>How the proposals that come to the vote are chosen.</summary>
    public ShortlistRule Shortlist { get => field ?? ShortlistRule.AllFeasible; init; }

    /// <summary>The name of a stage: what is decided before it begins becomes public when it begins, all at once; in an area that has no such stage, at once. Null when each decision is public at once.</summary>
    public string? PublishesTogether { get; init; }

    internal bool HasRequiredCriterion => Criteria.Any(criterion => criterion.IsRequired);

    /// <inheritdoc />
    public bool Equals(ProposalPlan? other) => other is not null
        && Reviewers == other.Reviewers && Moderation == other.Moderation && HoldHours == other.HoldHours && TakesSupports == other.TakesSupports
        && MostPerPerson == other.MostPerPerson && LowestPrice == other.LowestPrice && HighestPrice == other.HighestPrice && Appeals == other.Appeals
        && Shortlist == other.Shortlist && PublishesTogether == other.PublishesTogether
        && Criteria.AsSpan().SequenceEqual(other.Criteria.AsSpan()) && Themes.AsSpan().SequenceEqual(other.Themes.AsSpan())
        && SubmitterConditions.AsSpan().SequenceEqual(other.SubmitterConditions.AsSpan()) && SupporterConditions.AsSpan().SequenceEqual(other.SupporterConditions.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Criteria.Length, Reviewers, Moderation, TakesSupports, Themes.Length, Appeals, Shortlist, PublishesTogether);
}
