using System.Text;

namespace Agreement.Tests;

/// <summary>Files that cannot be read: the message says where, what was found, and what was expected.</summary>
public sealed class ErrorsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", ": the file is empty: expected a header line with the names of the items.")]
    [InlineData("\n \n,,\n", ": the file is empty: expected a header line with the names of the items.")]
    [InlineData("ratings\n1\n2\n", ":1:8: the header line names no item: expected names after the first cell, separated by commas, semicolons or tabs.")]
    [InlineData("rater,A,B\n", ": the file holds no ratings: expected a line for each rater after the header, and a column for each item.")]
    [InlineData("Ava,4,3,4\nBen,1,2,3\n", ":1:5: the first line holds numbers where the names of the items should stand: the header line is missing.")]
    [InlineData("Ava,2,,4\nBen,1,2,3\n", ":1:5: the first line holds numbers where the names of the items should stand: the header line is missing.")]
    [InlineData("Ava,72.5,88\nBen,1,2\n", ":1:5: the first line holds numbers where the names of the items should stand: the header line is missing.")]
    [InlineData("rater,A,B\nx,1,2\ny,1,two\n", ":3:5: 'two' is not a number: expected one such as 4 or 3.5, or an empty cell, NA or - for not rated.")]
    [InlineData("rater;A;B\nx;1;2,5\n", ":2:5: '2,5' is not a number: expected one such as 4 or 3.5, or an empty cell, NA or - for not rated (numbers have a decimal point here, not a comma).")]
    [InlineData("rater,A,B\nx,NaN,2\n", ":2:3: 'NaN' is not a number: expected one such as 4 or 3.5, or an empty cell, NA or - for not rated.")]
    [InlineData("rater,A,B\nx,۴,2\n", ":2:3: '۴' is not a number: expected one such as 4 or 3.5, or an empty cell, NA or - for not rated.")]
    [InlineData("rater,A,B\nx,1 000,2\n", ":2:3: '1 000' is not a number: expected one such as 4 or 3.5, or an empty cell, NA or - for not rated.")]
    [InlineData("rater,A,B\nx,1e999,2\n", ":2:3: '1e999' is beyond the numbers that can be told apart.")]
    [InlineData("rater,A,B\nx,1,2\ny,1\n", ":3:4: the line has 2 cells: expected 3, the name of the rater and one for each of the 2 columns of the header.")]
    [InlineData("rater,A,B\nx\n", ":2:2: the line has 1 cell: expected 3, the name of the rater and one for each of the 2 columns of the header.")]
    [InlineData("rater,A,B\nx,1,2,3\n", ":2:7: the line has 4 cells: expected 3, the name of the rater and one for each of the 2 columns of the header.")]
    [InlineData("rater,A,B\nx,1,2\n\ny,1,2\n\"x\",3,4\n", ":5:1: the rater 'x' is named twice: first in line 2.")]
    [InlineData("rater,A,B\n,1,2\n", ":2:1: the cell is empty: expected the name of the rater.")]
    [InlineData("rater,A,,B\nx,1,2,3\n", ":1:9: the cell is empty: expected the name of the item.")]
    [InlineData("rater,A,B\nx,\"1,2\ny,3,4\n", ":2:3: a quotation mark is not closed, or stands inside a cell: expected marks around the whole cell, and two for one inside.")]
    [InlineData("rater,A,B\nx\"y,1,2\n", ":2:1: a quotation mark is not closed, or stands inside a cell: expected marks around the whole cell, and two for one inside.")]
    [InlineData("\nrater,\"A\r\nlong\",B\r\n\r\nx,1,\"2\n\",\ny,1,2\n", ":6:3: the line has 4 cells: expected 3, the name of the rater and one for each of the 2 columns of the header.")]
    [InlineData("rater,\"A\nlong\",B\nx,\"one\nand\",two\n", ":3:3: 'one and' is not a number: expected one such as 4 or 3.5, or an empty cell, NA or - for not rated.")]
    public void Run_FileThatIsNoTableOfRatings_SaysWhereAndWhy(string content, string expected) => Refused(content, expected);

    [Fact]
    public void Run_ItemNamedTwice_SaysWhereBoth()
    {
        var file = _folder.Write("a.csv", "rater,A,B,\"A\"\nx,1,2,3\n");
        var run = Run.Of(file);

        Assert.Equal((1, "", $"{file}:1:11: the item 'A' is named twice: first at {file}:1:7.\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("item,x,y\nA,1,2\nB,1,b\n", ":3:5: 'b' is not a number: expected one such as 4 or 3.5, or an empty cell, NA or - for not rated.")]
    [InlineData("item,x,y\nA,1,2\nA,1,2\n", ":3:1: the item 'A' is named twice: first in line 2.")]
    [InlineData("item,x,y\nA,1,\nB,2,1\n", ":2:5: 'y' did not rate 'A'; choose with --missing what happens where ratings are missing: listwise-items, listwise-raters or incomplete.")]
    [InlineData("A,4,3\nB,1,2\n", ":1:3: the first line holds numbers where the names of the raters should stand: the header line is missing.")]
    [InlineData("\n", ": the file is empty: expected a header line with the names of the raters.")]
    public void Run_Transposed_SpeaksOfItemsAndRatersAsTheyAre(string content, string expected) => Refused(content, expected, "--transposed");

    [Theory]
    [InlineData("rater,n,A,B\nx,0,1,2\n", ":2:3: '0' is not a weight: expected a whole number from 1 to 1000000.")]
    [InlineData("rater,n,A,B\nx,1.5,1,2\n", ":2:3: '1.5' is not a weight: expected a whole number from 1 to 1000000.")]
    [InlineData("rater,n,A,B\nx,,1,2\n", ":2:3: '' is not a weight: expected a whole number from 1 to 1000000.")]
    [InlineData("rater,n,A,B\nx,1000001,1,2\n", ":2:3: '1000001' is not a weight: expected a whole number from 1 to 1000000.")]
    [InlineData("rater,A,B\nx,1,2\n", ": there is no column 'n', which --weights names.")]
    [InlineData("rater,n\nx,1\n", ": the file holds no ratings: expected a line for each rater after the header, and a column for each item.")]
    public void Run_Weights_AreCheckedWhereTheyStand(string content, string expected) => Refused(content, expected, "--weights", "n");

    [Theory]
    [InlineData("rater,A,B,C\nx,1,2,3\nz,1,2,3\n", ": Raters in common: 1, items: 3. A change needs two of each.")]
    [InlineData("rater,A,B,C\nx,1,2,3\ny,1,,3\n", ":3:5: 'y' did not rate 'B'; choose with --missing what happens where ratings are missing: listwise-items, listwise-raters or incomplete.")]
    public void Run_RoundsThatCannotBeCompared_SaysWhy(string later, string expected)
    {
        var (before, after) = (_folder.Write("a.csv", "rater,A,B,C\nx,1,2,3\ny,3,2,1\n"), _folder.Write("b.csv", later));
        var run = Run.Of(before, "--compare", after);

        Assert.Equal((1, "", $"{after}{expected}\n"), (run.ExitCode, run.Output, run.Error));
    }

    [Fact]
    public void Run_ComparingIncompleteRatings_AsksForAListwiseChoice()
    {
        var (before, after) = (_folder.Write("a.csv", "rater,A,B,C\nx,1,2,\ny,3,2,1\nz,1,2,3\n"), _folder.Write("b.csv", "rater,A,B,C\nx,1,2,3\ny,3,2,1\nz,3,2,1\n"));
        var refused = Run.Of(before, "--compare", after, "--missing", "incomplete");
        var compared = Run.Of(before, "--compare", after, "--missing", "listwise-raters");

        Assert.Equal((1, $"{before}:2:7: 'x' did not rate 'C'; --compare needs complete ratings: choose --missing listwise-items or listwise-raters.\n"), (refused.ExitCode, refused.Error));
        Assert.Equal((0, ""), (compared.ExitCode, compared.Error));
        Assert.Contains("  Left out  x: a rating is missing in a round\n", compared.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rater,Caf\u00E9,B\nx,1,2\n", ":1:10: ")]
    [InlineData("rater,A,B\nx,1,2\nZo\u00EB,1,2\n", ":3:3: ")]
    public void Run_FileOfAnotherEncoding_IsRefusedWithThePlace(string content, string expected)
    {
        var file = _folder.Write("a.csv", Encoding.Latin1.GetBytes(content));
        var run = Run.Of(file);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Equal($"{file}{expected}the file is not in UTF-8 from here on: save it as UTF-8 (spreadsheet programs call it CSV UTF-8).\n", run.Error);
    }

    [Fact]
    public void Run_MoreItemsThanCanBeRanked_SaysSo()
    {
        var header = string.Concat(Enumerable.Range(1, 32_768).Select(item => $",I{item}"));
        Refused($"rater{header}\nx{string.Concat(Enumerable.Repeat(",1", 32_768))}\n", ": There are 32768 items; at most 32767 can be ranked.");
    }

    private void Refused(string content, string expected, params string[] args)
    {
        var file = _folder.Write("a.csv", content);
        var run = Run.Of([file, .. args]);

        Assert.Equal((1, "", $"{file}{expected}\n"), (run.ExitCode, run.Output, run.Error));
    }
}
