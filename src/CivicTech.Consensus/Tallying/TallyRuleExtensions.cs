using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying;

/// <summary>Shorter ways to count.</summary>
public static class TallyRuleExtensions
{
    /// <summary>Counts; ties that the rule leaves open stay open.</summary>
    /// <inheritdoc cref="ITallyRule.Count" path="/exception"/>
    /// <param name="rule">The rule.</param>
    /// <param name="contest">The ballots and seats.</param>
    public static TallyResult Count(this ITallyRule rule, Contest contest)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Count(contest, TallyRequest.Default);
    }

    /// <summary>Counts ballots for some seats.</summary>
    /// <inheritdoc cref="ITallyRule.Count" path="/exception"/>
    /// <param name="rule">The rule.</param>
    /// <param name="profile">The ballots.</param>
    /// <param name="seats">How many are to be elected: at least 1.</param>
    public static TallyResult Count(this ITallyRule rule, Profile profile, int seats) => rule.Count(new Contest(profile, seats));
}
