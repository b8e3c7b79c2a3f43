using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Stability;

/// <summary>A share of the items of the panel is stable.</summary>
public sealed record ItemsStable : StabilityRule
{
    /// <summary>When an item is stable.</summary>
    public required StabilityMeasure Measure { get; init; }

    /// <summary>On which share of the items that could be compared: above 0, at most 1.</summary>
    public required Rational AtLeast { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Check() => MeasureCheck.Share("atLeast", AtLeast)
        .Concat(Measure is null ? ["measure: missing, expected a measure"] : Measure.Check().Select(problem => $"measure.{problem}"));
}
