using System.Text;
using System.Text.Json.Nodes;

namespace Agreement.Tests;

public sealed class FilesTests : IDisposable
{
    private const string Plain = "rater,Bus,Library,Park,Pool\nAva,1,4,3,2\nBen,2,4,3,1\nCyd,1,3,4,2\n";

    private const string WithGaps = """
        rater,Bus,Library,Park,Pool,Route 9
        Ava,1,4,3,2,NA
        Ben,2,4,3,1,-
        Cyd,1,3,4,,
        Dot,3,3,3,3,
        Eve,,,2,,
        Fay,1,4,3,2,
        Gus,2,5,4,1,

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_SmallFile_ReportsWithAnExactTest() => Golden.Verify(Report(Plain));

    [Fact]
    public void Run_IncompleteRatings_ReportsWhatTheyTell() => Golden.Verify(Report(WithGaps, "--missing", "incomplete"));

    [Fact]
    public void Run_WeightedRaters_ReportsWithTheirWeights() =>
        Golden.Verify(Report("ward,people,Bus,Library,Park\nNorth,3,1,3,2\nSouth,1,2,3,1\nEast,2,3,1,2\n", "--weights", "people"));

    [Fact]
    public void Run_CompleteAgreement_SaysWhyThereIsNoInterval() =>
        Golden.Verify(Report("rater,A,B,C\nx,1,2,3\ny,2,3,4\nz,3,4,5\nv,-1,0,1\nw,0.5,0.75,1e2\n"));

    [Theory]
    [InlineData("listwise-items", "A, B, D, E: not rated by everyone", "2 raters, 1 item", "Kendall's W is undefined: fewer than two items are left.")]
    [InlineData("listwise-raters", "x: did not rate every item", "1 rater, 5 items", "Kendall's W is undefined: fewer than two raters are left.")]
    public void Run_TooLittleLeft_SaysWhatWasSetAsideAndWhyThereIsNoW(string missing, string setAside, string analysed, string undefined)
    {
        var report = Report("rater,A,B,C,D,E\nx,,,1,,\ny,1,2,3,4,5\n", "--missing", missing);

        Assert.Contains(setAside, report, StringComparison.Ordinal);
        Assert.Contains(analysed, report, StringComparison.Ordinal);
        Assert.Contains(undefined, report, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_NobodyTellsItemsApart_SaysWhoAndThatThereIsNoW()
    {
        var report = Report("rater,A,B\nx,1,1\ny,2,2\n");

        Assert.Contains("x, y: the same rating for every item", report, StringComparison.Ordinal);
        Assert.Contains("Kendall's W is undefined", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MissingRating_IsRefusedWithItsPlaceAndTheChoices()
    {
        var file = _folder.Write("a.csv", WithGaps);
        var run = Run.Of(file);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal(
            $"{file}:2:13: 'Ava' did not rate 'Route 9'; choose with --missing what happens where ratings are missing: listwise-items, listwise-raters or incomplete.\n",
            run.Error);
    }

    [Theory]
    [InlineData("semicolons", "rater;Bus;Library;Park;Pool\nAva;1;4;3;2\nBen;2;4;3;1\nCyd;1;3;4;2\n")]
    [InlineData("tabs", "\tBus\tLibrary\tPark\tPool\nAva\t1\t4\t3\t2\nBen\t2\t4\t3\t1\nCyd\t1\t3\t4\t2")]
    [InlineData("line ends of Windows", "rater,Bus,Library,Park,Pool\r\nAva,1,4,3,2\r\nBen,2,4,3,1\r\nCyd,1,3,4,2\r\n")]
    [InlineData("line ends of old Macs", "rater,Bus,Library,Park,Pool\rAva,1,4,3,2\rBen,2,4,3,1\rCyd,1,3,4,2\r")]
    [InlineData("quotation marks", "\"rater\",\"Bus\",\"Library\",\"Park\",\"Pool\"\n\"Ava\",\"1\",\"4\",\"3\",\"2\"\nBen,2,4,3,\"1\"\nCyd,1,3,4,2\n")]
    [InlineData("spaces", " rater , Bus, Library ,\u00A0Park\u00A0, \"Pool\" \n Ava,1 , 4,3,2\nBen,2,4,3,1\nCyd,1,3,4,2\n")]
    [InlineData("blank lines", "\n\nrater,Bus,Library,Park,Pool\n\nAva,1,4,3,2\n,,,,\nBen,2,4,3,1\n\nCyd,1,3,4,2\n\n,,,,\n")]
    [InlineData("numbers of other forms", "rater,Bus,Library,Park,Pool\nAva,01,4.0,+3,2e0\nBen,-2,40,.5,-2.5\nCyd,10,30,4E1,20\n")]
    [InlineData("a byte order mark", "\uFEFFrater,Bus,Library,Park,Pool\nAva,1,4,3,2\nBen,2,4,3,1\nCyd,1,3,4,2\n")]
    public void Run_SameTableWrittenOtherwise_GivesTheSame(string form, string content) =>
        Assert.Equal((form, Concordance(_folder.Write("a.csv", Plain))), (form, Concordance(_folder.Write("b.csv", content))));

    [Fact]
    public void Run_Transposed_GivesTheSame()
    {
        var file = _folder.Write("b.csv", "item,Ava,Ben,Cyd\nBus,1,2,1\nLibrary,4,4,3\nPark,3,3,4\nPool,2,1,2\n");

        Assert.Equal(Concordance(_folder.Write("a.csv", Plain)), Concordance(file, "--transposed"));
    }

    [Fact]
    public void Run_Weight_IsTheSameAsThatManyRaters()
    {
        var weighted = Concordance(_folder.Write("a.csv", "r,A,n,B,C\nx,1,3,2,3\ny,3,1,1,2\n"), "--weights", "n");
        var transposed = Concordance(_folder.Write("b.csv", "i,x,y\nA,1,3\nB,2,1\nn,3,1\nC,3,2\n"), "--weights", "n", "--transposed");
        var repeated = Concordance(_folder.Write("c.csv", "r,A,B,C\nx1,1,2,3\nx2,1,2,3\nx3,1,2,3\ny,3,1,2\n"));

        Assert.Equal(weighted, transposed);
        Assert.Equal(Member(repeated, "w"), Member(weighted, "w"));
        Assert.Equal("4", JsonNode.Parse(weighted)!["raters"]!.GetValue<string>());
    }

    [Fact]
    public void Run_NamesOfSeveralScripts_ArriveUnchanged()
    {
        // The second Persian name holds a zero-width non-joiner, which belongs to the word.
        var file = _folder.Write("a.csv", "داور;پارک;کتاب\u200Cخانه;Médiathèque;\"Crèche; été\"\nزهرا;4;5;3;1\nÉlodie;3;5;4;2\nZoë \"Z.\";5;4;3;1\n".Replace("Zoë \"Z.\"", "\"Zoë \"\"Z.\"\"\"", StringComparison.Ordinal));

        var (report, json) = (Run.Of(file), Run.Of(file, "--json"));

        Assert.Equal((0, ""), (report.ExitCode, report.Error));
        foreach (var name in new[] { "پارک", "کتاب\u200Cخانه", "Médiathèque", "Crèche; été", "زهرا", "Élodie", "Zoë \"Z.\"" })
        {
            Assert.Contains($"  {name}\n", report.Output, StringComparison.Ordinal);
        }

        Assert.Contains("\"item\": \"کتاب\u200Cخانه\"", json.Output.Replace("\\u200C", "\u200C", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"rater\": \"Zoë \\\"Z.\\\"\"", json.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ItemsNamedByNumbers_AreTakenAsNamesWithANote()
    {
        var report = Report("rater,1,2,3\nx,3,1,2\ny,3,2,1\n");

        Assert.Contains("Note      The first line of the file holds only numbers; they are taken as the names of the items.", report, StringComparison.Ordinal);
        Assert.Contains("Read      2 raters, 3 items", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ControlCharactersInNames_DoNotReachTheTerminal()
    {
        var report = Report("rater,A\u001b[31m,B\u202E,C\nx,3,1,2\ny,3,2,1\n");

        Assert.DoesNotContain('\u001b', report);
        Assert.DoesNotContain('\u202E', report);
        Assert.Contains("A\uFFFD[31m", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ManyRaters_ShowsBothEndsOfTheTable()
    {
        const int Raters = 1_000;
        const int Items = 50;
        var random = new SplitMix64(1);
        var text = new StringBuilder("rater").AppendJoin("", Enumerable.Range(1, Items).Select(item => $",I{item}")).Append('\n');
        for (var rater = 1; rater <= Raters; rater++)
        {
            text.Append(null, $"R{rater}").AppendJoin("", Enumerable.Range(0, Items).Select(item => $",{1 + random.Below(3) + (item / 20)}")).Append('\n');
        }

        var file = _folder.Write("large.csv", text.ToString());
        var (report, json) = (Run.Of(file, "--permutations", "99"), Run.Of(file, "--permutations", "99", "--json"));

        Assert.Equal((0, ""), (report.ExitCode, report.Error));
        Assert.Contains("Analysed  1,000 raters, 50 items", report.Output, StringComparison.Ordinal);
        Assert.Contains("... 940 in between; --json lists all", report.Output, StringComparison.Ordinal);
        Assert.Contains("with 99 none can be below 1.0000", report.Output, StringComparison.Ordinal);
        Assert.True(report.Output.Split('\n').Length < 200);
        Assert.Equal(Raters, JsonNode.Parse(json.Output)!["contributions"]!.AsArray().Count);
    }

    private string Report(string content, params string[] args)
    {
        var run = Run.Of([_folder.Write("ratings.csv", content), .. args]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output.Replace(_folder.Path("ratings.csv"), "ratings.csv", StringComparison.Ordinal);
    }

    private static string Concordance(string file, params string[] args)
    {
        var run = Run.Of([file, "--json", .. args]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return Member(run.Output, "concordance");
    }

    private static string Member(string json, string name) => JsonNode.Parse(json)![name]!.ToJsonString();
}
