using CivicTech.Consensus.Formats;
using static CivicTech.Tests.Consensus.Formats.Ballots;

namespace CivicTech.Tests.Consensus.Formats;

/// <summary>Files, streams, bytes and attempts of every reader: the same contest, and the same place when something is wrong.</summary>
public sealed class OverloadTests
{
    private sealed record Reader(string Source, string Good, string Bad, string Problem, Func<string, ContestReading> OfPath, Func<Stream, ContestReading> OfStream, Func<ReadOnlyMemory<byte>, ContestReading> OfBytes, TryRead Try);

    private static readonly Dictionary<string, Reader> Readers = new()
    {
        ["abc.yaml"] = new(
            "abcvoting instance", AbcYamlTests.Instance, "num_cand: 2\n", "line 2, column 1: the file ends; expected the key profile", AbcYaml.Read, AbcYaml.Read, AbcYaml.Read, AbcYaml.TryRead),
        ["blt"] = new(
            "BLT ballots", "2 1\n3 1 2 0\n1 2 0\n0\n\"Ada\"\n\"Ben\"\n", "2 1\nx\n", "line 2, column 1: found 'x'; expected a whole number of ballots", Blt.Read, Blt.Read, Blt.Read, Blt.TryRead),
        ["toi"] = new(
            "PrefLib data", PrefLibTests.Orders, PrefLibTests.Orders + "1: 9\n", "line 12, column 4: ", PrefLib.Read, PrefLib.Read, PrefLib.Read, PrefLib.TryRead),
        ["cvotes"] = new(
            "cvotes ballots", "#/Candidates: Ann ; Bob\nAnn > Bob * 2\nBob\n", "#/Candidates: Ann ; Bob\nAnn > Bob * x\n", "line 2, column ", Cvotes.Read, Cvotes.Read, Cvotes.Read, Cvotes.TryRead),
        ["csv"] = new(
            "ward table", "2,1,\n3,1,2,\n\"Candidate 1\",\"Ada\",\"G\",\n\"Candidate 2\",\"Ben\",\"\",\n\"North\",\n", "x,1,\n", "line 1, column 1: found 'x'", WardCsv.Read, WardCsv.Read, WardCsv.Read, WardCsv.TryRead),
        ["json"] = new(
            "cast vote records", CdfFiles.Report(CdfFiles.Record(CdfFiles.Mark("sa", CdfFiles.At(1)))), CdfFiles.Report("") + "}", "line ", CdfJson.Read, CdfJson.Read, CdfJson.Read, CdfJson.TryRead),
    };

    public static TheoryData<string> Formats => [.. Readers.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_FileStreamAndBytes_GiveTheSameContest(string format)
    {
        var reader = Readers[format];
        using var folder = new TemporaryFolder();
        var path = folder.Write($"town.{format}", reader.Good);
        using var stream = new MemoryStream(Utf8("before" + reader.Good)) { Position = 6 };

        var (ofFile, ofStream, ofBytes) = (reader.OfPath(path), reader.OfStream(stream), reader.OfBytes(Utf8(reader.Good)));
        Assert.True(reader.Try(Utf8(reader.Good), out var tried, out var problem));
        Assert.Null(problem);

        // A file is called by its name, and what has none by its format.
        Assert.Equal($"town.{format}", Assert.Single(ofFile.Contest.Batches).Source);
        foreach (var reading in new[] { ofStream, ofBytes, tried! })
        {
            Assert.Equal(reader.Source, Assert.Single(reading.Contest.Batches).Source);
            Assert.Equal(ofFile.Contest.Profile.Digest, reading.Contest.Profile.Digest);
            Assert.Equal(ofFile.Contest.Batches[0].Digest, reading.Contest.Batches[0].Digest);
            Assert.Equal((ofFile.Contest.Title, ofFile.Contest.Seats), (reading.Contest.Title, reading.Contest.Seats));
        }

        // To its end, and not closed.
        Assert.Equal(stream.Length, stream.Position);
        Assert.Equal(-1, stream.ReadByte());
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_BrokenFileStreamAndBytes_NameTheSamePlace(string format)
    {
        var reader = Readers[format];
        using var folder = new TemporaryFolder();
        var path = folder.Write($"town.{format}", reader.Bad);
        using var stream = new MemoryStream(Utf8(reader.Bad));

        var problem = Problem(reader.Try, reader.Bad);
        Assert.StartsWith(reader.Problem, problem, StringComparison.Ordinal);
        Assert.Equal($"town.{format}: {problem}", Assert.Throws<BallotFormatException>(() => reader.OfPath(path)).Message);
        Assert.Equal($"{reader.Source}: {problem}", Assert.Throws<BallotFormatException>(() => reader.OfStream(stream)).Message);
        var exception = Assert.Throws<BallotFormatException>(() => reader.OfBytes(Utf8(reader.Bad)));
        Assert.Equal($"{reader.Source}: {problem}", exception.Message);
        Assert.Equal(problem, exception.Diagnostic.ToString());
        Assert.Equal((exception.Diagnostic.Line, exception.Diagnostic.Column), (exception.Line, exception.Column));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Read_NothingThere_IsAnotherError(string format)
    {
        using var folder = new TemporaryFolder();

        Assert.Throws<ArgumentNullException>(() => Readers[format].OfStream(null!));
        Assert.Throws<ArgumentNullException>(() => Readers[format].OfPath(null!));
        Assert.Throws<FileNotFoundException>(() => Readers[format].OfPath(folder.Write("a", "") + ".none"));
    }

    [Fact]
    public void RctabConfig_FileStreamAndBytes_GiveTheSame()
    {
        using var folder = new TemporaryFolder();
        var good = RctabFiles.Config();
        using var stream = new MemoryStream(Utf8(good));
        Assert.True(RctabConfig.TryRead(Utf8(good), out var tried, out var none));
        Assert.Null(none);
        foreach (var config in new[] { RctabConfig.Read(folder.Write("c.json", good)), RctabConfig.Read(stream), tried })
        {
            Assert.Equal(("Mayor", 3, -17L), (config!.ContestName, config.Candidates.Length, config.Rules.RandomSeed));
        }

        using var broken = new MemoryStream(Utf8("{"));
        var problem = Assert.Throws<BallotFormatException>(() => RctabConfig.Read(broken)).Message;
        Assert.StartsWith("RCTab configuration: line 1, column ", problem, StringComparison.Ordinal);
        Assert.Equal("c2.json: " + problem["RCTab configuration: ".Length..], Assert.Throws<BallotFormatException>(() => RctabConfig.Read(folder.Write("c2.json", "{"))).Message);
    }

    [Fact]
    public void RctabNormalized_FileAndBytes_GiveTheSame()
    {
        using var folder = new TemporaryFolder();
        var config = RctabConfig.Read(Utf8(RctabFiles.Config()));
        var table = RctabFiles.Header + "f.csv,ess,,1,,,,,,Ada,\"undervote\",Cleo\r\n\r\nf.csv,ess,,2,,,,,,\"Ben\",,\r\n";

        var ofFile = RctabCvr.ReadNormalized(config, folder.Write("x_rctab_cvr.csv", table));
        Assert.Equal(["1: Ada > - > Cleo", "1: Ben"], Of(ofFile));
        Assert.Equal("x_rctab_cvr.csv", ofFile.Contest.Batches[0].Source);
        Assert.Equal(ofFile.Contest.Profile.Digest, RctabCvr.ReadNormalized(config, Utf8(table)).Contest.Profile.Digest);
        Assert.True(RctabCvr.TryReadNormalized(config, Utf8(table), out var tried, out _));
        Assert.Equal(ofFile.Contest.Profile.Digest, tried.Contest.Profile.Digest);
    }

    [Fact]
    public void BallotFormatException_WithoutAPlace_ConcernsTheWholeFile()
    {
        var cause = new InvalidOperationException("x");

        Assert.Equal((0L, 0, "The file is not in a known ballot format."), Parts(new BallotFormatException()));
        Assert.Equal((0L, 0, "no"), Parts(new BallotFormatException("no")));
        Assert.Equal((0L, 0, "no"), Parts(new BallotFormatException("no", cause)));
        Assert.Same(cause, new BallotFormatException("no", cause).InnerException);
        Assert.Equal("line 3: no", new BallotDiagnostic(3, 0, "no").ToString());

        static (long Line, int Column, string Message) Parts(BallotFormatException exception)
        {
            Assert.Equal(exception.Message, exception.Diagnostic.ToString());
            return (exception.Line, exception.Column, exception.Message);
        }
    }
}
