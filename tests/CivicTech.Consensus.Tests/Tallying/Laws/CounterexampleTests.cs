namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>The laws that rules do not keep: each with an election that shows it.</summary>
public sealed class CounterexampleTests
{
    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (example, rule) in Counterexamples.All.SelectMany(example => example.Rules.Select(rule => (example, rule))))
            {
                data.Add(example.ToString(), rule);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Count_Counterexample_BreaksTheLaw(string example, string rule)
    {
        var shown = Counterexamples.All.Single(one => one.ToString() == example);
        foreach (var law in Enum.GetValues<Law>().Where(law => law != Law.None && shown.Laws.HasFlag(law)))
        {
            Assert.Equal(Finding.Broken, shown.Check(law, RuleTable.Row(rule)));
            Assert.False(RuleTable.Row(rule).Laws.HasFlag(law), "The law is promised.");
        }
    }

    [Fact]
    public void Rows_LawsThatAreNotPromised_AllHaveACounterexample() => Assert.All(
        RuleTable.Rows.SelectMany(row => Enum.GetValues<Law>().Where(law => law != Law.None && !row.Laws.HasFlag(law)).Select(law => (row, law))),
        missing => Assert.Contains(Counterexamples.All, example => example.Laws.HasFlag(missing.law) && example.Rules.Contains(missing.row.Name)));
}
