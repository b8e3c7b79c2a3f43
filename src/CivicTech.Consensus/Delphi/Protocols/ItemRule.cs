namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>What becomes of items after a round, by what the criterion says of them.</summary>
public sealed record ItemRule
{
    /// <summary>The first round after which it holds: after earlier ones every item is asked again.</summary>
    public required int FromRound { get; init; }

    /// <summary>With consensus to include.</summary>
    public required ItemAction WhenIn { get; init; }

    /// <summary>With consensus to exclude.</summary>
    public required ItemAction WhenOut { get; init; }

    /// <summary>Without consensus.</summary>
    public required ItemAction WhenNone { get; init; }

    /// <summary>With too few answers to say.</summary>
    public required ItemAction WhenTooFew { get; init; }
}
