using NodaTime;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>What a backer may do.</summary>
public sealed record PledgePlan
{
    /// <summary>Whether a pledge may be lowered or cancelled.</summary>
    public LateChange LateChange { get; init; } = LateChange.NotBelowGoal;

    /// <summary>How long before the end <see cref="LateChange.NotBelowGoal"/> holds.</summary>
    public Duration LastHours { get; init; } = Duration.FromHours(24);

    /// <summary>The most that one backer may pledge in all; null for no limit.</summary>
    public Money? MaximumPerBacker { get; init; }

    /// <summary>Whether the backer's name may be kept from everybody but the owner and the host.</summary>
    public bool AllowsAnonymous { get; init; } = true;

    /// <summary>Within this time of a pledge the backer gets word from the owner: thanks, or an update.</summary>
    public Duration FeedbackWithin { get; init; } = Duration.FromHours(48);
}
