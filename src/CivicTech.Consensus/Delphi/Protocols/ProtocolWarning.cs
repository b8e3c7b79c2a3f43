namespace CivicTech.Consensus.Delphi.Protocols;

/// <summary>What a reader of a report should know of the rules of a study: they can be run, and published studies use them, but what they say is weaker than it looks.</summary>
public sealed record ProtocolWarning
{
    /// <summary>A stable code, kebab case.</summary>
    public required string Code { get; init; }

    /// <summary>The warning as a sentence.</summary>
    public required string Text { get; init; }
}
