using CivicTech.Ballots;
using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using static CivicTech.Tests.Consensus.Formats.Ballots;

namespace CivicTech.Tests.Consensus.Formats;

public sealed class PrefLibTests
{
    internal const string Orders = "# TITLE: Lunch\n# DATA TYPE: toi\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 6\n# ALTERNATIVE NAME 1: Ada\n# ALTERNATIVE NAME 2: Ben\n# ALTERNATIVE NAME 5: Cleo\n# PUBLICATION DATE: 2020\n2: 1,{2,5}\n1: 5\n3: 2, 1,\n";

    internal const string Categories = "# DATA TYPE: cat\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 4\n# CATEGORY NAME 1: Yes\n# CATEGORY NAME 2: Perhaps\n# CATEGORY NAME 3: No\n2: 1,{2,3},{}\n1: {},{},{1,2}\n1: 3,\n";

    [Fact]
    public void Read_Orders_GivesRankings()
    {
        var reading = PrefLib.Read(Utf8(Orders));
        Assert.Equal(["1: Cleo", "2: Ada > Ben=Cleo", "3: Ben > Ada"], Of(reading));
        Assert.Equal(("Lunch", 1, "2020", 6L), (reading.Contest.Title, reading.Contest.Seats, reading.Attributes["PUBLICATION DATE"], reading.Contest.Batches[0].Ballots));
    }

    [Fact]
    public void Read_OldHeader_IsUnderstood()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(["2: Ada > Ben", "3: Ben > Ada"], Of(PrefLib.Read(folder.Write("a.soc", "2\r\n1,Ada\r\n2,Ben\r\n5,5,2\r\n3,2,1\r\n2,1,2\r\n"))));
        Assert.Equal(["2: Ada=Ben"], Of(PrefLib.Read(folder.Write("a.toc", "2\n1,Ada\n2,Ben\n2,2,1\n2,{1,2}\n"))));
    }

    [Fact]
    public void Read_Categories_FirstIsTheHighestGrade()
    {
        var graded = Assert.IsType<GradedProfile>(PrefLib.Read(Utf8(Categories)).Contest.Profile);
        Assert.Equal(["No", "Perhaps", "Yes"], graded.Scale.ToArray());
        var counts = graded.CountGrades();
        Assert.Equal([1, 0, 2], Enumerable.Range(0, 3).Select(grade => counts[0, grade]));
        Assert.Equal([1, 2, 0], Enumerable.Range(0, 3).Select(grade => counts[1, grade]));
        Assert.Equal([0, 2, 1], Enumerable.Range(0, 3).Select(grade => counts[2, grade]));
    }

    [Fact]
    public void ReadApprovals_FirstCategories_AreApproval()
    {
        Assert.Equal(["1: ", "1: 3", "2: 1"], Of(PrefLib.ReadApprovals(Utf8(Categories), 1)));
        Assert.Equal(["1: ", "1: 3", "2: 1,2,3"], Of(PrefLib.ReadApprovals(Utf8(Categories), 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrefLib.ReadApprovals(Utf8(Categories), 0));
        Assert.Throws<BallotFormatException>(() => PrefLib.ReadApprovals(Utf8(Orders), 1));
    }

    [Theory]
    [InlineData("toi", "wmd", "found the data type 'wmd'")]
    [InlineData("toi", "soi", "line 9, column 3: the ballot has equal ranks; soi has none")]
    [InlineData("toi", "toc", "line 10, column 3: the ballot ranks 1 alternatives; toc ranks all 3")]
    [InlineData("VOTERS: 6", "VOTERS: 7", "the file holds 6 ballots; its header says 7")]
    [InlineData("VOTERS: 6", "VOTERS: many", "line 4, column 1: expected a number of voters")]
    [InlineData("TIVES: 3", "TIVES: 4", "line 9, column 1: the file names 3 alternatives; NUMBER ALTERNATIVES is 4")]
    [InlineData("2: Ben", "2: Ada", "line 6, column 1: expected a name, which no other has")]
    [InlineData("NAME 2:", "NAME 1:", "line 6, column 1: expected a name, which no other has")]
    [InlineData("NAME 2:", "NAME x:", "line 6, column 1: found 'x'; expected a number from 1")]
    [InlineData("1: 5", "1: 3", "line 10, column 4: expected the number of an alternative")]
    [InlineData("1: 5", "1: 5,5", "line 10, column 6: alternative 5 stands on the ballot twice")]
    [InlineData("1: 5", "1; 5", "line 10, column 2: expected ':' behind the number of ballots")]
    [InlineData("1: 5", "0: 5", "line 10, column 1: expected a number of ballots")]
    [InlineData("1: 5", "9223372036854775807: 5", "line 10, column 1: there are more ballots")]
    [InlineData("{2,5}", "{2,5", "line 9, column 6: the brace is not closed")]
    [InlineData("{2,5}", "{}", "line 9, column 7: expected the number of an alternative")]
    [InlineData("{2,5}", "{2,}", "line 9, column 9: expected the number of an alternative")]
    [InlineData("{2,5}", "{2 5}", "line 9, column 9: expected a comma or }")]
    [InlineData("{2,5}", "2 5", "line 9, column 8: expected a comma between alternatives")]
    public void TryRead_Broken_SaysWhere(string part, string otherwise, string problem) =>
        Assert.StartsWith(problem, Problem(PrefLib.TryRead, Orders.Replace(part, otherwise, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Theory]
    [InlineData("# DATA TYPE: soi\n1: 1\n", "line 2, column 1: expected # NUMBER ALTERNATIVES")]
    [InlineData("# DATA TYPE: soi\n# NUMBER ALTERNATIVES: 2000000000\n1: 1\n", "line 3, column 1: found 2000000000 alternatives without names")]
    [InlineData("# DATA TYPE: cat\n# NUMBER ALTERNATIVES: 2\n# CATEGORY NAME 1: Yes\n1: 1,2\n", "line 4, column 6: the ballot has more than the 1 categories")]
    [InlineData("# DATA TYPE: cat\n# NUMBER ALTERNATIVES: 2\n", "line 3, column 1: expected # CATEGORY NAME 1 before the ballots")]
    [InlineData("x", "line 1, column 1: found 'x'; expected a number from 1")]
    [InlineData("1\n1 A\n", "line 2, column 1: expected the number and the name of alternative 1 of 1")]
    [InlineData("1\n1,A\n1,1\n", "line 3, column 1: expected the numbers of voters")]
    [InlineData("", "line 1, column 1: found ''")]
    public void TryRead_BrokenHeader_SaysWhere(string file, string problem) => Assert.StartsWith(problem, Problem(PrefLib.TryRead, file), StringComparison.Ordinal);

    [Fact]
    public void Write_EveryKind_IsReadBack()
    {
        foreach (var file in new[] { Orders, Categories, "# DATA TYPE: soc\n# NUMBER ALTERNATIVES: 2\n4: 2,1\n", "# DATA TYPE: toc\n# NUMBER ALTERNATIVES: 2\n4: {2,1}\n" })
        {
            var contest = PrefLib.Read(Utf8(file)).Contest;
            Assert.Equal(contest.Profile.Digest, PrefLib.Read(PrefLib.Write(contest)).Contest.Profile.Digest);
        }
    }

    [Fact]
    public void Write_NoPlaceForIt_IsRefused()
    {
        var skipped = new OrdinalProfileBuilder(new CandidateList("A", "B"));
        skipped.Add([0, 1], [1, 3], 1);
        Assert.Throws<ArgumentException>(() => PrefLib.Write(new Contest(skipped.Build())));
        Assert.Throws<ArgumentException>(() => PrefLib.Write(new Contest(new ApprovalProfileBuilder(new CandidateList("A")).Build())));
        Assert.Throws<ArgumentException>(() => PrefLib.Write(new Contest(new OrdinalProfileBuilder(new CandidateList(" A")).Build())));
    }
}
