using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>What a criterion says of an item, and the numbers on which it rests. Plain data: what is stored reads as it was.</summary>
public sealed record CriterionFinding
{
    /// <summary>The verdict.</summary>
    public required ConsensusVerdict Verdict { get; init; }

    /// <summary>The numbers, in the order in which the criterion looks at them.</summary>
    public ImmutableArray<FindingFigure> Figures { get => field.IsDefault ? [] : field; init; }

    /// <inheritdoc />
    public bool Equals(CriterionFinding? other) => other is not null && Verdict == other.Verdict && Figures.AsSpan().SequenceEqual(other.Figures.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Verdict, Figures.Length);

    /// <summary>A sentence: <c>Consensus to include: mean is 4.2 (wanted: above 3).</c></summary>
    public override string ToString() => Figures.IsEmpty ? $"{Words}." : $"{Words}: {string.Join("; ", Figures)}.";

    private string Words => Verdict switch
    {
        ConsensusVerdict.In => "Consensus to include",
        ConsensusVerdict.Out => "Consensus to exclude",
        ConsensusVerdict.None => "No consensus",
        ConsensusVerdict.TooFew => "Too few answers to judge",
        _ => throw new InvalidOperationException($"{Verdict} is no verdict."),
    };

    internal static CriterionFinding Of(ConsensusVerdict verdict, params ImmutableArray<FindingFigure> figures) => new() { Verdict = verdict, Figures = figures };
}
