using CivicTech.Consensus.Tallying;

namespace CouncilElection;

/// <summary>What a rule made of the ballots.</summary>
/// <param name="Name">The rule, as people are told.</param>
/// <param name="Result">The count.</param>
public sealed record RuleCount(string Name, TallyResult Result);
