using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Numerics;

namespace CivicTech.Tests.Consensus.Tallying.Scoring;

public class MajorityJudgmentTests
{
    // The national poll of 2012 in Balinski and Laraki, "Majority judgment vs. majority rule", Social Choice and Welfare 54 (2020): 737 ballots,
    // seven grades from "outstanding" to "to reject"; the published percentages as numbers of ballots. Order and gauges are published:
    // Hollande (45.05 %, good+, 43.28 %), Bayrou (34.06 %, good-, 40.71 %), Sarkozy (49.25 %, fair+, 39.62 %), Mélenchon (42.47 %, fair+, 40.43 %).
    private static readonly Dictionary<string, long[]> France = new()
    {
        ["Sarkozy"] = [71, 91, 120, 81, 82, 58, 234],
        ["Hollande"] = [92, 119, 121, 86, 109, 105, 105],
        ["Mélenchon"] = [40, 70, 95, 108, 126, 111, 187],
        ["Bayrou"] = [19, 72, 160, 186, 148, 88, 64],
    };

    [Theory]
    [InlineData(JudgmentTies.Removal)]
    [InlineData(JudgmentTies.Gauge)]
    public void Count_FrenchPoll_GivesThePublishedOrder(JudgmentTies ties)
    {
        var result = new MajorityJudgment { JudgmentTies = ties }.Count(Poll(France), 1);
        Lists.Groups([["Hollande"], ["Bayrou"], ["Sarkozy"], ["Mélenchon"]], result.Order.Select(group => group.AsEnumerable()));
        Lists.Equal([2, 3, 2, 3], Figure(result, "median"));
        Lists.Equal([363, 332, 313, 251], Figure(result, "above"));
        Lists.Equal([292, 319, 298, 300], Figure(result, "below"));
    }

    [Fact]
    public void Count_EvenNumber_TakesTheLowerMiddle()
    {
        var result = new MajorityJudgment().Count(Sheets.Grades(4, "A B", "2: 3 1", "2: 0 1"), 1);
        Lists.Equal([0, 1], Figure(result, "median"));
        Lists.Equal(["B"], result.Elected);
    }

    [Fact]
    public void Count_MissingGrades_AreLowestOrRefused()
    {
        var profile = Sheets.Grades(3, "A B", "2: 2 1", "3: - 1");
        Lists.Equal([0, 1], Figure(new MajorityJudgment().Count(profile, 1), "median"));
        Assert.Throws<ArgumentException>(() => new MajorityJudgment { MissingGrades = MissingGrades.Refuse }.Count(profile, 1));
    }

    [Fact]
    public void Count_SameGrades_StayTied() =>
        Lists.Groups([["A", "B"]], new MajorityJudgment().Count(Sheets.Grades(3, "A B", "2 0", "0 1", "1 2"), 1).Order.Select(group => group.AsEnumerable()));

    [Fact]
    public void Count_NoBallots_TiesEverybody()
    {
        foreach (var ties in Enum.GetValues<JudgmentTies>())
        {
            Lists.Groups([["A", "B"]], new MajorityJudgment { JudgmentTies = ties }.Count(Sheets.Grades(3, "A B"), 1).Order.Select(group => group.AsEnumerable()));
        }
    }

    [Fact]
    public void Count_Fabre_VariantsDiffer()
    {
        // Of 20 all have the median 1; p and q in twentieths: A 9 and 8, B 5 and 3, C 1 and 0. p - q: 1, 2, 1; by 1 - p - q: 1/3, 1/6, 1/19;
        // by p + q: 1/17, 1/4, 1.
        var profile = Poll(new()
        {
            ["A"] = [9, 3, 8],
            ["B"] = [5, 12, 3],
            ["C"] = [1, 19, 0],
        });
        Lists.Groups([["A"], ["B"], ["C"]], new MajorityJudgment { JudgmentTies = JudgmentTies.Gauge }.Count(profile, 1).Order.Select(group => group.AsEnumerable()));
        Lists.Groups([["B"], ["A", "C"]], new MajorityJudgment { JudgmentTies = JudgmentTies.Typical }.Count(profile, 1).Order.Select(group => group.AsEnumerable()));
        Lists.Groups([["A"], ["B"], ["C"]], new MajorityJudgment { JudgmentTies = JudgmentTies.Usual }.Count(profile, 1).Order.Select(group => group.AsEnumerable()));
        Lists.Groups([["C"], ["B"], ["A"]], new MajorityJudgment { JudgmentTies = JudgmentTies.Central }.Count(profile, 1).Order.Select(group => group.AsEnumerable()));
    }

    [Fact]
    public void Count_BillionsOfVoters_IsExact()
    {
        // They differ by one voter near the end of the walk from the middle.
        var profile = Poll(new()
        {
            ["A"] = [3_000_000_000, 4_000_000_001, 3_000_000_000],
            ["B"] = [3_000_000_001, 4_000_000_000, 3_000_000_000],
        });
        Lists.Groups([["B"], ["A"]], new MajorityJudgment().Count(profile, 1).Order.Select(group => group.AsEnumerable()));
    }

    [Fact]
    public void Rank_RandomGrades_IsAsTakingMediansAway()
    {
        for (var seed = 0UL; seed < 400; seed++)
        {
            var random = new SplitMix64(seed);
            var grades = random.Between(2, 4);
            var lines = Sheets.RandomLines(random, 4, random.Between(1, 7), grades - 1);
            var voters = Sheets.Voters(lines);
            var walks = Enumerable.Range(0, 4).Select(candidate => string.Concat(Walk([.. voters.Select(voter => voter[candidate]).Order()]))).ToArray();
            Assert.Equal(
                Sheets.Text(Ranking.ByHighest(walks.Select(walk => new Ordinal(walk)).ToArray()).Groups.Select(group => group.AsEnumerable())),
                Sheets.Text(new MajorityJudgment().Rank(Sheets.Grades(grades, "A B C D", lines)).Groups.Select(group => group.AsEnumerable())));
        }

        // The medians in the order in which they are taken away.
        static IEnumerable<long> Walk(List<long> rising)
        {
            while (rising.Count > 0)
            {
                var middle = (rising.Count - 1) / 2;
                yield return rising[middle];
                rising.RemoveAt(middle);
            }
        }
    }

    private readonly record struct Ordinal(string Text) : IComparable<Ordinal>
    {
        public int CompareTo(Ordinal other) => string.CompareOrdinal(Text, other.Text);
    }

    private static ImmutableArray<Rational> Figure(TallyResult result, string name) => result.Figures.Single(figure => figure.Name == name).Values;

    /// <summary>Ballots with these numbers of grades, the highest first.</summary>
    private static GradedProfile Poll(Dictionary<string, long[]> numbers)
    {
        var grades = numbers.Values.First().Length;
        var builder = new GradedProfileBuilder(new CandidateList(numbers.Keys), Enumerable.Range(0, grades).Select(grade => $"grade {grade}"));
        var left = numbers.Values.Select(count => count.Reverse().ToArray()).ToArray();
        while (left[0].Sum() > 0)
        {
            // Everybody's lowest grades are paired; who grades whom together does not matter to the rule.
            var given = left.Select(count => Array.FindIndex(count, number => number > 0)).ToArray();
            var weight = given.Select((grade, candidate) => left[candidate][grade]).Min();
            builder.Add([.. Enumerable.Range(0, given.Length)], [.. given.Select(grade => (long)grade)], weight);
            for (var candidate = 0; candidate < given.Length; candidate++)
            {
                left[candidate][given[candidate]] -= weight;
            }
        }

        return builder.Build();
    }
}
