using CivicTech.Consensus.Formats;
using static CivicTech.Tests.Consensus.Formats.Ballots;
using static CivicTech.Tests.Consensus.Formats.RctabFiles;

namespace CivicTech.Tests.Consensus.Formats;

public sealed class RctabCvrTests
{
    private static readonly string WithoutWriteIns = Source.Replace("Write-In", "", StringComparison.Ordinal);

    private static string Row(string ranks, string precinct = "") => $"f.csv,ess,,1,,,,{precinct},,{ranks}\r\n";

    private static ContestReading ReadNormalized(string rows, string? config = null) => RctabCvr.ReadNormalized(RctabConfig.Read(Utf8(config ?? Config())), Utf8(Header + rows));

    private static ContestReading ReadGeneric(string table, string? config = null) => RctabCvr.Read(RctabConfig.Read(Utf8(config ?? Config())), _ => Utf8(table));

    [Fact]
    public void ReadNormalized_EveryKindOfCell_IsUnderstood()
    {
        var reading = ReadNormalized(
            Row("Ada,undervote,Countess") + Row("\"Cleo\nBen\",,7") + Row("UWI,overvote,undervote") + Row("Ada,undervote,Countess") + Row("undervote,undervote,undervote")
            + "\"a \"\"b\"\", c\",ess,,1,,,,,,Cleo,Ada,Cleo");
        Assert.Equal(["1: ", "1: Ben=Cleo > - > Cleo", "1: Cleo > Ada > Cleo", "1: Undeclared Write-ins > overvote", "2: Ada > - > Ada"], Of(reading));
        var contest = reading.Contest;
        Assert.Equal(["Ada", "Ben", "Cleo", "Undeclared Write-ins", "overvote"], contest.Candidates);
        Assert.Equal(("Undeclared Write-ins", "overvote", "Mayor", 1), (contest.WriteIns, contest.UnnamedOvervote, contest.Title, contest.Seats));
        Assert.Equal(["Ben"], contest.Withdrawn.ToArray());
        Assert.Equal(6, Assert.Single(contest.Batches).Ballots);
        Assert.Equal("'UWI' is no declared candidate and counts as Undeclared Write-ins", Assert.Single(reading.Remarks).Message);
    }

    [Fact]
    public void ReadNormalized_NoWriteInsAndOvervotes_AreNotListed()
    {
        var contest = ReadNormalized(Row("Ada,Cleo,Ben"), Config(source: WithoutWriteIns)).Contest;
        Assert.Equal(["Ada", "Ben", "Cleo"], contest.Candidates);
        Assert.Null(contest.WriteIns);
        Assert.Null(contest.UnnamedOvervote);
    }

    [Fact]
    public void ReadNormalized_SourceWithALabelForWriteIns_ListsThem() =>
        Assert.Equal(["Ada", "Ben", "Cleo", "Undeclared Write-ins"], ReadNormalized(Row("Ada,Cleo,Ben")).Contest.Candidates);

    [Fact]
    public void ReadNormalized_OvervotesWithoutWriteIns_AreTheEntryBehindTheCandidates() =>
        Assert.Equal(["Ada", "Ben", "Cleo", "overvote"], ReadNormalized(Row("overvote,Ada,"), Config(source: WithoutWriteIns)).Contest.Candidates);

    [Fact]
    public void ReadNormalized_SameEntryTwiceAtARank_IsAnOvervote() =>
        Assert.Equal(["1: Undeclared Write-ins=overvote > Ada"], Of(ReadNormalized(Row("\"UWI\nX\",Ada,"))));

    [Theory]
    [InlineData("f.csv,ess,,1,,,,,,Ada,Cleo\r\n", "line 2, column 1: the row has 11 cells; expected 12")]
    [InlineData("f.csv,ess,,1,,,,,,\"Ada\novervote\",Cleo,\r\n", "line 2, column 19: found 'overvote' among names")]
    [InlineData("f.csv,ess,,1,,,,,,\"Ada,Cleo,\r\n", "line 2, column 19: the quotes of this cell are not closed")]
    [InlineData("f.csv,ess,,1,,,,,,\"Ada\"x,Cleo,\r\n", "line 2, column 24: expected a comma")]
    [InlineData("", "The cast vote records hold no ballot.")]
    public void TryReadNormalized_Broken_SaysWhere(string rows, string problem)
    {
        Assert.False(RctabCvr.TryReadNormalized(RctabConfig.Read(Utf8(Config())), Utf8(Header + rows), out _, out var diagnostic));
        Assert.StartsWith(problem, diagnostic.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b\n")]
    [InlineData("Source Filepath,Rank 2\n")]
    [InlineData("Source Filepath,Rank 1,Rank 3\n")]
    public void TryReadNormalized_OtherHeader_IsRefused(string file) =>
        Assert.False(RctabCvr.TryReadNormalized(RctabConfig.Read(Utf8(Config())), Utf8(file), out _, out _));

    [Fact]
    public void ReadNormalized_MarksBeyondTheLastRank_AreRefused()
    {
        var config = Config(rules: Rules.Replace("\"max\"", "2", StringComparison.Ordinal));
        Assert.Equal(["1: Ada > Cleo"], Of(ReadNormalized(Row("Ada,Cleo,undervote"), config)));
        Assert.Contains("stands at rank 3; rules.maxRankingsAllowed is 2", Assert.Throws<BallotFormatException>(() => ReadNormalized(Row("Ada,Cleo,Ben"), config)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadNormalized_ByPrecinctWithoutPrecincts_IsRefused()
    {
        var config = Config(output: ", \"tabulateByPrecinct\": true");
        Assert.Equal(3, ReadNormalized(Row("Ada,,") + Row("Ada,,") + Row("Ada,,", "P1"), config).Contest.Profile.Voters);
        Assert.Contains("no ballot states its precinct", Assert.Throws<BallotFormatException>(() => ReadNormalized(Row("Ada,,") + Row("Ada,,"), config)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GenericTable_GivesTheRanks()
    {
        var reading = ReadGeneric("id,p,Ada,Countess of,\"Cleo\",Write-In\n1,x,1,,2,\n2,y,1,,1, 3 \n3,z,,,,\n4,z,3,,1\n");
        Assert.Equal(["1: ", "1: Ada > Cleo", "1: Ada=Cleo > - > Undeclared Write-ins", "1: Cleo > - > Ada"], Of(reading));
        Assert.Equal("Undeclared Write-ins", reading.Contest.WriteIns);
    }

    [Fact]
    public void Read_GenericTableWithLaterFirstRow_SkipsWhatIsBefore() =>
        Assert.Equal(["1: Ada"], Of(ReadGeneric("id,p,Ada\nsaid,by,nobody\n1,x,1\n", Config(source: Source.Replace("Index\": 2", "Index\": 3", StringComparison.Ordinal)))));

    [Theory]
    [InlineData("id,p,Ada,Zoe\n1,x,1,2\n", "line 2, column 7: 'Zoe' has a vote, but is no declared candidate")]
    [InlineData("id,p,Ada,\n1,x,1,\n", "line 1, column 10: expected the name of a candidate above column 4")]
    [InlineData("id,p,Ada\n1,x,first\n", "line 2, column 5: found 'first'; expected a rank")]
    [InlineData("id,p,Ada\n1,x,0\n", "line 2, column 5: found '0'; expected a rank")]
    [InlineData("id,p,Ada\n1,x,2000000000\n", "line 2, column 5: found '2000000000'; expected a rank")]
    [InlineData("id,p,Ada\n1,x,1,2\n", "line 2, column 7: the row has 4 cells; the header has 3")]
    [InlineData("id,p\n1,x\n", "line 1, column 1: expected names of candidates from column 3 on")]
    [InlineData("", "line 1, column 1: expected names of candidates from column 3 on")]
    public void Read_BrokenGenericTable_SaysWhere(string table, string problem) =>
        Assert.Equal($"votes.csv: {problem}", Assert.Throws<BallotFormatException>(() => ReadGeneric(table)).Message[..(problem.Length + 11)]);

    [Fact]
    public void Read_ConfigPath_ReadsItsSources()
    {
        using var folder = new TemporaryFolder();
        folder.Write("votes.csv", "id,p,Ada,Cleo\n1,x,1,2\n");
        Assert.Equal(["1: Ada > Cleo"], Of(RctabCvr.Read(folder.Write("c_config.json", Config()))));
    }

    [Fact]
    public void Read_ProviderThatIsNotRead_IsSaid() =>
        Assert.Contains(
            "provider hart",
            Assert.Throws<BallotFormatException>(() => ReadGeneric("", Config(source: """{"filePath": "a", "provider": "hart", "contestId": "c"}"""))).Message,
            StringComparison.Ordinal);
}
