namespace CivicTech.Budgeting.Proposals;

/// <summary>How long an author may appeal against a decision.</summary>
public sealed record AppealRule
{
    /// <summary>To the end of the day that is so many calendar days after the day on which the decision became public; 0 for the end of that day.</summary>
    public required int Days { get; init; }

    /// <summary>The zone on whose clocks days begin and end, such as <c>Europe/Paris</c>.</summary>
    public required string Zone { get; init; }
}
