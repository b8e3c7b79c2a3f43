namespace CivicTech.Consensus.Delphi.Items;

/// <summary>An item that is taken out, and why.</summary>
public sealed record ItemRemoval
{
    /// <summary>The item.</summary>
    public required string Item { get; init; }

    /// <summary>The reason: a reference, the same for all that go for the same reason.</summary>
    public required string Reason { get; init; }
}
