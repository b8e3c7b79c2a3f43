namespace CivicTech.Consensus.Delphi.Criteria;

/// <summary>A rule of consensus that a host brings; a study asks for it by <see cref="CustomCriterion"/>.</summary>
/// <remarks>
/// The same answers must give the same finding on every machine, for as long as studies with the rule are kept: a changed rule has a new id.
/// It may be called by several threads at once.
/// </remarks>
public interface IConsensusRule
{
    /// <summary>What studies call it; compared letter by letter.</summary>
    string Id { get; }

    /// <summary>Judges one item.</summary>
    /// <param name="answers">Its answers; there may be none.</param>
    CriterionFinding Judge(ItemAnswers answers);
}
