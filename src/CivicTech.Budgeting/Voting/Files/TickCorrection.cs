using NodaTime;

namespace CivicTech.Budgeting.Voting.Files;

/// <summary>The counter-entry that takes back a wrong tick.</summary>
public sealed record TickCorrection
{
    internal TickCorrection()
    {
    }

    /// <summary>The host's opaque id of the officer.</summary>
    public string By { get; internal init; } = "";

    /// <summary>The reference of the reason.</summary>
    public string Reason { get; internal init; } = "";

    /// <summary>When.</summary>
    public Instant At { get; internal init; }
}
