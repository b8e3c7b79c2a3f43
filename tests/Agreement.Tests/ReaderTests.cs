using System.Text;
using Agreement.Reading;
using CivicTech.Samples;

namespace Agreement.Tests;

public sealed class ReaderTests : IDisposable
{
    private static readonly RatingsLayout Plain = new(Transposed: false, Weights: null);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_TablesWrittenInAnyWay_GivesWhatWasWritten()
    {
        for (var seed = 0UL; seed < 500; seed++)
        {
            var table = new WrittenTable(seed);
            var ratings = Read(Encoding.UTF8.GetBytes(table.Text), Plain).Ratings;

            Assert.Equal(table.Raters.Select(InOneLine), ratings.Raters);
            Assert.Equal(table.Items.Select(InOneLine), ratings.Items);
            for (var rater = 0; rater < table.Raters.Length; rater++)
            {
                for (var item = 0; item < table.Items.Length; item++)
                {
                    Assert.Equal((seed, table.Values[rater, item]), (seed, ratings[rater, item]));
                }
            }
        }
    }

    [Fact]
    public void Read_OneCellThatIsNoNumber_SaysItsPlaceInAnyWriting()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var table = new WrittenTable((ulong)seed, spoilt: (seed, seed / 7));
            var failure = Assert.Throws<InputException>(() => Read(Encoding.UTF8.GetBytes(table.Text), Plain));

            Assert.StartsWith(FormattableString.Invariant($"{_folder.Path("a.csv")}:{table.Spoilt.Line}:{table.Spoilt.Column}: 'spoilt' is not a number"), failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_RandomBytes_GivesRatingsOrTheAppsOwnError()
    {
        var random = new SplitMix64(1);
        for (var round = 0; round < 2_000; round++)
        {
            // Half of them from the characters that mean something.
            var alphabet = random.OneIn(2) ? ",;\t\"\r\n 0123456789.-eNArx"u8.ToArray() : [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
            ReadOrRefuse([.. Enumerable.Range(0, random.Below(120)).Select(_ => random.Pick(alphabet))], random);
        }
    }

    [Fact]
    public void Read_MutatedFiles_GivesRatingsOrTheAppsOwnError()
    {
        var random = new SplitMix64(2);
        var (read, refused) = (0, 0);
        for (var round = 0; round < 2_000; round++)
        {
            var content = Encoding.UTF8.GetBytes(new WrittenTable(random.Next()).Text).ToList();
            for (var change = random.Below(2); change >= 0 && content.Count > 0; change--)
            {
                Mutate(content, random);
            }

            if (ReadOrRefuse([.. content], random))
            {
                read++;
            }
            else
            {
                refused++;
            }
        }

        // Both must happen often, or the mutations test nothing.
        Assert.True(read > 300, $"{read} were read");
        Assert.True(refused > 300, $"{refused} were refused");
    }

    [Fact]
    public void Run_MutatedFiles_EndsWithAReportOrAnError()
    {
        var random = new SplitMix64(3);
        for (var round = 0; round < 60; round++)
        {
            var content = Encoding.UTF8.GetBytes(new WrittenTable(random.Next()).Text).ToList();
            if (random.OneIn(2))
            {
                Mutate(content, random);
            }

            var missing = random.Pick<string>(["refuse", "listwise-items", "listwise-raters", "incomplete"]);
            var constant = random.Pick<string>(["exclude", "count", "reject"]);
            var run = Run.Of(_folder.Write("a.csv", content.ToArray()), "--permutations", "9", "--missing", missing, "--constant", constant);

            Assert.True((run.ExitCode, run.Output.Length > 0, run.Error.Length > 0) is (0, true, false) or (1, false, true), $"round {round}: {run}");
            Assert.DoesNotContain("NaN", run.Output, StringComparison.Ordinal);
        }
    }

    private static void Mutate(List<byte> content, SplitMix64 random)
    {
        var place = random.Below(content.Count);
        switch (random.Below(4))
        {
            case 0:
                content[place] = (byte)random.Below(256);
                break;
            case 1:
                content.Insert(place, random.Pick<byte>([.. ",;\t\"\r\n 0x"u8]));
                break;
            case 2:
                content.RemoveRange(place, Math.Min(content.Count - place, 1 + random.Below(5)));
                break;
            default:
                content.InsertRange(place, content.GetRange(0, random.Below(content.Count)));
                break;
        }
    }

    private bool ReadOrRefuse(byte[] content, SplitMix64 random)
    {
        try
        {
            var file = Read(content, new(random.OneIn(2), random.OneIn(8) ? "item 1" : null));
            Assert.Equal(file.Gaps > 0, !file.Ratings.IsComplete);
            return true;
        }
        catch (InputException failure)
        {
            Assert.StartsWith(_folder.Path("a.csv") + ":", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', failure.Message);
            return false;
        }
    }

    private RatingsFile Read(byte[] content, RatingsLayout layout) =>
        RatingsSource.OfFile(_folder.Write("a.csv", content)).Read(layout, CancellationToken.None);

    private static string InOneLine(string name) => name.ReplaceLineEndings(" ");
}
