namespace CivicTech.Crowdfunding.Effects;

/// <summary>A question to the payment gateway: what became of an attempt or a payout of which no last word has come.</summary>
public sealed record InquiryEffect : CampaignEffect
{
    /// <summary>The key of the attempt or the payout.</summary>
    public required string Attempt { get; init; }

    /// <summary>The pledge it is about; null for a payout.</summary>
    public string? Pledge { get; init; }
}
