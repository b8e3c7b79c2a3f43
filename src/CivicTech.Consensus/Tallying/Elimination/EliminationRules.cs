namespace CivicTech.Consensus.Tallying.Elimination;

/// <summary>The rules of this room.</summary>
internal static class EliminationRules
{
    internal static IEnumerable<RuleDefinition> All =>
    [
        new(Coombs.RuleId, typeof(OrderingRule), "Takes out who has the most last places, until somebody has a majority.",
            (options, _) => RuleOptions.Read(options, EliminationOptionsContext.Default.Coombs, new Coombs()), isBuiltIn: true),
        new(Baldwin.RuleId, typeof(OrderingRule), "Takes out who has the fewest Borda points, until one is left.",
            (options, _) => RuleOptions.Read(options, EliminationOptionsContext.Default.Baldwin, new Baldwin()), isBuiltIn: true),
        new(Nanson.RuleId, typeof(OrderingRule), "Takes out everybody with fewer Borda points than the mean, until one is left.",
            (options, _) => RuleOptions.Read(options, EliminationOptionsContext.Default.Nanson, new Nanson()), isBuiltIn: true),
        new(Benham.RuleId, typeof(OrderingRule), "Takes out who has the fewest votes, until one of those left beats all others.",
            (options, _) => RuleOptions.Read(options, EliminationOptionsContext.Default.Benham, new Benham()), isBuiltIn: true),
        new(BottomTwoRunoff.RuleId, typeof(OrderingRule), "Takes out the loser of the two who have the fewest votes, until one is left.",
            (options, _) => RuleOptions.Read(options, EliminationOptionsContext.Default.BottomTwoRunoff, new BottomTwoRunoff()), isBuiltIn: true),
        new(SmithIrv.RuleId, typeof(OrderingRule), "Takes out everybody outside the Smith set, then who has the fewest votes, until one is left.",
            (options, _) => RuleOptions.Read(options, EliminationOptionsContext.Default.SmithIrv, new SmithIrv()), isBuiltIn: true),
    ];
}
