using System.Text.Json.Serialization;
using CivicTech.Budgeting.Plans;
using CivicTech.Time;

namespace CivicTech.Budgeting.Commands;

/// <summary>Begins a cycle, or changes its plan before it is published.</summary>
public sealed record PlanCycle : CycleCommand
{
    /// <summary>The plan.</summary>
    public required CyclePlan Plan { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "plan";
}

/// <summary>Publishes the plan: from now on its rules hold, and what its calendar permits can be done.</summary>
public sealed record PublishPlan : CycleCommand
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "publish-plan";
}

/// <summary>Moves the end of a stage to a later time: an audited amendment.</summary>
public sealed record ExtendStage : CycleCommand
{
    /// <summary>The name of the stage.</summary>
    public required string Stage { get; init; }

    /// <summary>An area that the stage is for; null for the stage of all areas.</summary>
    public string? Area { get; init; }

    /// <summary>The new end, later than the present one.</summary>
    public required Deadline Ends { get; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "extend-stage";
}

/// <summary>Ends a cycle without a result.</summary>
public sealed record CancelCycle : CycleCommand
{
    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "cancel";
}

/// <summary>Closes the books: every funded project is finished or abandoned.</summary>
public sealed record CompleteCycle : CycleCommand
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "complete";
}
