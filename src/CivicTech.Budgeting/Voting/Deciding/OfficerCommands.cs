using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>An officer declares all ballots of a voter void.</summary>
public sealed record VoidVoter : VotingCommand
{
    /// <summary>The host's opaque id of the officer, 1 to 200 characters.</summary>
    public required string By { get; init; }

    /// <summary>The reference of the reason, 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether the voter may vote again (somebody else had voted in the voter's name); otherwise nothing of this voter is taken any more.</summary>
    public bool MayVoteAgain { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "void-voter";
}
