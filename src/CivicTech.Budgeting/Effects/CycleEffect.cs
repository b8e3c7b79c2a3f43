using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Effects;

/// <summary>What a cycle wants done outside: something with the ballot box, or somebody told.</summary>
/// <remarks>Immutable.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(OpenBox), "open-box")]
[JsonDerivedType(typeof(AmendBox), "amend-box")]
[JsonDerivedType(typeof(SealBox), "seal-box")]
[JsonDerivedType(typeof(NoticeEffect), "notice")]
public abstract record CycleEffect
{
    private protected CycleEffect()
    {
    }
}
