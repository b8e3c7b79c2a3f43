using System.Text.Json.Serialization;
using CivicTech.Budgeting.Calendars;

namespace CivicTech.Budgeting.Commands;

/// <summary>Hides a proposal from the public. It stands where it stood, and comes on no shortlist and no ballot while it is hidden.</summary>
public sealed record HideProposal : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "hide-proposal";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Moderate;
}

/// <summary>Shows a proposal again that was hidden.</summary>
public sealed record ShowProposal : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "show-proposal";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Moderate;
}

/// <summary>Hides a comment from the public.</summary>
public sealed record HideComment : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The id of the comment.</summary>
    public required string Comment { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "hide-comment";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Moderate;
}

/// <summary>Shows a comment again that was hidden.</summary>
public sealed record ShowComment : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The id of the comment.</summary>
    public required string Comment { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "show-comment";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Moderate;
}
