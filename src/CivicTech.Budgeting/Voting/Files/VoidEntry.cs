using NodaTime;

namespace CivicTech.Budgeting.Voting.Files;

/// <summary>An officer declared all ballots of a voter void.</summary>
public sealed record VoidEntry
{
    internal VoidEntry()
    {
    }

    /// <summary>The host's opaque id of the officer.</summary>
    public string By { get; internal init; } = "";

    /// <summary>The reference of the reason.</summary>
    public string Reason { get; internal init; } = "";

    /// <summary>When.</summary>
    public Instant At { get; internal init; }

    /// <summary>Whether the voter may vote again; otherwise nothing of this voter is taken any more.</summary>
    public bool MayVoteAgain { get; internal init; }
}
