using System.Text;
using CivicTech.Ballots;
using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using CivicTech.Receipts;
using static CivicTech.Tests.Consensus.Formats.Ballots;

namespace CivicTech.Tests.Consensus.Formats;

public sealed class BltTests
{
    private const string Plain = "3 2\n4 1 2 0\n2 3 0\n4 1 2 0\n1 0\n0\n\"Ada\"\n\"Ben\"\n\"Cleo\"\n\"Board\"\n";

    private static ContestReading Read(string file) => Blt.Read(Utf8(file));

    [Fact]
    public void Read_PlainFile_GivesTheContest()
    {
        var contest = Read(Plain).Contest;
        Assert.Equal(["Ada", "Ben", "Cleo"], contest.Candidates);
        Assert.Equal((2, "Board", 11L), (contest.Seats, contest.Title, contest.Profile.Voters));
        Assert.Equal(["1: ", "2: Cleo", "8: Ada > Ben"], Of(Read(Plain)));
        var batch = Assert.Single(contest.Batches);
        Assert.Equal((11L, Digest.Of(Utf8(Plain))), (batch.Ballots, batch.Digest));
    }

    // The extensions of the programs droop and stv-rs, all at once and on lines of any shape.
    [Fact]
    public void Read_Extensions_AreUnderstood()
    {
        var reading = Read(
            """
            4 1 # a comment
            [nick ada ben cleo dan] -4
            [tie cleo ben ada 4] [undeclared cleo]
            [droop arithmetic=fixed precision=6 ]
            (first ballot) ada=ben cleo 0  ( second ) 2 - - 1 0
            2 ben /* not this /* nor that */ */ 3=1
            0 3 - 4 0
            0 "Ada" "Ben "The Boat" Bo" "Cleo # 3"
            "Dan" "Title" "Source" "Comment" # end
            """);
        Assert.Equal(["1: Ada=Ben \"The Boat\" Bo > Cleo # 3", "1: Ben \"The Boat\" Bo > - > - > Ada", "2: Ben \"The Boat\" Bo > Ada=Cleo # 3", "3: - > Dan"], Of(reading));
        Assert.Equal(["Dan"], reading.Contest.Withdrawn.ToArray());
        Assert.Equal("Cleo # 3", reading.Contest.WriteIns);
        Assert.Equal(["Cleo # 3", "Ben \"The Boat\" Bo", "Ada", "Dan"], reading.TieOrder.ToArray());
        Assert.Equal(("Title", "Source", "Comment"), (reading.Contest.Title, reading.Attributes["source"], reading.Attributes["comment"]));
        Assert.Equal("arithmetic=fixed precision=6", reading.Attributes["droop"]);
    }

    [Theory]
    [InlineData("\n", "\r\n")]
    [InlineData("4 1 2 0\n2", "4 1 2 0 2")]
    [InlineData("2 3 0\n", "2 3 0 \t\n\n")]
    [InlineData("3 2\n", "\uFEFF3 2\n")]
    [InlineData("\"Ada\"\n\"Ben\"", "\"Ada\" \"Ben\"")]
    [InlineData("4 1 2 0", "0004 01 002 0")]
    public void Read_OtherSpelling_IsTheSame(string part, string otherwise) =>
        Assert.Equal(Read(Plain).Contest.Profile.Digest, Read(Plain.Replace(part, otherwise, StringComparison.Ordinal)).Contest.Profile.Digest);

    [Fact]
    public void Read_CandidateTwiceOnABallot_IsKept() => Assert.Equal(["1: A > B > A"], Of(Read("2 1\n1 1 2 1 0\n0\n\"A\"\n\"B\"\n")));

    [Theory]
    [InlineData("", "line 1, column 1: the file ends; expected the number of candidates")]
    [InlineData("x 1", "line 1, column 1: found 'x'; expected the number of candidates")]
    [InlineData("2 0 0 \"A\" \"B\"", "line 1, column 3: found '0'; expected the number of seats")]
    [InlineData("999999999 1\n0\n", "line 1, column 1: found '999999999'; expected the number of candidates")]
    [InlineData("2 1\n[color 1]\n0\n\"A\"\n\"B\"", "line 2, column 1: the option ['color'] is not known")]
    [InlineData("2 1\n[nick a]\n0\n\"A\"\n\"B\"", "line 2, column 1: [nick] gives 1 nicknames")]
    [InlineData("2 1\n[nick a a]\n0\n\"A\"\n\"B\"", "line 2, column 9: the nickname 'a' is given twice")]
    [InlineData("2 1\n[tie 1 1]\n0\n\"A\"\n\"B\"", "line 2, column 1: [tie] names 2 candidates")]
    [InlineData("2 1\n-1 -1\n0\n\"A\"\n\"B\"", "line 2, column 4: candidate 1 is withdrawn twice")]
    [InlineData("2 1\n[tie 1 2\n0\n\"A\"\n\"B\"", "line 2, column 1: the option is not closed")]
    [InlineData("2 1\n1 1 3 0\n0\n\"A\"\n\"B\"", "line 2, column 5: found candidate '3'; expected a number from 1 to 2")]
    [InlineData("2 1\n1 b 0\n0\n\"A\"\n\"B\"", "line 2, column 3: found 'b'; expected a candidate")]
    [InlineData("2 1\n1 1= 0\n0\n\"A\"\n\"B\"", "line 2, column 5: found ''; expected a candidate")]
    [InlineData("2 1\n1 2=2 0\n0\n\"A\"\n\"B\"", "line 2, column 5: candidate '2' stands at this rank twice")]
    [InlineData("2 1\n1.5 1 0\n0\n\"A\"\n\"B\"", "line 2, column 1: found '1.5'; expected a whole number of ballots")]
    [InlineData("2 1\n-3 1 0\n0\n\"A\"\n\"B\"", "line 2, column 2: found candidate '3'")]
    [InlineData("2 1\n9223372036854775807 1 0\n1 1 0\n0\n\"A\"\n\"B\"", "line 3, column 1: there are more ballots than 9223372036854775807")]
    [InlineData("2 1\n1 1 0\n9223372036854775807 1 0\n0\n\"A\"\n\"B\"", "line 3, column 1: there are more ballots than 9223372036854775807")]
    [InlineData("2 1\n(a) 1 0\n(a ) 2 0\n0\n\"A\"\n\"B\"", "line 3, column 1: ballot '(a )' stands in the file twice")]
    [InlineData("2 1\n1 1 0\n1 2", "line 3, column 4: the file ends; expected a candidate")]
    [InlineData("2 1\n1 1 0\n", "line 3, column 1: the file ends; expected a ballot, or 0 behind the last")]
    [InlineData("2 1\n0\n\"A\"\n", "line 4, column 1: expected the name of candidate 2 of 2 in quotes")]
    [InlineData("2 1\n0\n\"A\"\n\"A\"", "line 4, column 1: candidate 2 is called like candidate 1: 'A'")]
    [InlineData("2 1\n0\n\"A\"\n\"\"", "line 4, column 1: the name is empty")]
    [InlineData("2 1\n0\n\"A\"\n\"B", "line 4, column 1: the quotes are not closed")]
    [InlineData("2 1\n0\n\"A\"\n\"B\"\n\"T\" \"S\" \"C\" \"?\"", "line 5, column 13: expected the end of the file")]
    [InlineData("2 1 /* /* */\n0", "line 1, column 5: the comment is not closed")]
    public void TryRead_Broken_SaysWhereAndWhatWasExpected(string file, string problem) => Assert.StartsWith(problem, Problem(Blt.TryRead, file), StringComparison.Ordinal);

    [Fact]
    public void Read_NotUtf8_IsRefused()
    {
        var exception = Assert.Throws<BallotFormatException>(() => Blt.Read(Encoding.Latin1.GetBytes("1 1\n0\n\"é\"\n")));
        Assert.Equal((3L, 2), (exception.Line, exception.Column));
    }

    [Fact]
    public void Read_FileAndStream_GiveTheSame()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("board.blt", Plain);
        using var stream = File.OpenRead(path);
        Assert.Equal("board.blt", Blt.Read(path).Contest.Batches[0].Source);
        Assert.Equal(Blt.Read(path).Contest.Profile.Digest, Blt.Read(stream).Contest.Profile.Digest);
        File.WriteAllText(path, "1");
        Assert.Equal("board.blt: line 1, column 2: the file ends; expected the number of seats", Assert.Throws<BallotFormatException>(() => Blt.Read(path)).Message);
    }

    [Fact]
    public void Write_EverythingThatThereIs_IsReadBack()
    {
        var ballots = new OrdinalProfileBuilder(new CandidateList("A \"B\" C", "D", "é#", "Other"));
        ballots.Add([], 3);
        ballots.Add([2, 0, 1], [3, 3, 5], 2);
        ballots.Add([0, 1, 0], 1);
        var contest = new Contest(ballots.Build(), 2) { Title = "T", Withdrawn = ["D"], WriteIns = "Other" };
        var again = Blt.Read(Blt.Write(contest)).Contest;
        Assert.Equal(contest.Profile.Digest, again.Profile.Digest);
        Assert.Equal(("T", "Other", 2), (again.Title, again.WriteIns, again.Seats));
        Assert.Equal(["D"], again.Withdrawn.ToArray());
    }

    [Fact]
    public void Write_NoPlaceForIt_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Blt.Write(new Contest(new ApprovalProfileBuilder(new CandidateList("A")).Build())));
        Assert.Throws<ArgumentException>(() => Blt.Write(new Contest(new OrdinalProfileBuilder(new CandidateList("A", "overvote")).Build()) { UnnamedOvervote = "overvote" }));
        Assert.Throws<ArgumentException>(() => Blt.Write(new Contest(new OrdinalProfileBuilder(new CandidateList("A\nB")).Build())));
        var far = new OrdinalProfileBuilder(new CandidateList("A"));
        far.Add([0], [1_000_000_000], 1);
        Assert.Throws<ArgumentException>(() => Blt.Write(new Contest(far.Build())));
    }
}
