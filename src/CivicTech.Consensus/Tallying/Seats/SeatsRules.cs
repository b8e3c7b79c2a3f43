namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>The rules of this room.</summary>
internal static class SeatsRules
{
    internal static IEnumerable<RuleDefinition> All =>
    [
        new(HighestAverages.RuleId, typeof(ISeatRule), "Divides seats by the highest averages of votes: D'Hondt, Sainte-Laguë, Huntington-Hill and their kin.",
            (options, _) => RuleOptions.Read(options, SeatsOptionsContext.Default.HighestAverages, new HighestAverages()), isBuiltIn: true),
        new(LargestRemainder.RuleId, typeof(ISeatRule), "Divides seats by full quotas of votes and the largest remainders: Hare, Droop, Imperiali.",
            (options, _) => RuleOptions.Read(options, SeatsOptionsContext.Default.LargestRemainder, new LargestRemainder()), isBuiltIn: true),
    ];
}
