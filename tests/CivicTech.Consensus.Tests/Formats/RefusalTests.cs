using CivicTech.Consensus.Formats;
using static CivicTech.Tests.Consensus.Formats.Ballots;
using static CivicTech.Tests.Consensus.Formats.CdfFiles;

namespace CivicTech.Tests.Consensus.Formats;

/// <summary>What is of the wrong shape, named by its place.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("\"candidates\": [", "\"candidates\": {\"x\": [", "]}, \"rules\"", "candidates: expected a list")]
    [InlineData("\"aliases\": [\"1\", \"Countess\"]", "\"aliases\": \"1\"", null, "candidates[0].aliases: expected a list")]
    [InlineData("\"aliases\": [\"1\", \"Countess\"]", "\"aliases\": [true]", null, "candidates[0].aliases: expected a list of texts")]
    [InlineData("\"contestName\": \"Mayor\"", "\"contestName\": [\"Mayor\"]", null, "outputSettings.contestName: expected a text")]
    [InlineData("\"outputSettings\": {", "\"outputSettings\": 7, \"other\": {", null, "outputSettings: expected an object")]
    [InlineData("\"filePath\": \"votes.csv\"", "\"filePath\": {}", null, "cvrFileSources[0].filePath: expected a text")]
    public void RctabConfig_MemberOfAnotherShape_IsNamed(string part, string otherwise, string? end, string problem)
    {
        var file = RctabFiles.Config();
        var broken = file.Replace(part, otherwise, StringComparison.Ordinal);
        broken = end is null ? broken : broken.Replace("], \"rules\"", end, StringComparison.Ordinal);
        Assert.NotEqual(file, broken);

        Assert.False(RctabConfig.TryRead(Utf8(broken), out var config, out var diagnostic));
        Assert.Null(config);
        Assert.Contains(problem, diagnostic.Message, StringComparison.Ordinal);
        Assert.Matches("^line [12], column [0-9]+: ", diagnostic.ToString());
    }

    // Each problem is told once, and the place is that of the first.
    [Fact]
    public void RctabConfig_SeveralProblems_AreAllNamed()
    {
        var broken = RctabFiles.Config(rules: RctabFiles.Rules.Replace("\"4\"", "\"x\"", StringComparison.Ordinal).Replace("\"max\"", "[]", StringComparison.Ordinal));

        Assert.False(RctabConfig.TryRead(Utf8(broken), out _, out var diagnostic));
        Assert.Equal(
            "rules.decimalPlacesForVoteArithmetic: found 'x'; expected a whole number from 1 to 20; rules.maxRankingsAllowed: expected a text; rules.maxRankingsAllowed: found ''; expected 'max' or a whole number from 1",
            diagnostic.Message);
        Assert.Equal('"', broken.Split('\n')[(int)diagnostic.Line - 1][diagnostic.Column - 1]);
    }

    [Theory]
    [InlineData("""{"filePath": "a", "provider": "genericCsv", "firstVoteColumnIndex": 1, "firstVoteRowIndex": 2, "overvoteLabel": "both"}""", "cvrFileSources[0].overvoteLabel: an overvote without names needs the overvoteRule")]
    [InlineData("""{"filePath": "a", "provider": "ess", "firstVoteColumnIndex": 1, "firstVoteRowIndex": 2}""", "cvrFileSources[0].overvoteDelimiter: is required with the overvoteRule exhaustIfMultipleContinuing")]
    public void RctabConfig_SourceThatCannotSayAnOvervote_IsRefused(string source, string problem)
    {
        Assert.False(RctabConfig.TryRead(Utf8(RctabFiles.Config(source: source, rules: RctabFiles.Rules.Replace("exhaustImmediately", "exhaustIfMultipleContinuing", StringComparison.Ordinal))), out _, out var diagnostic));
        Assert.Contains(problem, diagnostic.Message, StringComparison.Ordinal);
        Assert.True(RctabConfig.TryRead(Utf8(RctabFiles.Config(source: source)), out _, out _));
    }

    [Fact]
    public void Cdf_SeveralContestsOfOneName_AreRefused()
    {
        var twice = Report("").Replace("\"Contest\": [", "\"Contest\": [{\"@id\": \"d\", \"Name\": \"Mayor\"},", StringComparison.Ordinal);

        Assert.Contains("the file has several contests 'Mayor'", Refusal(twice, new() { Contest = "Mayor" }), StringComparison.Ordinal);
        Assert.Contains("the file has no contest 'Judge'", Refusal(twice, new() { Contest = "Judge" }), StringComparison.Ordinal);
        Assert.Contains("the file has 2 contests; name the one to read", Refusal(twice, CdfReadOptions.Default), StringComparison.Ordinal);

        // By its @id it is one.
        Assert.Equal("Mayor", CdfJson.Read(Utf8(twice), new CdfReadOptions { Contest = "c" }).Contest.Title);
    }

    // The place is that of the value, or of the object that lacks a member.
    [Theory]
    [InlineData("\"Name\": \"Mayor\"", "\"Name\": 7", "7, \"NumberElected", "Name: expected a text")]
    [InlineData("\"@id\": \"b\", \"Name\"", "\"@id\": \"a\", \"Name\"", "{\"@id\": \"a\", \"Name\": \"Ben\"", "something before has the same @id")]
    [InlineData("\"@id\": \"c\", \"Name\"", "\"Name\"", "{\"Name\": \"Mayor\"", "expected the member @id")]
    [InlineData("\"NumberElected\": 2", "\"NumberElected\": 0", "0, \"ContestSelection", "NumberElected: found '0'; expected a whole number from 1")]
    public void Cdf_MemberOfAnotherShape_IsNamed(string part, string otherwise, string place, string problem)
    {
        var broken = Report("").Replace(part, otherwise, StringComparison.Ordinal);
        var before = broken[..broken.IndexOf(place, StringComparison.Ordinal)].Split('\n');

        Assert.StartsWith($"line {before.Length}, column {before[^1].Length + 1}: {problem}", Problem(CdfJson.TryRead, broken), StringComparison.Ordinal);
    }

    [Fact]
    public void RctabCdf_MarksWithoutRanksAndOvervotes_AreUnderstood()
    {
        const string Source = """{"filePath": "a.json", "provider": "cdf", "contestId": "Mayor", "overvoteLabel": "both"}""";
        var config = RctabConfig.Read(Utf8(RctabFiles.Config(source: Source, candidates: """[{"name": "Ada"}, {"name": "Ben"}]""")));
        const string WithOvervote = """[{"@id": "sa", "CandidateIds": ["a"]}, {"@id": "so", "Selection": "both"}]""";

        var reading = RctabCvr.Read(config, _ => Utf8(Report(Record(Mark("so", At(1)), Mark("sa", At(2))), WithOvervote)));
        Assert.Equal(["1: overvote > Ada"], Of(reading));
        Assert.Equal("overvote", reading.Contest.UnnamedOvervote);

        var exception = Assert.Throws<BallotFormatException>(() => RctabCvr.Read(config, _ => Utf8(Report(Record(Mark("sa", """{"NumberVotes": 1}"""))))));
        Assert.Contains("expected a Rank", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, exception.Line);
    }

    private static string Refusal(string file, CdfReadOptions options) => Assert.Throws<BallotFormatException>(() => CdfJson.Read(Utf8(file), options)).Message;
}
