using NodaTime;

namespace CivicTech.Budgeting.Realisation;

/// <summary>A milestone that comes later than said before.</summary>
public sealed record ProjectDelay
{
    /// <summary>The milestone.</summary>
    public required string Milestone { get; init; }

    /// <summary>The day as it was said before.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The new day.</summary>
    public required LocalDate To { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <summary>When it was reported.</summary>
    public required Instant At { get; init; }
}
