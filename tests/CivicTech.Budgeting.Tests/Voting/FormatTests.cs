using System.Collections.Immutable;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Testing;
using NodaTime;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

public sealed class FormatTests
{
    [Fact]
    public void Content_Random_RoundTripsAndEqualBallotsHaveEqualBytes()
    {
        var random = new SplitMix64(7);
        for (var i = 0; i < 2000; i++)
        {
            var projects = Enumerable.Range(0, random.Below(40)).Select(_ => random.Below(1 << random.Between(1, 20))).Distinct().Order().ToArray();
            var values = random.OneIn(2) ? [] : projects.Select(_ => random.OneIn(9) ? (long)random.Next() : random.Between(-3, 200)).ToArray();
            var content = BallotContent.Of(projects, values);
            var (readProjects, readValues) = (new int[projects.Length], new long[projects.Length]);

            Assert.Equal(projects.Length, content.Count);
            Assert.Equal(values.Length > 0, BallotContent.FromBytes(content.Bytes).Read(readProjects, readValues));
            Assert.Equal(projects, readProjects);
            Assert.Equal(values.Length > 0 ? values : new long[projects.Length], readValues);
            Assert.Equal(content, BallotContent.FromBytes(content.Bytes));
        }
    }

    [Fact]
    public void Content_Vectors_AreAsWritten()
    {
        Assert.Equal("", BallotContent.Of([], []).ToString());
        Assert.Equal("0403c801", BallotContent.Of([3, 203], []).ToString());
        Assert.Equal("05000102" + "03", BallotContent.Of([0, 1], [1, -2]).ToString());
    }

    [Theory]
    [InlineData("00")]
    [InlineData("02")]
    [InlineData("040301" + "00")]
    [InlineData("040300")]
    [InlineData("028000")]
    [InlineData("02ffffffff7f")]
    [InlineData("0303")]
    [InlineData("ffffffffffffffffffff01")]
    public void Content_BrokenBytes_AreRefused(string hex) => Assert.Contains("expected", Assert.Throws<FormatException>(() => BallotContent.FromBytes(Convert.FromHexString(hex))).Message, StringComparison.Ordinal);

    [Fact]
    public void File_Random_RoundTrips()
    {
        foreach (var file in SomeFiles())
        {
            Assert.Equal(file, VoterFileFormat.Read(file.Key, file.Version, VoterFileFormat.WriteRegister(file), VoterFileFormat.WriteBallots(file)));
        }
    }

    [Fact]
    public void File_WithoutBallots_IsTheRegister()
    {
        var baskets = 0;
        foreach (var file in SomeFiles())
        {
            var register = VoterFileFormat.Read(file.Key, file.Version, VoterFileFormat.WriteRegister(file), []);
            baskets += file.Areas.Count(area => area.Basket is not null);

            Assert.Equal(file.WithoutBallots(), register);
            Assert.Equal(file.Areas.Select(area => (area.Area, area.IsCounted, area.Tracker, area.Cast)), register.Areas.Select(area => (area.Area, area.IsCounted, area.Tracker, area.Cast)));
            Assert.All(register.Areas, area => Assert.True(area.Content.IsBlank && area.Basket is null));
        }

        Assert.True(baskets > 0);
    }

    [Fact]
    public void B17_Register_IsTheSameWhateverTheBallotSays()
    {
        var sheet = Sheet();
        var key = NewFile();
        var trackers = new Trackers();
        byte[] Register(params string[] projects) => VoterFileFormat.WriteRegister(
            VotingDecider.Decide(sheet, Northerner, key, Cast("north", projects), Noon, trackers).File);

        Assert.Equal(Register("n1"), Register("n2", "n3"));
        var next = sheet.Next(new BallotChange { Removed = ["n1", "n2"] });
        byte[] Released(string project) => VoterFileFormat.WriteRegister(
            VotingDecider.Release(VotingDecider.Decide(sheet, Northerner, key, Cast("north", project), Noon, trackers).File, next));
        Assert.Equal(Released("n1"), Released("n2"));
    }

    [Fact]
    public void File_BrokenBytes_AreRefusedClearlyOrAreAnotherFile()
    {
        var random = new SplitMix64(11);
        var files = SomeFiles().Take(60).ToList();
        var refused = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var file = random.Pick(files);
            var (register, ballots) = (VoterFileFormat.WriteRegister(file), VoterFileFormat.WriteBallots(file));
            if (random.OneIn(2))
            {
                register = Broken(register, random);
            }
            else
            {
                ballots = Broken(ballots, random);
            }

            try
            {
                _ = VoterFileFormat.Read(file.Key, file.Version, register, ballots);
            }
            catch (FormatException exception)
            {
                Assert.Contains("expected", exception.Message, StringComparison.Ordinal);
                refused++;
            }
        }

        Assert.InRange(refused, 5_000, 20_000);
    }

    [Fact]
    public void File_OtherVersion_IsRefused()
    {
        var file = NewFile();

        Assert.Contains("expected a version from 1 to 2", Assert.Throws<FormatException>(() => VoterFileFormat.Read(file.Key, 0, [3, 0, 0], [])).Message, StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => VoterFileFormat.Read(file.Key, 0, [], []));
    }

    // A byte changed, cut off, put in, or all of them random.
    private static byte[] Broken(byte[] bytes, SplitMix64 random) => random.Below(4) switch
    {
        0 => [.. bytes.Select((part, i) => i == random.Below(bytes.Length) ? (byte)random.Below(256) : part)],
        1 => bytes[..random.Below(bytes.Length)],
        2 => [.. bytes[..random.Below(bytes.Length)], (byte)random.Below(256), .. bytes[random.Below(bytes.Length)..]],
        _ => [1, .. Enumerable.Range(0, random.Below(40)).Select(_ => (byte)random.Below(256))],
    };

    private static IEnumerable<VoterFile> SomeFiles()
    {
        var random = new SplitMix64(3);
        foreach (var submission in Enum.GetValues<Submission>())
        {
            foreach (var precedence in Enum.GetValues<ChannelPrecedence>())
            {
                for (var i = 0; i < 20; i++)
                {
                    var sheet = Sheet(Plan(new PointsDesign { Points = 100 }) with { Submission = submission, Precedence = precedence, Access = AreaAccess.AllAreas });
                    var file = NewFile($"voter {i}");
                    for (var step = 0; step < 8; step++)
                    {
                        sheet = random.OneIn(5) ? sheet.Next(new BallotChange { Released = [random.Pick(sheet.Ballot.Projects).Id] }) : sheet;
                        file = Decide(sheet, file, RandomCommands.Next(random)).File;
                    }

                    yield return file;
                }
            }
        }
    }

    private sealed class Trackers : ITrackerSource
    {
        public Tracker Draw() => Tracker.Parse("000102030405060708090a0b0c0d0e0f");
    }
}
