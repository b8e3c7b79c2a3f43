using System.Text.Json.Serialization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Proposals;

namespace CivicTech.Budgeting.Commands;

/// <summary>A reviewer says whether a proposal meets a criterion, or says otherwise than before. That it is admissible or inadmissible follows from what reviewers say.</summary>
public sealed record AssessProposal : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The host's opaque id of the reviewer.</summary>
    public required string Reviewer { get; init; }

    /// <summary>The id of the criterion.</summary>
    public required string Criterion { get; init; }

    /// <summary>What was found.</summary>
    public required Finding Finding { get; init; }

    /// <summary>A reference to the reason; needed when the criterion is not met.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "assess-proposal";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Assess;
}

/// <summary>Says whether a proposal can be done; also otherwise than before, until it is on the ballot.</summary>
public sealed record DecideFeasibility : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>Whether it can be done.</summary>
    public required bool IsFeasible { get; init; }

    /// <summary>A reference to the reason; needed when it cannot be done, and when an earlier no is taken back.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "decide-feasibility";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Value;
}

/// <summary>Says what a feasible proposal would cost.</summary>
public sealed record SetPrice : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>The price, in the currency of the cycle and in the range of the plan.</summary>
    public required Money Price { get; init; }

    /// <summary>A reference to how it came about.</summary>
    public required string Explanation { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "set-price";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Value;
}

/// <summary>An author appeals against a decision that eliminates the proposal.</summary>
public sealed record FileAppeal : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>A reference to the grounds.</summary>
    public required string Grounds { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "file-appeal";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.Appeal;
}

/// <summary>Decides an appeal. Upheld, the decision is turned into its opposite; otherwise it stands. After the ballot is frozen none can be upheld.</summary>
public sealed record DecideAppeal : ProposalCommand
{
    /// <summary>The id of the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>Whether the author is right.</summary>
    public required bool IsUpheld { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "decide-appeal";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => Calendars.Activity.JudgeAppeal;
}
