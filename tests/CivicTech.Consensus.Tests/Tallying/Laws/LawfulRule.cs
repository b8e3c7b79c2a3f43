using CivicTech.Consensus.Tallying;

namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>A row of the table: a rule that lists all outcomes, the ballots it takes, and the laws that it keeps.</summary>
/// <param name="Name">Names the row in test reports and in the page of laws.</param>
/// <param name="Form">Its ballots.</param>
/// <param name="Laws">What it promises.</param>
/// <param name="Rule">The rule.</param>
internal sealed record LawfulRule(string Name, BallotForm Form, Law Laws, ITallyRule Rule)
{
    /// <summary>Everybody who wins on some way through ties, ascending.</summary>
    internal int[] Winners(Sheet sheet)
    {
        var result = Rule.Count(sheet.ToProfile(Form), 1);
        Assert.True(result.IsComplete);
        return [.. result.Outcomes.Select(outcome => outcome.Single()[0] - 'A').Order()];
    }

    public override string ToString() => Name;
}
