namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>The page of laws says what is tested: each cell of its table, and the ballots of each counterexample.</summary>
public sealed class LawsPageTests
{
    private static readonly Law[] Columns =
    [
        Law.MajorityWinner, Law.CondorcetWinner, Law.CondorcetLoser, Law.SmithSet, Law.Monotonicity, Law.Clones, Law.Reversal, Law.Participation,
    ];

    private static readonly string[] Page = DocPages.Read(Path.Combine(DocPages.Root, "docs", "tallying", "laws.md")).Split('\n');

    [Fact]
    public void Table_RulesAndLaws_AreThoseThatAreTested()
    {
        var shown = Page.SkipWhile(line => !line.StartsWith("| rule |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'));

        Assert.Equal(RuleTable.Rows.Select(row => $"| {Code(row.Name)} | {string.Join(" | ", Columns.Select(law => Cell(row, law)))} |"), shown);
    }

    [Fact]
    public void Examples_OfThePage_AreThoseThatAreTested()
    {
        var shown = Page.SkipWhile(line => !line.StartsWith("| example |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')).ToList();

        Assert.Equal(Counterexamples.All.Length, shown.Count);
        Assert.All(Counterexamples.All.Zip(shown), pair => Assert.StartsWith($"| {pair.First.Code} | {pair.First.Ballots} | ", pair.Second, StringComparison.Ordinal));
    }

    /// <summary>What the page says: yes, or by which example not.</summary>
    internal static string Cell(LawfulRule row, Law law) => row.Laws.HasFlag(law)
        ? "yes"
        : "no: " + Counterexamples.All.First(example => example.Laws.HasFlag(law) && example.Rules.Contains(row.Name)).Code;

    private static string Code(string name) => name.Split(", ") is [var rule, var options] ? $"`{rule}`, {options}" : $"`{name}`";
}
