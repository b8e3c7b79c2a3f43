namespace CivicTech.Consensus.Tallying.Pairwise;

/// <summary>The rules of this room.</summary>
internal static class PairwiseRules
{
    internal static IEnumerable<RuleDefinition> All =>
    [
        new(Copeland.RuleId, typeof(OrderingRule), "Orders candidates by how many others they beat.",
            (options, _) => RuleOptions.Read(options, PairwiseOptionsContext.Default.Copeland, new Copeland()), isBuiltIn: true),
        new(Minimax.RuleId, typeof(OrderingRule), "Orders candidates by their worst comparison with another.",
            (options, _) => RuleOptions.Read(options, PairwiseOptionsContext.Default.Minimax, new Minimax()), isBuiltIn: true),
        new(Schulze.RuleId, typeof(OrderingRule), "Orders candidates by the strongest paths of victories between them.",
            (options, _) => RuleOptions.Read(options, PairwiseOptionsContext.Default.Schulze, new Schulze()), isBuiltIn: true),
        new(RankedPairs.RuleId, typeof(OrderingRule), "Locks victories from the strongest down, unless one would close a cycle.",
            (options, _) => RuleOptions.Read(options, PairwiseOptionsContext.Default.RankedPairs, new RankedPairs()), isBuiltIn: true),
        new(River.RuleId, typeof(OrderingRule), "Takes one victory over each candidate, from the strongest down, unless one would close a cycle.",
            (options, _) => RuleOptions.Read(options, PairwiseOptionsContext.Default.River, new River()), isBuiltIn: true),
        new(SplitCycle.RuleId, typeof(OrderingRule), "Lets the smallest victories of each cycle count for nothing; whom nobody defeats then wins.",
            (options, _) => RuleOptions.Read(options, PairwiseOptionsContext.Default.SplitCycle, new SplitCycle()), isBuiltIn: true),
        new(Kemeny.RuleId, typeof(OrderingRule), "Finds the order that voters' preferences about two candidates contradict the least.",
            (options, _) => RuleOptions.Read(options, PairwiseOptionsContext.Default.Kemeny, new Kemeny()), isBuiltIn: true),
    ];
}
