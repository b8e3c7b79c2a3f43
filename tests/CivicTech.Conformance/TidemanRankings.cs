using System.Text.Json;
using CivicTech.Ballots;
using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Pairwise;

namespace CivicTech.Conformance;

/// <summary>The elections that Nicolaus Tideman collected, as the PHP library Condorcet orders their candidates.</summary>
/// <remarks>
/// Condorcet leaves out equally strong victories that stand in a cycle, so ranked pairs is asked to do the same. In a few elections its
/// variants of two rules decide otherwise: those are named, and counted in a line of their own, in which they must come out as its variants
/// say: see <see cref="TidemanVariants"/>.
/// </remarks>
internal sealed class TidemanRankings : IConformanceSet
{
    private static readonly (string Method, OrderingRule Rule, Func<PairwiseMatrix, List<List<int>>>? Variant, string[] Otherwise)[] Rules =
    [
        ("Copeland", new Copeland(), null, []),
        ("Minimax Margin", new Minimax { Score = MinimaxScore.Margins }, null, []),
        ("Minimax Winning", new Minimax { Score = MinimaxScore.WinningVotes }, null, []),
        ("Minimax Opposition", new Minimax { Score = MinimaxScore.PairwiseOpposition }, null, []),
        ("Ranked Pairs Margin", new RankedPairs { Strength = PairStrength.Margins, TiedPairs = TiedPairs.LeaveOut },
            pairwise => TidemanVariants.RankedPairs(pairwise, byMargins: true), ["A15", "A23", "A33"]),
        ("Ranked Pairs Winning", new RankedPairs { Strength = PairStrength.WinningVotes, TiedPairs = TiedPairs.LeaveOut },
            pairwise => TidemanVariants.RankedPairs(pairwise, byMargins: false), ["A23", "A33"]),
        ("Schulze Margin", new Schulze { Strength = PairStrength.Margins }, null, []),
        ("Schulze Ratio", new Schulze { Strength = PairStrength.Ratio }, null, []),
        ("Schulze Winning", new Schulze { Strength = PairStrength.WinningVotes }, TidemanVariants.Schulze, ["A12", "A15", "A23", "A33"]),
        ("Kemeny–Young", new Kemeny(), null, []),
    ];

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var elections = Path.Combine(folder, "tally", "tideman");
        var rankings = Path.Combine(elections, "expected_rankings.json");
        if (!File.Exists(rankings))
        {
            yield break;
        }

        using var expected = JsonDocument.Parse(File.ReadAllBytes(rankings));
        var contests = expected.RootElement.EnumerateObject()
            .Select(election => (election.Name, Cvotes.Read(Path.Combine(elections, election.Name + ".cvotes")).Contest, Orders: election.Value.GetProperty("expected")))
            .ToList();
        foreach (var (method, rule, variant, otherwise) in Rules)
        {
            var result = new ConformanceResult("tideman, " + method);
            var others = new ConformanceResult($"tideman, {method} in {string.Join(' ', otherwise)} where its variant of the rule decides");
            foreach (var (name, contest, orders) in contests.Where(one => one.Orders.TryGetProperty(method, out _)))
            {
                var order = orders.GetProperty(method).GetString()!;
                if (otherwise.Contains(name))
                {
                    others.Add(name, () => CompareVariant(contest, rule, variant!, order));
                }
                else
                {
                    result.Add(name, () => Compare(rule, contest, order));
                }
            }

            yield return result;
            if (otherwise.Length > 0)
            {
                yield return others;
            }
        }

        var condorcet = new ConformanceResult("tideman, Condorcet winner and loser");
        foreach (var (name, contest, orders) in contests)
        {
            condorcet.Add(name, () => Compare(contest, orders.GetProperty("Condorcet")));
        }

        yield return condorcet;
    }

    private static string? Compare(OrderingRule rule, Contest contest, string expected)
    {
        var result = rule.Count(contest);
        return result.Status == TallyStatus.Stopped ? "stopped" : Difference(Text(result.Order), expected);
    }

    // The winners are the same; behind them the order is that of the variant, and not ours.
    private static string? CompareVariant(Contest contest, OrderingRule rule, Func<PairwiseMatrix, List<List<int>>> variant, string expected)
    {
        var result = rule.Count(contest);
        var groups = variant(result.Pairwise!).Select(group => group.Select(candidate => contest.Standing.Candidates[candidate]));
        return Difference(Text(groups), expected)
            ?? (Difference(Text(result.Order), expected) is null ? "there is no difference to explain"
            : Text(result.Order).Split(" > ")[0] != Sorted(expected).Split(" > ")[0] ? "the winners differ"
            : null);
    }

    private static string? Compare(Contest contest, JsonElement expected)
    {
        var pairwise = PairwiseMatrix.Of((OrdinalProfile)contest.Standing);
        var actual = $"{Name(CondorcetSets.Winner(pairwise))}, {Name(CondorcetSets.Loser(pairwise))}";
        var wanted = $"{expected.GetProperty("Condorcet Winner").GetString()}, {expected.GetProperty("Condorcet Loser").GetString()}";
        return actual == wanted ? null : $"{actual}; expected {wanted}";

        string Name(int? candidate) => candidate is { } index ? contest.Standing.Candidates[index] : "";
    }

    private static string? Difference(string actual, string expected) => actual == Sorted(expected) ? null : $"{actual}; expected {Sorted(expected)}";

    private static string Sorted(string ranking) => Text(ranking.Split(" > ").Select(group => group.Split(" = ", StringSplitOptions.TrimEntries)));

    private static string Text(IEnumerable<IEnumerable<string>> groups) =>
        string.Join(" > ", groups.Select(group => string.Join(" = ", group.Order(StringComparer.Ordinal))));

    private static string Text(System.Collections.Immutable.ImmutableArray<System.Collections.Immutable.ImmutableArray<string>> groups) => Text(groups.Select(group => group.AsEnumerable()));
}
