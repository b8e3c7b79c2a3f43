using System.Text.Json;
using CivicTech.Ballots;
using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Pairwise;

namespace CivicTech.Conformance;

/// <summary>The elections that Nicolaus Tideman collected, as the PHP library Condorcet orders their candidates.</summary>
/// <remarks>
/// Condorcet leaves out equally strong victories that stand in a cycle, so ranked pairs is asked to do the same. It gives one best order of
/// Kemeny where there are several: see <see cref="Kemeny"/> for what is compared then.
/// </remarks>
internal sealed class TidemanRankings : IConformanceSet
{
    private static readonly (string Method, OrderingRule Rule)[] Rules =
    [
        ("Copeland", new Copeland()),
        ("Minimax Margin", new Minimax { Score = MinimaxScore.Margins }),
        ("Minimax Winning", new Minimax { Score = MinimaxScore.WinningVotes }),
        ("Minimax Opposition", new Minimax { Score = MinimaxScore.PairwiseOpposition }),
        ("Ranked Pairs Margin", new RankedPairs { Strength = PairStrength.Margins, TiedPairs = TiedPairs.LeaveOut }),
        ("Ranked Pairs Winning", new RankedPairs { Strength = PairStrength.WinningVotes, TiedPairs = TiedPairs.LeaveOut }),
        ("Schulze Margin", new Schulze { Strength = PairStrength.Margins }),
        ("Schulze Ratio", new Schulze { Strength = PairStrength.Ratio }),
        ("Schulze Winning", new Schulze { Strength = PairStrength.WinningVotes }),
        ("Kemeny\u2013Young", new Kemeny()),
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
            .Select(election => (election.Name, Cvotes.Read(Path.Combine(elections, election.Name + ".cvotes")).Contest, election.Value.GetProperty("expected")))
            .ToList();
        foreach (var (method, rule) in Rules)
        {
            var result = new ConformanceResult("tideman, " + method);
            foreach (var (name, contest, orders) in contests)
            {
                if (orders.TryGetProperty(method, out var order))
                {
                    result.Add(name, () => Compare(contest, rule.Count(contest), Groups(order.GetString()!)));
                }
            }

            yield return result;
        }

        var condorcet = new ConformanceResult("tideman, Condorcet winner and loser");
        foreach (var (name, contest, orders) in contests)
        {
            condorcet.Add(name, () => Compare(contest, orders.GetProperty("Condorcet")));
        }

        yield return condorcet;
    }

    private static string? Compare(Contest contest, TallyResult result, List<string[]> expected)
    {
        if (result.Status == TallyStatus.Stopped)
        {
            return "stopped";
        }

        var actual = result.Order.Select(group => string.Join(" = ", group.Order(StringComparer.Ordinal))).ToList();
        var wanted = expected.Select(group => string.Join(" = ", group.Order(StringComparer.Ordinal))).ToList();
        return actual.SequenceEqual(wanted) ? null : $"{string.Join(" > ", actual)}; expected {string.Join(" > ", wanted)}";
    }

    private static string? Compare(Contest contest, JsonElement expected)
    {
        var pairwise = PairwiseMatrix.Of((OrdinalProfile)contest.Standing);
        var actual = $"{Name(CondorcetSets.Winner(pairwise))}, {Name(CondorcetSets.Loser(pairwise))}";
        var wanted = $"{expected.GetProperty("Condorcet Winner").GetString() ?? "-"}, {expected.GetProperty("Condorcet Loser").GetString() ?? "-"}";
        return actual == wanted ? null : $"{actual}; expected {wanted}";

        string Name(int? candidate) => candidate is { } index ? contest.Standing.Candidates[index] : "-";
    }

    private static List<string[]> Groups(string ranking) =>
        [.. ranking.Split(" > ").Select(group => group.Split(" = ", StringSplitOptions.TrimEntries))];
}
