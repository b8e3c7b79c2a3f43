using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>
/// Consensus to include when at least a share of people answer in one range; if <see cref="Out"/> is given, to exclude when as large a share
/// answer in that.
/// </summary>
/// <remarks>
/// The most usual criterion: 25 of 100 studies that Diamond et al. (2014), Journal of Clinical Epidemiology 67, went through had it, with 75 %
/// in the median. The share needed grows with nothing: what it means depends on how many of the answers the range has.
/// </remarks>
public sealed record PercentAgreement : ConsensusCriterion
{
    /// <summary>The lowest answer that agrees.</summary>
    public required int Lowest { get; init; }

    /// <summary>The highest answer that agrees.</summary>
    public required int Highest { get; init; }

    /// <summary>The share that is enough, itself included: above 0, at most 1.</summary>
    public required Rational AtLeast { get; init; }

    /// <summary>The answers that speak for leaving the item out; null where the criterion excludes nothing. Then <see cref="AtLeast"/> is above 1/2.</summary>
    public AnswerRange? Out { get; init; }

    /// <inheritdoc />
    public override IEnumerable<string> Check(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return
        [
            .. CriterionCheck.Range("lowest, highest", Agreeing, scale),
            .. CriterionCheck.Share("atLeast", AtLeast),
            .. Out is null ? [] : CriterionCheck.Range("out", Out, scale),
            .. Out is null ? [] : CriterionCheck.Apart("out", Out, Agreeing),
            .. Out is not null && AtLeast <= new Rational(1, 2) ? [$"atLeast: {AtLeast}, expected more than 0.5 where out is given: both could have so much"] : Array.Empty<string>(),
        ];
    }

    private AnswerRange Agreeing => new() { Lowest = Lowest, Highest = Highest };

    internal override CriterionFinding JudgeChecked(ItemAnswers answers, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        var share = answers.All.ShareIn(Lowest, Highest);
        var shareOut = Out is null ? null : answers.All.ShareIn(Out.Lowest, Out.Highest);
        var verdict = share.Exact is null ? ConsensusVerdict.TooFew
            : share.Exact >= AtLeast ? ConsensusVerdict.In
            : shareOut?.Exact >= AtLeast ? ConsensusVerdict.Out
            : ConsensusVerdict.None;
        var figure = FindingFigure.Of($"share of answers from {Agreeing}", share, $"at least {AtLeast}");
        return shareOut is null
            ? CriterionFinding.Of(verdict, figure)
            : CriterionFinding.Of(verdict, figure, FindingFigure.Of($"share of answers from {Out}", shareOut, $"at least {AtLeast} to exclude"));
    }
}
