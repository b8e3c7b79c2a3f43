using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>What a round of a campaign is to reach: an amount, a number of people, or a combination of targets.</summary>
/// <remarks>
/// The cases are <see cref="MoneyTarget"/>, <see cref="PeopleTarget"/>, <see cref="AllOf"/> and <see cref="AnyOf"/>. A target is reached by
/// what is exactly equal to it, and never lost by more: if some totals meet it, larger ones do. Immutable; equal are targets that say the
/// same.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MoneyTarget), "money")]
[JsonDerivedType(typeof(PeopleTarget), "people")]
[JsonDerivedType(typeof(AllOf), "all-of")]
[JsonDerivedType(typeof(AnyOf), "any-of")]
public abstract record Target
{
    // The cases are closed: what can be stored can be read.
    private protected Target()
    {
    }

    /// <summary>The one currency of all amounts in this target; <see langword="null"/> if it speaks of people only.</summary>
    [JsonIgnore]
    public abstract Currency? Currency { get; }

    /// <summary>Whether the totals reach this target.</summary>
    /// <param name="totals">What counts so far.</param>
    /// <exception cref="InvalidOperationException">The totals are in another currency than the target.</exception>
    public abstract bool IsMet(GoalTotals totals);

    /// <summary>What every single amount and number of people in this target needs and has, in the order of the target.</summary>
    /// <param name="totals">What counts so far.</param>
    /// <exception cref="InvalidOperationException">The totals are in another currency than the target.</exception>
    public abstract ImmutableArray<TargetProgress> Progress(GoalTotals totals);

    /// <summary>
    /// Of <see cref="Progress"/>, what stands between the totals and the target: empty if it is met. Of an <see cref="AnyOf"/> each entry
    /// would do alone.
    /// </summary>
    /// <param name="totals">What counts so far.</param>
    /// <exception cref="InvalidOperationException">The totals are in another currency than the target.</exception>
    public ImmutableArray<TargetProgress> Remaining(GoalTotals totals) => IsMet(totals) ? [] : Lacking(totals);

    /// <summary>What lacks, given that the target is not met.</summary>
    private protected abstract ImmutableArray<TargetProgress> Lacking(GoalTotals totals);
}
