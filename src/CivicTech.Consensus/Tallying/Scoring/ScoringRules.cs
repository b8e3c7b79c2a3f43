using System.Text.Json.Serialization.Metadata;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>The rules of this room.</summary>
internal static class ScoringRules
{
    internal static IEnumerable<RuleDefinition> All =>
    [
        Rule(Plurality.RuleId, "Elects who has the most votes.", ScoringOptionsContext.Default.Plurality),
        Rule(TwoRound.RuleId, "Elects by a majority of first preferences or in a runoff of the two with the most, by the same rankings.", ScoringOptionsContext.Default.TwoRound),
        Rule(ApprovalVoting.RuleId, "Elects who is approved of by the most voters.", ScoringOptionsContext.Default.ApprovalVoting),
        Rule(ScoreVoting.RuleId, "Elects by the sum or the mean of scores.", ScoringOptionsContext.Default.ScoreVoting),
        Rule(Star.RuleId, "Elects in a runoff of the two with the highest scores; with several seats Bloc STAR.", ScoringOptionsContext.Default.Star),
        Rule(MajorityJudgment.RuleId, "Elects by the highest middle grade.", ScoringOptionsContext.Default.MajorityJudgment),
        Rule(BordaCount.RuleId, "Elects by points that fall by one from position to position.", ScoringOptionsContext.Default.BordaCount),
        Rule(Dowdall.RuleId, "Elects by points of 1, 1/2, 1/3 and so on for positions.", ScoringOptionsContext.Default.Dowdall),
        new(Positional.RuleId, typeof(OrderingRule), "Elects by given points for positions.",
            (options, _) => RuleOptions.Read(options, ScoringOptionsContext.Default.Positional), isBuiltIn: true),
        Rule(Bucklin.RuleId, "Adds choice after choice until somebody has more than half.", ScoringOptionsContext.Default.Bucklin),
        Rule(AllocatedScore.RuleId, "Elects proportionally from scores, allocating a quota of ballots to each elected candidate.", ScoringOptionsContext.Default.AllocatedScore),
        Rule(ReweightedRange.RuleId, "Elects proportionally from scores, weighing down ballots by what they gave the elected.", ScoringOptionsContext.Default.ReweightedRange),
        Rule(SequentiallySpentScore.RuleId, "Elects proportionally from scores, which voters spend like money.", ScoringOptionsContext.Default.SequentiallySpentScore),
    ];

    private static RuleDefinition Rule<TRule>(string id, string summary, JsonTypeInfo<TRule> type)
        where TRule : ITallyRule, new() => new(id, Kind(typeof(TRule)), summary, (options, _) => RuleOptions.Read(options, type, new TRule()), isBuiltIn: true);

    // The kind under which a rule is found both where a count and where a ranking is asked for, if it gives both.
    private static Type Kind(Type rule) => typeof(OrderingRule).IsAssignableFrom(rule) ? typeof(OrderingRule) : typeof(IRankingRule).IsAssignableFrom(rule) ? rule : typeof(ITallyRule);
}
