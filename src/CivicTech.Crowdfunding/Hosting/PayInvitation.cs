namespace CivicTech.Crowdfunding.Hosting;

/// <summary>A link by which a backer pays.</summary>
public sealed record PayInvitation
{
    /// <summary>The host's id of the campaign.</summary>
    public required string Campaign { get; init; }

    /// <summary>The host's id of the pledge.</summary>
    public required string Pledge { get; init; }

    /// <summary>The host's id of the backer.</summary>
    public required string Backer { get; init; }

    /// <summary>What is to be paid.</summary>
    public required Money Amount { get; init; }

    /// <summary>Where. It is stored nowhere else.</summary>
    public required Uri Url { get; init; }

    /// <summary>The key of the payment attempt: the same for a repetition.</summary>
    public required string Key { get; init; }
}
