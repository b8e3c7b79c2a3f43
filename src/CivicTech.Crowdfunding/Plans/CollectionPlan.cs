using System.Text.Json.Serialization;
using CivicTech.Crowdfunding.Collection;
using NodaTime;

namespace CivicTech.Crowdfunding.Plans;

/// <summary>How pledges become money.</summary>
/// <remarks>Equal when all that it says is equal.</remarks>
public sealed record CollectionPlan
{
    /// <summary>When and how money moves.</summary>
    public CollectionMode Mode { get; init; } = CollectionMode.InviteToPay;

    /// <summary>How often a payment that failed is tried again.</summary>
    public RetryPolicy Retries { get; init; } = RetryPolicy.Kickstarter;

    /// <summary>How often a backer is reminded to pay.</summary>
    public ReminderPolicy Reminders { get; init; } = new([Duration.FromDays(3), Duration.FromDays(7)], Duration.FromDays(14));

    /// <summary>How many working days payments in flight are waited for when they decide about the goal.</summary>
    public int GraceDays { get; init; } = 4;

    /// <summary>Days that are no working days besides Saturdays and Sundays, or in place of them.</summary>
    [JsonConverter(typeof(SectionJsonConverter<WorkingDays>))]
    public WorkingDays WorkingDays { get; init; } = new();

    /// <summary>How long a hold on a card lives: <see cref="CollectionMode.AuthoriseThenCapture"/> is refused for a longer campaign.</summary>
    public Duration AuthorisationWindow { get; init; } = Duration.FromDays(7);
}
