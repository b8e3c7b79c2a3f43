using CivicTech.Time;
using NodaTime;

namespace CivicTech.Crowdfunding.Goals;

/// <summary>A round that ends at a moment known in advance.</summary>
public sealed record FixedEnd : RoundEnd
{
    /// <summary>An end at a deadline.</summary>
    /// <param name="deadline">As <see cref="Deadline"/>.</param>
    public FixedEnd(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        Deadline = deadline;
    }

    /// <summary>The end. For "until 25 May" use <see cref="Deadline.EndOf(LocalDate, string)"/>.</summary>
    public Deadline Deadline { get; }

    /// <inheritdoc />
    public override Instant? EndOf(Instant start, Instant? finalLapAnnounced, IDateTimeZoneProvider zones) => Deadline.ToInstant(zones);

    /// <summary>The deadline.</summary>
    public override string ToString() => Deadline.ToString();
}
