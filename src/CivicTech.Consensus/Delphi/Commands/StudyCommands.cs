using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Protocols;

namespace CivicTech.Consensus.Delphi.Commands;

/// <summary>Begins a study, or changes its protocol before the first round is scheduled, as long as no expert was invited and no item registered that it does not know.</summary>
public sealed record PlanStudy : DelphiCommand
{
    /// <summary>The protocol.</summary>
    public required DelphiProtocol Protocol { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "plan";
}

/// <summary>Ends a study between two rounds although its rule does not stop it: a decision of the facilitator, which the report tells apart.</summary>
public sealed record ConcludeStudy : DelphiCommand
{
    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "conclude";
}

/// <summary>Ends a study without a result.</summary>
public sealed record CancelStudy : DelphiCommand
{
    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "cancel";
}
