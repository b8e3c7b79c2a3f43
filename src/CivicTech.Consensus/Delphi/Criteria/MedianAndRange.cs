using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>
/// Consensus when the interquartile range is at most a number: to include when the median is high enough, to exclude when it is low enough.
/// Without either limit of the median the range alone decides, and <see cref="ConsensusVerdict.In"/> says that there is consensus on something.
/// </summary>
/// <remarks>
/// Which rule reads the quartiles changes decisions: a range of at most 1 on five steps holds by some rules and not by others for the same answers
/// of panels of the usual size. See von der Gracht (2012), Technological Forecasting and Social Change 79, for the limits in use.
/// </remarks>
public sealed record MedianAndRange : ConsensusCriterion
{
    /// <summary>How quartiles are read between answers.</summary>
    public required QuantileRule Quantiles { get; init; }

    /// <summary>The largest interquartile range, itself included: 0 or more.</summary>
    public required Rational RangeAtMost { get; init; }

    /// <summary>The lowest median that includes, itself included; null where the median includes nothing.</summary>
    public Rational? MedianAtLeast { get; init; }

    /// <summary>The highest median that excludes, itself included, below <see cref="MedianAtLeast"/>; null where the median excludes nothing.</summary>
    public Rational? MedianAtMost { get; init; }

    internal override bool SaysWhichWay => MedianAtLeast is not null || MedianAtMost is not null;

    /// <inheritdoc />
    public override IEnumerable<string> Check(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return
        [
            .. CriterionCheck.Rule("quantiles", Quantiles, quartersOnly: true),
            .. CriterionCheck.NotNegative("rangeAtMost", RangeAtMost),
            .. MedianAtLeast is { } least ? CriterionCheck.OnScale("medianAtLeast", least, scale) : [],
            .. MedianAtMost is { } most ? CriterionCheck.OnScale("medianAtMost", most, scale) : [],
            .. MedianAtMost >= MedianAtLeast ? [$"medianAtMost: {MedianAtMost}, expected below medianAtLeast, {MedianAtLeast}"] : Array.Empty<string>(),
        ];
    }

    internal override CriterionFinding JudgeChecked(ItemAnswers answers, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        var (range, median) = (answers.All.InterquartileRange(Quantiles), answers.All.Median);
        var verdict = range.Exact is null ? ConsensusVerdict.TooFew
            : range.Exact > RangeAtMost ? ConsensusVerdict.None
            : !SaysWhichWay || median.Exact >= MedianAtLeast ? ConsensusVerdict.In
            : median.Exact <= MedianAtMost ? ConsensusVerdict.Out
            : ConsensusVerdict.None;
        return CriterionFinding.Of(
            verdict,
            FindingFigure.Of($"interquartile range ({Quantiles})", range, $"at most {RangeAtMost}"),
            FindingFigure.Of("median", median, Wanted));
    }

    private string? Wanted => (MedianAtLeast, MedianAtMost) switch
    {
        (null, null) => null,
        ({ } least, null) => $"at least {least}",
        (null, { } most) => $"at most {most} to exclude",
        ({ } least, { } most) => $"at least {least} to include, at most {most} to exclude",
    };
}
