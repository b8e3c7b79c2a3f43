namespace CivicTech.Budgeting.Results;

/// <summary>An amount of an area.</summary>
public sealed record AreaMoney
{
    /// <summary>The id of the area.</summary>
    public required string Area { get; init; }

    /// <summary>The amount.</summary>
    public required Money Amount { get; init; }
}
