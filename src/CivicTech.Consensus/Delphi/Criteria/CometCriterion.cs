using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>
/// Consensus to include when at least a share of people answer in one range and less than another share in the opposite range; to exclude
/// when it is the other way round.
/// </summary>
/// <remarks>
/// The 70/15 criterion of core outcome sets: Williamson et al. (2017), "The COMET Handbook", Trials 18. Where it must hold in every group of
/// stakeholders, put it into <see cref="EveryRole"/>.
/// </remarks>
public sealed record CometCriterion : ConsensusCriterion
{
    /// <summary>The lowest answer for the item.</summary>
    public required int InLowest { get; init; }

    /// <summary>The highest answer for the item.</summary>
    public required int InHighest { get; init; }

    /// <summary>The lowest answer against the item.</summary>
    public required int OutLowest { get; init; }

    /// <summary>The highest answer against the item.</summary>
    public required int OutHighest { get; init; }

    /// <summary>The share that is enough on one side, itself included: above 0, at most 1.</summary>
    public required Rational AtLeast { get; init; }

    /// <summary>What the share on the other side must stay below: above 0, at most <see cref="AtLeast"/>.</summary>
    public required Rational Below { get; init; }

    /// <summary>70 % from 7 to 9 and less than 15 % from 1 to 3, or the other way round; for the scale 1 to 9.</summary>
    public static CometCriterion Comet7015 { get; } = new()
    {
        InLowest = 7,
        InHighest = 9,
        OutLowest = 1,
        OutHighest = 3,
        AtLeast = new(7, 10),
        Below = new(3, 20),
    };

    private AnswerRange In => new() { Lowest = InLowest, Highest = InHighest };

    private AnswerRange Out => new() { Lowest = OutLowest, Highest = OutHighest };

    /// <inheritdoc />
    public override IEnumerable<string> Check(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return
        [
            .. CriterionCheck.Range("inLowest, inHighest", In, scale),
            .. CriterionCheck.Range("outLowest, outHighest", Out, scale),
            .. CriterionCheck.Apart("outLowest, outHighest", Out, In),
            .. CriterionCheck.Share("atLeast", AtLeast),
            .. Below <= 0 || Below > AtLeast ? [$"below: {Below}, expected a share above 0, at most atLeast, {AtLeast}"] : Array.Empty<string>(),
        ];
    }

    internal override CriterionFinding JudgeChecked(ItemAnswers answers, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        var (share, shareOut) = (answers.All.ShareIn(InLowest, InHighest), answers.All.ShareIn(OutLowest, OutHighest));
        var verdict = share.Exact is null ? ConsensusVerdict.TooFew
            : share.Exact >= AtLeast && shareOut.Exact < Below ? ConsensusVerdict.In
            : shareOut.Exact >= AtLeast && share.Exact < Below ? ConsensusVerdict.Out
            : ConsensusVerdict.None;
        return CriterionFinding.Of(
            verdict,
            FindingFigure.Of($"share of answers from {In}", share, $"at least {AtLeast} to include, below {Below} to exclude"),
            FindingFigure.Of($"share of answers from {Out}", shareOut, $"below {Below} to include, at least {AtLeast} to exclude"));
    }
}
