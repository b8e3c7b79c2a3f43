using CivicTech.Crowdfunding.Pledges;
using NodaTime;

namespace CivicTech.Crowdfunding.Reading;

/// <summary>A pledge as everybody may see it.</summary>
public sealed record PublicPledge
{
    internal PublicPledge(Pledge pledge)
    {
        Backer = pledge.IsAnonymous ? null : pledge.Backer;
        Amount = pledge.Amount;
        CommittedAt = pledge.CommittedAt;
        Via = pledge.Via;
    }

    /// <summary>The host's id of the backer; null for an anonymous one. Nor is the id of the pledge here, which may lead to the backer.</summary>
    public string? Backer { get; }

    /// <summary>What is promised to the project.</summary>
    public Money Amount { get; }

    /// <summary>When it was promised.</summary>
    public Instant CommittedAt { get; }

    /// <summary>The fundraiser through whom it came; null when it came directly.</summary>
    public string? Via { get; }
}
