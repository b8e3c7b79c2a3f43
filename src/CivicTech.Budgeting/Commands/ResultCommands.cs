using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Results;
using CivicTech.Receipts;

namespace CivicTech.Budgeting.Commands;

/// <summary>A command about the result of a cycle.</summary>
public abstract record ResultCommand : CycleCommand
{
    private protected ResultCommand()
    {
    }
}

/// <summary>Shows what decides lots: the secret that was committed to before the vote, and the public value that was named then and is known now.</summary>
public sealed record RevealLot : ResultCommand
{
    /// <summary>The secret.</summary>
    public required string Secret { get; init; }

    /// <summary>The public value itself.</summary>
    public required string PublicValue { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "reveal-lot";
}

/// <summary>Records what the count found. The library itself counts; recorded again, the same is accepted and another refused.</summary>
public sealed record RecordCount : ResultCommand
{
    /// <summary>The result.</summary>
    public required CycleResult Result { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "record-count";

    /// <inheritdoc />
    [JsonIgnore]
    public override Activity? Activity => null;
}

/// <summary>Says that a result is right: whoever asks answers for it.</summary>
public sealed record CertifyResult : ResultCommand
{
    /// <summary>The digest of the result that is certified.</summary>
    public required Digest Result { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "certify-result";
}

/// <summary>Publishes the certified result: its winners become projects to be realised.</summary>
public sealed record PublishResult : ResultCommand
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "publish-result";
}

/// <summary>Proposes that other projects win in an area than those of the count. It takes another person to confirm it; the count is kept beside it.</summary>
public sealed record ProposeOverride : ResultCommand
{
    /// <summary>The id of the area.</summary>
    public required string Area { get; init; }

    /// <summary>The projects that are to win, all of them, in order.</summary>
    public ImmutableArray<string> Funded { get => field.IsDefault ? [] : field; init; }

    /// <summary>A reference to the reason.</summary>
    public required string Reason { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "propose-override";

    /// <inheritdoc />
    public bool Equals(ProposeOverride? other) => base.Equals(other) && Area == other.Area && Reason == other.Reason && Funded.AsSpan().SequenceEqual(other.Funded.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Area, Reason, Funded.Length);
}

/// <summary>Confirms a proposed override: another person than who proposed it.</summary>
public sealed record ConfirmOverride : ResultCommand
{
    /// <summary>The id of the area.</summary>
    public required string Area { get; init; }

    /// <summary>The number of the override in the area: the last one, so that nobody confirms another list than the one they saw.</summary>
    public required int Number { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override string Name => "confirm-override";
}
