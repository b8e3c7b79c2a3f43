namespace CivicTech.Budgeting.Realisation;

/// <summary>What is owed after the vote.</summary>
public sealed record RealisationPlan
{
    /// <summary>The time zone on whose clocks the days of milestones end, an identifier of the IANA database; null for that of the calendar's first stage.</summary>
    public string? Zone { get; init; }

    /// <summary>How many days after its day a milestone that was not reached counts as overdue; 0 for the very next day.</summary>
    public int GraceDays { get; init; }
}
