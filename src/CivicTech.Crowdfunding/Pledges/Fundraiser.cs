namespace CivicTech.Crowdfunding.Pledges;

/// <summary>
/// A person, team or organisation that asks for pledges (peer-to-peer). A pledge through a person shows in the person, its team and its organisation, and is counted once in the campaign.
/// </summary>
public sealed record Fundraiser
{
    /// <summary>What it is.</summary>
    public required FundraiserKind Kind { get; init; }

    /// <summary>The team or organisation it belongs to; null when it belongs to none.</summary>
    public string? Parent { get; init; }

    /// <summary>What it wants to raise; null for no goal of its own. The goal of a team is then the sum of its members'.</summary>
    public Money? Goal { get; init; }

    /// <summary>The sum of the goals of all below it.</summary>
    public required Money MembersGoal { get; init; }

    /// <summary>What counts of the pledges through it and all below it.</summary>
    public required Money Raised { get; init; }

    /// <summary>How many of those pledges count.</summary>
    public int Pledges { get; init; }

    /// <summary>Its own goal, or the sum of its members' goals.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Money EffectiveGoal => Goal ?? MembersGoal;
}
