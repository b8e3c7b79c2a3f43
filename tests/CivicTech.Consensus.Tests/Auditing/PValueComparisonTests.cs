using CivicTech.Consensus.Auditing;
using CivicTech.Consensus.Concordance;

namespace CivicTech.Tests.Consensus.Auditing;

public sealed class PValueComparisonTests
{
    // Five raters who agree on two items: chi-square 5 with one degree of freedom.
    [Fact]
    public void ToString_Row_TellsThePrintedPAndThoseOfTheTests()
    {
        var comparison = Assert.Single(SummaryAudit.Of(new ConcordanceSummary("table 3, row 2", "1.000", ".0253", 5, 2) { WithoutTies = true }).PValues);

        Assert.Equal(("table 3, row 2", "1.000", ".0253", 5, 2), (comparison.Place, comparison.W, comparison.P, comparison.Raters, comparison.Items));
        Assert.StartsWith("table 3, row 2, p .0253: ", comparison.ToString(), StringComparison.Ordinal);
        Assert.Equal(comparison.Tests.Count, comparison.Tests.Select(test => test.Method).Distinct().Count());
        Assert.All(comparison.Tests, test => Assert.Contains(test.ToString(), comparison.ToString(), StringComparison.Ordinal));
        Assert.Null(SummaryAudit.Of(new ConcordanceSummary("x", ".50", ".01", 8, null)).PValues[0].Items);
    }

    // Four raters, two on each side: W is 0, and every table agrees at least as much.
    [Fact]
    public void P_NoLead_IsCertain()
    {
        var row = new ConcordanceSummary("here", "0.000", "1.000", 4, 2) { WithoutTies = true };
        var exact = SummaryAudit.Of(row).PValues[0].Tests.Single(test => test.Method == TestMethod.Exact);

        Assert.Equal((1.0, 1.0, true), (exact.Lowest, exact.Highest, exact.Agrees));
    }

    // Leads of m raters without ties, and p by counting all 2^m ways to prefer one of two items.
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(10)]
    public void TwoItemTable_EveryWayToPrefer_IsCounted(int raters)
    {
        var leads = Enumerable.Range(0, 1 << raters).Select(ways => Math.Abs((2 * int.PopCount(ways)) - raters)).ToList();

        Assert.Equal(leads.Distinct().Order(), TwoItemTable.Of(raters, withoutTies: true).Select(table => table.Lead).Order());
        Assert.All(TwoItemTable.Of(raters, withoutTies: true), table =>
        {
            Assert.Equal(leads.Count(lead => lead >= table.Lead) / (double)leads.Count, table.P(), 1e-15);
            Assert.Equal((double)table.Lead * table.Lead / raters, table.ChiSquare, 1e-12);
        });
    }
}
