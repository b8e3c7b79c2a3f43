using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>
/// How far one amount or one number of people in a target is reached: <see cref="MoneyProgress"/> or <see cref="PeopleProgress"/>.
/// </summary>
/// <remarks>Immutable. <see cref="object.ToString"/> is an explanation: <c>EUR 90.00 of EUR 100.00, EUR 10.00 missing</c>.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MoneyProgress), "money")]
[JsonDerivedType(typeof(PeopleProgress), "people")]
public abstract record TargetProgress
{
    private protected TargetProgress()
    {
    }

    /// <summary>Whether what is there is at least what is needed.</summary>
    [JsonIgnore]
    public abstract bool IsMet { get; }
}
