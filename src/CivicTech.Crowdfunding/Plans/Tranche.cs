namespace CivicTech.Crowdfunding.Plans;

/// <summary>A part of the money that the owner gets at one time.</summary>
public sealed record Tranche
{
    /// <summary>Its name, unique in the plan.</summary>
    public required string Name { get; init; }

    /// <summary>Its part of the whole, as a whole number: tranches of 1 and 3 give a quarter and three quarters.</summary>
    public required long Weight { get; init; }

    /// <summary>The milestone that must be approved first; null when the money goes out as soon as it may.</summary>
    public string? Milestone { get; init; }
}
