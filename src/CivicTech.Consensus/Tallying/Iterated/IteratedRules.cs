namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>The rules of this room.</summary>
internal static class IteratedRules
{
    internal static IEnumerable<RuleDefinition> All =>
    [
        new(MeekStv.RuleId, typeof(ITallyRule), "Elected candidates keep a part of each vote that reaches them; the parts are found by iteration.",
            (options, _) => RuleOptions.Read(options, IteratedOptionsContext.Default.MeekStv, new MeekStv()), isBuiltIn: true),
        new(WarrenStv.RuleId, typeof(ITallyRule), "Elected candidates keep an equal amount of each vote that reaches them; the amounts are found by iteration.",
            (options, _) => RuleOptions.Read(options, IteratedOptionsContext.Default.WarrenStv, new WarrenStv()), isBuiltIn: true),
    ];
}
