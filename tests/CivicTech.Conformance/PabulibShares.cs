using System.Numerics;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Pricing;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Conformance;

/// <summary>A real election as the engine of Equal Shares sees it.</summary>
/// <param name="Name">The file and the utility.</param>
/// <param name="Election">The election.</param>
/// <param name="Problem">What is decided on.</param>
internal sealed record PabulibShares(string Name, Election Election, SharesProblem Problem)
{
    /// <summary>What each voter starts with.</summary>
    internal BigInteger[] Start { get; } = [(Election.BudgetLimit / Election.Profile.Voters * Problem.Unit).Numerator];

    /// <summary>The elections of the reference sets on which Equal Shares was run, each with each utility once.</summary>
    internal static IEnumerable<PabulibShares> All(PabulibFolder data) => new[] { "golden", "large" }
        .SelectMany(set => data.Lines(set + ".jsonl") ?? [])
        .Where(line => line["rule"]!.GetValue<string>() == "mes" && line["completion"]!.GetValue<string>() == "none" && line.ContainsKey("winners"))
        .Select(line => (File: line["file"]!.GetValue<string>(), Utility: line["sat"]!.GetValue<string>()))
        .Distinct()
        .Select(one => Of(data.Read(one.File), one.File, one.Utility));

    private static PabulibShares Of(Election election, string file, string utility)
    {
        var support = election.SupportBy(utility switch
        {
            "cost" or "card" => SupportWorth.Naming,
            "borda" => new SupportWorth(SupportKind.Borda),
            _ => new SupportWorth(SupportKind.Points),
        });
        Rational[] costs = [.. election.Projects.Select(project => project.Cost)];
        var projects = Enumerable.Range(0, costs.Length).Where(project =>
            support.Votes[project] > 0 && costs[project] > 0 && costs[project] <= election.BudgetLimit && !election.Projects[project].IsWithdrawn);
        var breaker = new TieBreaker(TieChain.Identifier, election.Profile.Candidates, new Dictionary<string, IReadOnlyList<Rational>>());
        return new PabulibShares($"{file} {utility}", election, new SharesProblem(
            support,
            [.. projects],
            costs,
            utility == "cost" ? costs : [.. costs.Select(_ => Rational.One)],
            new TieRanks(breaker, costs.Length),
            election.BudgetLimit / election.Profile.Voters,
            1));
    }
}
