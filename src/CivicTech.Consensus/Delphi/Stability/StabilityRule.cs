using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Stability;

/// <summary>When the answers of a panel are stable from one round to the next. Compared are experts and items of both rounds only.</summary>
/// <remarks>Immutable. As JSON, <c>kind</c> says which rule it is.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ItemsStable), "items")]
[JsonDerivedType(typeof(ConcordanceStability), "concordance")]
public abstract record StabilityRule
{
    // The cases are closed: what can be stored can be read.
    private protected StabilityRule()
    {
    }

    /// <summary>What is wrong with the rule: sentences that name the member and what was expected; none when it can be used.</summary>
    public abstract IEnumerable<string> Check();
}
