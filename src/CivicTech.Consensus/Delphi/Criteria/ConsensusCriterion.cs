using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Answers;

namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>When the answers to an item are a consensus, to include it or to exclude it.</summary>
/// <remarks>
/// The cases are <see cref="PercentAgreement"/>, <see cref="CometCriterion"/>, <see cref="MedianAndRange"/>, <see cref="RandUcla"/>,
/// <see cref="RandUclaCounts"/>, <see cref="MeanAgainstNeutral"/>, <see cref="VariationAtMost"/>, <see cref="AnswersAtLeast"/>,
/// <see cref="AllOf"/>, <see cref="EveryRole"/> and <see cref="CustomCriterion"/>. No threshold has a default, for none has a base other than
/// custom: a study says its own before it asks. Thresholds are exact and so are comparisons with them. Immutable; equal are criteria that say
/// the same. As JSON, <c>kind</c> says which case it is.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PercentAgreement), "percent-agreement")]
[JsonDerivedType(typeof(CometCriterion), "comet")]
[JsonDerivedType(typeof(MedianAndRange), "median-and-range")]
[JsonDerivedType(typeof(RandUcla), "rand-ucla")]
[JsonDerivedType(typeof(RandUclaCounts), "rand-ucla-counts")]
[JsonDerivedType(typeof(MeanAgainstNeutral), "mean-against-neutral")]
[JsonDerivedType(typeof(VariationAtMost), "variation-at-most")]
[JsonDerivedType(typeof(AnswersAtLeast), "answers-at-least")]
[JsonDerivedType(typeof(AllOf), "all-of")]
[JsonDerivedType(typeof(EveryRole), "every-role")]
[JsonDerivedType(typeof(CustomCriterion), "custom")]
public abstract record ConsensusCriterion
{
    // The cases are closed: what can be stored can be read. A host's own rule is a CustomCriterion.
    private protected ConsensusCriterion()
    {
    }

    /// <summary>The ids of the host's rules that <see cref="Judge(ItemAnswers, IReadOnlyDictionary{string, IConsensusRule})"/> will ask for, in ordinal order.</summary>
    [JsonIgnore]
    public ImmutableArray<string> CustomRules => [.. RulesAskedFor.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether it parts items to include from items to exclude; otherwise it looks at the spread of answers alone.</summary>
    internal virtual bool SaysWhichWay => true;

    internal virtual IEnumerable<string> RulesAskedFor => [];

    /// <summary>Whether it judges a role by itself.</summary>
    internal virtual bool JudgesRole(string role) => false;

    /// <summary>The roles that it names.</summary>
    internal virtual IEnumerable<string> RolesAskedFor => [];

    /// <summary>Judges one item by a criterion that asks for no rule of a host.</summary>
    /// <param name="answers">Its answers; without any the verdict is <see cref="ConsensusVerdict.TooFew"/>.</param>
    /// <exception cref="InvalidOperationException">The criterion asks for a rule of a host.</exception>
    public CriterionFinding Judge(ItemAnswers answers) => Judge(answers, ImmutableDictionary<string, IConsensusRule>.Empty);

    /// <summary>Judges one item.</summary>
    /// <param name="answers">Its answers; without any the verdict is <see cref="ConsensusVerdict.TooFew"/>, save by a host's rule.</param>
    /// <param name="rules">The rules of the host, by id.</param>
    /// <exception cref="InvalidOperationException">The criterion asks for a rule that is not among them, or cannot be used on the scale: <see cref="Check"/> says why.</exception>
    public CriterionFinding Judge(ItemAnswers answers, IReadOnlyDictionary<string, IConsensusRule> rules)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(rules);
        return Check(answers.All.Scale).FirstOrDefault() is { } problem
            ? throw new InvalidOperationException($"The criterion cannot be used: {problem}.")
            : JudgeChecked(answers, rules);
    }

    /// <summary>What is wrong with the criterion: sentences that name the member and what was expected; none when it can be used.</summary>
    /// <param name="scale">The scale of the answers it is to judge.</param>
    public abstract IEnumerable<string> Check(RatingScale scale);

    internal abstract CriterionFinding JudgeChecked(ItemAnswers answers, IReadOnlyDictionary<string, IConsensusRule> rules);
}
