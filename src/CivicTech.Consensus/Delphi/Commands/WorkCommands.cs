using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Delphi.Commands;

/// <summary>Does what is due: the host's scheduler asks for it, not a person.</summary>
public sealed record AdvanceStudy : DelphiCommand
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "advance";
}

/// <summary>Takes on an effect that is due, so that nobody else does it too.</summary>
public sealed record StartEffect : DelphiCommand
{
    /// <summary>The key of the effect.</summary>
    public required string Effect { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "start-effect";
}

/// <summary>An effect was done: it is pending no longer.</summary>
public sealed record SettleEffect : DelphiCommand
{
    /// <summary>The key of the effect.</summary>
    public required string Effect { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "settle-effect";
}
