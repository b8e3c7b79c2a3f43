using CivicTech.Consensus.Tallying.Committees;
using CivicTech.Consensus.Tallying.Elimination;
using CivicTech.Consensus.Tallying.Iterated;
using CivicTech.Consensus.Tallying.Pairwise;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Consensus.Tallying.Seats;
using CivicTech.Consensus.Tallying.Transfers;

namespace CivicTech.Consensus;

/// <summary>The rules of this package: those that count votes, and those that divide seats between parties.</summary>
public sealed class ConsensusRules : IRuleSource
{
    /// <inheritdoc />
    public IEnumerable<RuleDefinition> Rules =>
    [
        .. ScoringRules.All,
        .. PairwiseRules.All,
        .. EliminationRules.All,
        .. TransferRules.All,
        .. IteratedRules.All,
        .. CommitteesRules.All,
        .. SeatsRules.All,
    ];
}
