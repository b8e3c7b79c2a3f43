using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Consensus.Delphi.Stability;

/// <summary>Whether answers have settled, and the numbers on which that rests. Plain data: what is stored reads as it was.</summary>
public sealed record StabilityFinding
{
    /// <summary>Whether they have settled; null where it cannot be measured.</summary>
    public bool? IsStable { get; init; }

    /// <summary>The numbers, in the order in which the measure looks at them.</summary>
    public ImmutableArray<FindingFigure> Figures { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(StabilityFinding? other) => other is not null && IsStable == other.IsStable && Figures.AsSpan().SequenceEqual(other.Figures.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(IsStable, Figures.Length);

    /// <summary>A sentence: <c>Stable: unchanged share is 0.8 (wanted: at least 0.75); people in both rounds is 12.</c></summary>
    public override string ToString() => Figures.IsEmpty ? $"{Words}." : $"{Words}: {string.Join("; ", Figures)}.";

    private string Words => IsStable switch
    {
        true => "Stable",
        false => "Not stable",
        null => "Stability not measurable",
    };

    internal static StabilityFinding Of(bool? isStable, params ImmutableArray<FindingFigure> figures) => new() { IsStable = isStable, Figures = figures };
}
