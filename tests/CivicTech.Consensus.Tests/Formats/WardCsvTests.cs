using CivicTech.Consensus.Formats;
using static CivicTech.Tests.Consensus.Formats.Ballots;

namespace CivicTech.Tests.Consensus.Formats;

public sealed class WardCsvTests
{
    private const string Ward = "3,2,\n10,1,\n7,1,2,\n2,3,2,1,\n4,1,2,\n\"Candidate 1\",\"Ada\",\"Green (Gr)\",\n\"Candidate 2\",\"Ben\",\"\",\n\"Candidate 3\",\"C\"\"leo\",\"X\",\n\"Ward 1 - North\",\n";

    [Fact]
    public void Read_Ward_GivesTheContest()
    {
        var reading = WardCsv.Read(Utf8(Ward));
        Assert.Equal(["10: Ada", "11: Ada > Ben", "2: C\"leo > Ben > Ada"], Of(reading));
        Assert.Equal((2, "Ward 1 - North", 23L), (reading.Contest.Seats, reading.Contest.Title, reading.Contest.Batches[0].Ballots));
        Assert.Equal("Green (Gr)", reading.Attributes["party: Ada"]);
    }

    [Fact]
    public void Read_OtherEndsOfLines_AreTheSame()
    {
        var expected = WardCsv.Read(Utf8(Ward)).Contest;
        foreach (var file in new[] { Ward.ReplaceLineEndings("\r\n"), Ward.TrimEnd(), Ward.Replace(",\n", "\n", StringComparison.Ordinal) })
        {
            var contest = WardCsv.Read(Utf8(file)).Contest;
            Assert.Equal((expected.Profile.Digest, expected.Title), (contest.Profile.Digest, contest.Title));
        }
    }

    [Fact]
    public void Read_TitleWithCommasInTwoPairsOfQuotes_IsTheTitle() =>
        Assert.Equal("Huntly, Strathbogie", WardCsv.Read(Utf8(Ward.Replace("\"Ward 1 - North\"", "\"\"Huntly, Strathbogie\"\"", StringComparison.Ordinal))).Contest.Title);

    [Theory]
    [InlineData("3,2,", "x,2,", "line 1, column 1: found 'x'; expected the number of candidates")]
    [InlineData("3,2,", "3", "line 1, column 2: found ''; expected the number of seats")]
    [InlineData("7,1,2,", "7,1,4,", "line 3, column 5: found '4'; expected a candidate, from 1 to 3")]
    [InlineData("7,1,2,", "0,1,2,", "line 3, column 1: expected a number of ballots")]
    [InlineData("7,1,2,", "7", "line 3, column 1: expected a number of ballots")]
    [InlineData("\"Ben\"", "\"Ada\"", "line 7, column 1: expected \"Candidate 2\" and a name")]
    [InlineData("\"Candidate 2\"", "\"Candidate 4\"", "line 7, column 1: expected \"Candidate 2\" and a name")]
    [InlineData("\"X\",", "\"X\"?,", "line 8, column 27: expected a comma or the end of the line")]
    [InlineData("\"Ward 1 - North\",\n", "a\nb", "line 9, column 1: expected one line with the name of the ward")]
    public void TryRead_Broken_SaysWhere(string part, string otherwise, string problem) =>
        Assert.StartsWith(problem, Problem(WardCsv.TryRead, Ward.Replace(part, otherwise, StringComparison.Ordinal)), StringComparison.Ordinal);
}
