using System.Globalization;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

public sealed class PabulibReadTests
{
    private const string Header = "voter_id;vote\n";

    [Theory]
    [InlineData("Nowhere", "encoding@4:0", "encoding@4:0")]
    [InlineData("first", "encoding@16:0", "encoding@16:0")]
    [InlineData("\"1\"", "encoding@20:0", "encoding@20:0")]
    [InlineData("A;10", "encoding@16:1", "encoding@16:0")]
    public void Read_NotUtf8_IsReportedAndRefusedInIds(string place, string lenient, string strict)
    {
        // Latin-1: one byte 0xF3 where UTF-8 has two.
        var text = Pb.File("voter_id;vote\n\"1\";A,B\n2;B\n", "project_id;cost;name\nA;10;first\nB;20;second\n").Replace(place, place[..^1] + "ó" + place[^1], StringComparison.Ordinal)
            .Replace("A;1ó0", "Aó;10", StringComparison.Ordinal);
        var file = Encoding.Latin1.GetBytes(text);

        Assert.Equal(strict, Pb.Refusal(file, PabulibReadOptions.Strict));
        Assert.Equal(lenient, place == "A;10" ? Pb.Refusal(file, PabulibReadOptions.Lenient) : Pb.Repairs(Pabulib.Read(file, PabulibReadOptions.Lenient)));
    }

    [Theory]
    [InlineData("project_id;name;cost\nA;\"a\nb\";1O\nB;b;20\n", "cost@17:4")]
    [InlineData("project_id;name;cost;selected\nA;\"a\r\nb\r\nc\";10;yes\nB;b;20;\n", "selected@18:7")]
    public void Read_FaultBehindNewlinesOfItsRecord_IsAtItsOwnLine(string projects, string place) =>
        Assert.Equal(place, Pb.Refusal(Pb.Bytes(Pb.File(projects: projects)), PabulibReadOptions.Strict));

    [Fact]
    public void Read_ProjectCalledNone_CanBeVotedFor()
    {
        var file = Pb.File("voter_id;vote\n1;None\n2;None\n3;\"None\"\n", "project_id;cost\nNone;10\nB;20\n");

        Assert.Equal("3*None", Pb.Ballots(Pb.Lenient(file).Election));
        Assert.Equal("3*None", Pb.Ballots(Pb.Lenient(file[..^1]).Election));
        Assert.Equal("3*None", Pb.Ballots(Pb.Strict(file)));
    }

    [Fact]
    public void Read_VotesWithoutHeader_IsRefused()
    {
        var file = Pb.Bytes(Pb.File(votes: ""));

        Assert.StartsWith("header@", Pb.Refusal(file, PabulibReadOptions.Strict), StringComparison.Ordinal);
        Assert.StartsWith("header@", Pb.Refusal(file, PabulibReadOptions.Lenient), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DefaultScoreOfCumulativeBallots_IsNotCounted() => Assert.Equal(0, Pb.Lenient(
        Pb.File("voter_id;vote;points\n1;A;3\n", type: "cumulative", extraMeta: "default_score;7\n")).Election.DefaultScore);

    [Fact]
    public void Read_ProjectsWithAllColumns_KeepsEverything()
    {
        var election = Pb.Lenient(Pb.File(projects: """
            project_id;cost;votes;score;name;category;selected;district;latitude;empty
            A;10.50;1;1;The ""park"";green,roads;1;North;51.5;
            B;0;;;Pool;"Streets, Sidewalks & Transit,green,green";2;;;
            C;999999999;0;0;;None;;;;
            D;+7;None;-;"a;b";;0;South;;

            """.Replace("\"\"park\"\"", "\"park\"", StringComparison.Ordinal))).Election;

        var a = election["A"];
        Assert.Equal(new Rational(21, 2), a.Cost);
        Assert.Equal("The \"park\"", a.Name);
        Assert.Equal(["green", "roads"], a.Categories.AsEnumerable());
        Assert.Equal(1, a.Selected);
        Assert.Equal(1, a.DeclaredVotes);
        Assert.Equal(1, a.DeclaredScore);
        Assert.Equal(["district=North", "latitude=51.5"], a.Attributes.Select(pair => $"{pair.Key}={pair.Value}").Order(StringComparer.Ordinal));
        var b = election["B"];
        Assert.Equal(["Streets, Sidewalks & Transit", "green"], b.Categories.AsEnumerable());
        Assert.Null(b.DeclaredVotes);
        Assert.Equal(2, b.Selected);
        Assert.Empty(b.Attributes);
        Assert.True(election["C"].IsWithdrawn);
        Assert.Empty(election["C"].Categories);
        Assert.Null(election["C"].Selected);
        Assert.False(b.IsWithdrawn);
        Assert.Equal("a;b", election["D"].Name);
        Assert.Null(election["D"].DeclaredVotes);
        Assert.Null(election["D"].DeclaredScore);
    }

    [Fact]
    public void Read_WithdrawnCostWithinTheBudget_IsACost() =>
        Assert.False(Pb.Strict(Pb.File(projects: "project_id;cost\nA;999999999\nB;1\n", budget: "1000000000"))["A"].IsWithdrawn);

    [Fact]
    public void Read_DefaultScoreOfScoringBallots_IsCounted() => Assert.Equal(new Rational(1, 2), Pb.Lenient(
        Pb.File("voter_id;vote;points\n1;A;3\n", type: "scoring", extraMeta: "default_score;0.5\n")).Election.DefaultScore);

    [Fact]
    public void Read_Meta_IsKeptAndUnderstood()
    {
        var election = Pb.Strict(Pb.File(extraMeta: "max_length;4\ndefault_score;0.5\nMy Key;x\ncomment;#1: a\n", budget: "250000.75"));
        Assert.Equal(new Rational(1_000_003, 4), election.BudgetLimit);
        Assert.Equal(4, election.MaxBallotLength);
        Assert.Equal(0, election.DefaultScore);
        Assert.Equal("x", election.Meta["My Key"]);
        Assert.Equal("#1: a", election.Meta["comment"]);
        Assert.Equal("greedy", election.Meta["rule"]);
    }

    [Theory]
    [InlineData("approval", typeof(ApprovalProfile))]
    [InlineData("choose-1", typeof(ApprovalProfile))]
    [InlineData("ordinal", typeof(OrdinalProfile))]
    [InlineData("cumulative", typeof(CardinalProfile))]
    [InlineData("scoring", typeof(CardinalProfile))]
    public void Read_EachVoteType_MakesItsProfile(string type, Type profile)
    {
        var isScored = type is "cumulative" or "scoring";
        var election = Pb.Strict(Pb.File(isScored ? "voter_id;vote;points\n1;A;3\n2;B;1\n" : Header + "1;A\n2;B\n", type: type));
        Assert.IsType(profile, election.Profile);
        Assert.Equal(2, election.Profile.Voters);
    }

    [Fact]
    public void Read_IdsOfAnyLength_AreToldApart()
    {
        // Around the sizes of registers, prefixes of each other, and beyond ASCII.
        string[] ids =
        [
            "a", "ab", "abcdefg", "abcdefgh", "abcdefghi", "abcdefghijklmno", "abcdefghijklmnop", "abcdefghijklmnopq", new string('x', 200),
            "ł", "łó", "BO.DN.9/21", "ÄÖÜäöüß", "ÄÖÜäöüßé", "ÄÖÜäöüßéx", "日本語の計画案一二", "0", "00", "-1", "A\u0301", "Á", "quo\"te",
        ];
        var projects = "project_id;cost\n" + string.Concat(ids.Select(id => $"{id};1\n"));
        foreach (var newline in new[] { "\n", "\r\n" })
        {
            for (var first = 0; first < ids.Length; first++)
            {
                var votes = Header + string.Concat(ids.Select((id, i) => $"{i};{id}{(i == first ? "" : "," + ids[first])}\n"));
                var reading = Pb.Lenient(Pb.File(votes, projects).ReplaceLineEndings(newline));
                Assert.Empty(reading.Repairs);
                Assert.Equal(ids.Select((_, i) => i == first ? (long)ids.Length : 1L), reading.Election.Profile.CountVoters());
            }
        }
    }

    [Fact]
    public void Read_NearlyAKnownId_IsUnknown()
    {
        string[] wrong = ["abcdefg", "abcdefghi", "abcdefgH", "abcdefgh\0", "abcdefghijklmnoq", "abcdefghijklmnopq", "\0"];
        var votes = Header + string.Concat(wrong.Select((id, i) => $"{i};{id}\n"));
        var reading = Pb.Lenient(Pb.File(votes, "project_id;cost\nabcdefgh;1\nabcdefghijklmnop;1\n"));
        Assert.Equal(Enumerable.Range(20, wrong.Length).Select(line => $"unknown-project@{line}:3"), reading.Repairs.Select(Pb.Short));
        Assert.Equal([0, 0], reading.Election.Profile.CountVoters());
    }

    [Theory]
    [InlineData(70_000)]
    [InlineData(300_000)]
    [InlineData(1_200_000)]
    public void Read_LinesLongerThanTheBuffer_AreReadWhole(int length)
    {
        var name = new string('v', length);
        var file = Pb.File($"voter_id;vote;note\n{name};A,B;\n2;B;{name}\n\"{name}\n{name}\";C;\n4;A;\n", projects: $"project_id;cost;name\nA;1;{name}\nB;1;\nC;1;\n").Replace("num_votes;5", "num_votes;4", StringComparison.Ordinal);
        foreach (var options in new[] { PabulibReadOptions.Lenient, PabulibReadOptions.Strict })
        {
            var reading = Pabulib.Read(Pb.Bytes(file), options);
            Assert.Equal("1*A | 1*A,B | 1*B | 1*C", Pb.Ballots(reading.Election));
            Assert.Equal(length, reading.Election["A"].Name.Length);
        }
    }

    [Fact]
    public void Read_BallotOfTenThousandProjects_IsReadWhole()
    {
        var ids = Enumerable.Range(0, 10_000).Select(i => $"project-{i}").ToArray();
        var all = string.Join(',', ids);
        var file = Pb.File(Header + $"1;{all}\n2;{all}\n3;{ids[7]}\n", "project_id;cost\n" + string.Concat(ids.Select(id => $"{id};1\n")));
        foreach (var type in new[] { "approval", "ordinal" })
        {
            var profile = Pb.Lenient(file.Replace("vote_type;approval", "vote_type;" + type, StringComparison.Ordinal)).Election.Profile;
            Assert.Equal((3L, 2), (profile.Voters, profile.DistinctBallots));
            Assert.Equal(3, profile.CountVoters()[7]);
        }
    }

    [Fact]
    public void Read_ManyRepairsOfAKind_ListsAHundredAndCountsAll()
    {
        var votes = Header + string.Concat(Enumerable.Range(0, 150).Select(i => $"{i};A,X\n")) + "x;A,A\n";
        var reading = Pb.Lenient(Pb.File(votes));
        Assert.Equal(101, reading.Repairs.Length);
        Assert.Equal(151, reading.RepairCount);
        Assert.Equal("repeated-in-vote@171:5", Pb.Short(reading.Repairs[^1]));
        Assert.Equal(151, reading.Election.Profile.Voters);
    }

    [Fact]
    public void Read_Repairs_AreSentences()
    {
        var reading = Pb.Lenient(Pb.File(Header + "1;A,park\n2;B\n"));
        Assert.Equal(
            "line 21, column 5: the vote names project 'park', which is not in PROJECTS; left out of the ballot. [unknown-project]",
            Assert.Single(reading.Repairs).ToString());
        var exception = Assert.Throws<PabulibFormatException>(() => Pb.Strict(Pb.File(Header + "1;A,park\n2;B\n")));
        Assert.Equal("line 21, column 5: the vote names project 'park', which is not in PROJECTS. [unknown-project]", exception.Message);
        Assert.Equal((21, 5), (exception.Line, exception.Column));
    }

    [Fact]
    public void Read_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var options = new PabulibReadOptions { CancellationToken = source.Token };
        Assert.Throws<OperationCanceledException>(() => Pabulib.Read(Pb.Bytes(Pb.File()), options));
        Assert.Throws<OperationCanceledException>(() => Pabulib.TryRead(Pb.Bytes(Pb.File()), options, out _, out _));
    }

    [Fact]
    public void Read_Progress_TellsHowMuchWasReadUpToTheEnd()
    {
        var file = Pb.Bytes(Pb.File(Header + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"{i.ToString(CultureInfo.InvariantCulture)};A,B\n"))));
        var reports = new Reports();
        Pabulib.Read(file, new PabulibReadOptions { Progress = reports });
        Assert.True(reports.Values.Count > 2);
        Assert.Equal(reports.Values.Order(), reports.Values);
        Assert.Equal(file.Length, reports.Values[^1]);
    }

    [Fact]
    public void ReadElection_Path_ReadsTheFile()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllText(path, Pb.File(), new UTF8Encoding(true));
            Assert.Equal(2, Pabulib.ReadElection(path).Profile.Voters);
            using var stream = File.OpenRead(path);
            Assert.Equal(2, Pabulib.ReadElection(stream).Profile.Voters);
            Assert.True(stream.CanRead);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Throws<FileNotFoundException>(() => Pabulib.ReadElection(path));
    }

    private sealed class Reports : IProgress<long>
    {
        public List<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }
}
