using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>How far a <see cref="PeopleTarget"/> is reached.</summary>
public sealed record PeopleProgress : TargetProgress
{
    /// <summary>How many are needed and how many are there.</summary>
    /// <param name="needed">As <see cref="Needed"/>.</param>
    /// <param name="counted">As <see cref="Counted"/>.</param>
    public PeopleProgress(int needed, int counted)
    {
        Needed = needed;
        Counted = counted;
    }

    /// <summary>The number of the target.</summary>
    public int Needed { get; }

    /// <summary>The distinct backers who count, who may be more.</summary>
    public int Counted { get; }

    /// <summary>How many lack; 0 if none does.</summary>
    [JsonIgnore]
    public int Missing => Math.Max(Needed - Counted, 0);

    /// <inheritdoc />
    [JsonIgnore]
    public override bool IsMet => Missing == 0;

    /// <summary>The progress in words.</summary>
    public override string ToString() => IsMet
        ? FormattableString.Invariant($"{Counted} of {Needed} people")
        : FormattableString.Invariant($"{Counted} of {Needed} people, {Missing} missing");
}
