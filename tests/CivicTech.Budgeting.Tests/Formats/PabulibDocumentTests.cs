using System.Text;
using CivicTech.Budgeting.Formats;

namespace CivicTech.Tests.Budgeting;

public sealed class PabulibDocumentTests
{
    private static readonly string Weird =
        "\uFEFFMeta;\r\n\"key\" ; value\nbudget;  50 \r\n\r\nunknown key;\"a;b\r\nc\"\"d\"\"\"x;;\rPROJECTS\n cost;project_id ;COST\n10;A;\n;;\n\"20\";\"B\"\r\n"
        + "VOTES\nvote;points;voter_id\r\nA , B;1,2;\"1\"\n\n \t\r\nX\n;;;;\nB;;2";

    [Fact]
    public void ToBytes_UntouchedWeirdFile_IsTheSameBytes()
    {
        foreach (var newline in new[] { null, "\n", "\r\n", "\r", "\n\r" })
        {
            var bytes = Pb.Bytes(newline is null ? Weird : Weird.ReplaceLineEndings(newline) + newline);
            Assert.Equal(bytes, PabulibDocument.Parse(bytes).ToBytes());
        }
    }

    [Fact]
    public void ToBytes_UntouchedFileThatIsNotUtf8_IsTheSameBytes()
    {
        byte[] bytes = [.. Pb.Bytes(Pb.File()), .. "3;A\n"u8, 0xB3, (byte)';', (byte)'B', 0xFF, (byte)'\n', 0];
        Assert.Equal(bytes, PabulibDocument.Parse(bytes).ToBytes());
    }

    [Fact]
    public void Tables_WeirdFile_ShowCellsWithoutQuotesAndBlanks()
    {
        var document = PabulibDocument.Parse(Pb.Bytes(Weird));
        Assert.Equal(["key", "value"], document.Meta.Columns);
        Assert.Equal("50", document.Meta[document.Meta.Find("key", "budget"), "VALUE"]);
        Assert.Equal("a;b\r\nc\"d\"x", document.Meta[1, "value"]);
        Assert.Equal(["cost", "project_id", "COST"], document.Projects.Columns);
        Assert.Equal(2, document.Projects.RowCount);
        Assert.Equal("20", document.Projects[1, "cost"]);
        Assert.Equal(1, document.Projects.Find("project_id", "B"));
        Assert.Equal(-1, document.Projects.Find("project_id", "b"));
        Assert.Equal(3, document.Votes.RowCount);
        Assert.Equal("A , B", document.Votes[0, "vote"]);
        Assert.Equal("", document.Votes[1, "voter_id"]);
        Assert.Throws<ArgumentException>(() => document.Votes[0, "age"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => document.Votes[3, "vote"]);
        Assert.Throws<ArgumentOutOfRangeException>(() => document.Votes[-1, "vote"]);
    }

    [Fact]
    public void Indexer_CellChanged_ChangesItsBytesAlone()
    {
        var document = PabulibDocument.Parse(Pb.Bytes(Weird));
        document.Projects[1, "cost"] = "2;5";
        document.Votes[0, "points"] = "3,4";
        document.Meta[1, "value"] = "plain";
        var expected = Weird.Replace("\"20\";", "\"2;5\";", StringComparison.Ordinal)
            .Replace("1,2;", "3,4;", StringComparison.Ordinal)
            .Replace("\"a;b\r\nc\"\"d\"\"\"x", "plain", StringComparison.Ordinal);
        Assert.Equal(expected, Encoding.UTF8.GetString(document.ToBytes()));
        Assert.Equal("2;5", document.Projects[1, "cost"]);
    }

    [Fact]
    public void Indexer_CellChangedInARowThatIsNotUtf8_LeavesTheOtherBytes()
    {
        byte[] row = [0xB3, (byte)';', (byte)'A', (byte)'\n'];
        byte[] changed = [0xB3, (byte)';', (byte)'B', (byte)'\n'];
        var file = Pb.Bytes(Pb.File("voter_id;vote\n"));
        var document = PabulibDocument.Parse((byte[])[.. file, .. row]);
        document.Votes[0, "vote"] = "B";
        Assert.Equal((byte[])[.. file, .. changed], document.ToBytes());
    }

    [Fact]
    public void Indexer_AnyText_IsReadBack()
    {
        foreach (var text in new[] { "", "a", "a;b", "\"", "\"\"", "a\"b", "line\nline", "line\r\n;line", "łódź", "'", "a,b" })
        {
            var document = PabulibDocument.Parse(Pb.Bytes(Pb.File()));
            document.Meta[0, "value"] = text;
            Assert.Equal(text, document.Meta[0, "value"]);
            var again = PabulibDocument.Parse(document.ToBytes());
            Assert.Equal(text, again.Meta[0, "value"]);
            Assert.Equal(2, again.Votes.RowCount);
        }
    }

    [Fact]
    public void Indexer_RowTooShort_IsFilledUpToTheCell()
    {
        var document = PabulibDocument.Parse(Pb.Bytes(Pb.File("voter_id;age;vote\n1\n2;;B\n")));
        document.Votes[0, "vote"] = "A";
        Assert.EndsWith("\n1;;A\n2;;B\n", Encoding.UTF8.GetString(document.ToBytes()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("")]
    public void AddRow_WithOrWithoutAFinalNewline_StandsInItsOwnLine(string end)
    {
        var document = PabulibDocument.Parse(Pb.Bytes(Pb.File()[..^1] + end));
        document.Votes.AddRow("3", "A,C");
        document.Votes.AddRow("4;x", "B");
        document.Projects.AddRow("D", "7");
        document.Meta.AddRow("currency", "PLN");
        document.Meta[document.Meta.Find("key", "num_votes"), "value"] = "4";
        document.Meta[document.Meta.Find("key", "num_projects"), "value"] = "4";
        Assert.Equal(Pb.File(Pb.Votes + "3;A,C\n\"4;x\";B\n", Pb.Projects + "D;7\n", extraMeta: "currency;PLN\n"), Encoding.UTF8.GetString(document.ToBytes()));
        Assert.Equal(4, document.ReadElection(PabulibReadOptions.Strict).Election.Profile.Voters);
        Assert.Throws<ArgumentException>(() => document.Votes.AddRow("5"));
    }

    [Fact]
    public void AddRow_SectionWithoutRowsOrNewline_StandsBehindTheHeader()
    {
        var document = PabulibDocument.Parse(Pb.Bytes(Pb.File("voter_id;vote\n")[..^1]));
        document.Votes.AddRow("1", "A");
        Assert.EndsWith("VOTES\nvoter_id;vote\n1;A\n", Encoding.UTF8.GetString(document.ToBytes()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void AddColumn_Any_StandsBehindTheOthers(string newline)
    {
        var document = PabulibDocument.Parse(Pb.Bytes(Pb.File().ReplaceLineEndings(newline)[..^newline.Length]));
        document.Projects.AddColumn("selected");
        document.Projects[1, "selected"] = "1";
        document.Votes.AddColumn("age");
        Assert.Equal(["project_id", "cost", "selected"], document.Projects.Columns);
        var expected = Pb.File("voter_id;vote;age\n1;A,B;\n2;B;\n", "project_id;cost;selected\nA;10;\nB;20.5;1\nC;30;\n").ReplaceLineEndings(newline)[..^newline.Length];
        Assert.Equal(expected, Encoding.UTF8.GetString(document.ToBytes()));
        Assert.Equal(1, document.ReadElection(PabulibReadOptions.Strict).Election["B"].Selected);
        Assert.Throws<ArgumentException>(() => document.Projects.AddColumn("Cost"));
        Assert.Throws<ArgumentException>(() => document.Projects.AddColumn(" "));
    }

    [Theory]
    [InlineData("META\nkey;value\nPROJECTS\na\n", "format@0:0")]
    [InlineData("META\nkey;value\nPROJECTS\nVOTES\nb\n", "format@0:0")]
    [InlineData("x\n", "no-section@1:1")]
    [InlineData("META\nkey;value\nMETA\n", "section-order@3:1")]
    [InlineData("META\nkey;\"value\n", "open-quote@2:0")]
    public void Parse_WithoutTheThreeSections_IsRefused(string file, string refusal) =>
        Assert.Equal(refusal, Pb.Short(Assert.Throws<PabulibFormatException>(() => PabulibDocument.Parse(Pb.Bytes(file))).Diagnostic));

    [Fact]
    public void SaveAndLoad_Path_KeepTheBytes()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            PabulibDocument.Parse(Pb.Bytes(Weird)).Save(path);
            Assert.Equal(Pb.Bytes(Weird), PabulibDocument.Load(path).ToBytes());
        }
        finally
        {
            File.Delete(path);
        }
    }
}
