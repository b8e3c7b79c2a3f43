using CivicTech.Consensus.Formats;
using static CivicTech.Tests.Consensus.Formats.Ballots;
using static CivicTech.Tests.Consensus.Formats.RctabFiles;

namespace CivicTech.Tests.Consensus.Formats;

public sealed class RctabConfigTests
{
    [Fact]
    public void Read_Config_GivesEveryValue()
    {
        var config = RctabConfig.Read(Utf8(Config(output: ", \"tabulateByBatch\": false, \"contestOffice\": \"M\"")));
        Assert.Equal(("Mayor", "M", "TEST", false), (config.ContestName, config.ContestOffice, config.TabulatorVersion, config.TabulateByPrecinct));
        var source = Assert.Single(config.CvrFileSources);
        Assert.Equal(("votes.csv", "genericCsv", 3, 2, "Write-In"), (source.FilePath, source.Provider, source.FirstVoteColumnIndex, source.FirstVoteRowIndex, source.UndeclaredWriteInLabel));
        Assert.Equal(["Ada", "Ben", "Cleo"], config.Candidates.Select(candidate => candidate.Name));
        Assert.Equal(["1", "Countess"], config.Candidates[0].Aliases.ToArray());
        Assert.Equal(["7"], config.Candidates[2].Aliases.ToArray());
        Assert.True(config.Candidates[1].IsExcluded);
        var rules = config.Rules;
        Assert.Equal((-17L, 1, 4, true), (rules.RandomSeed, rules.NumberOfWinners, rules.DecimalPlacesForVoteArithmetic, rules.BatchElimination));
        Assert.Equal((null, null, null), (rules.MaxSkippedRanksAllowed, rules.MaxRankingsAllowed, rules.StopTabulationEarlyAfterRound));
        Assert.Equal("exhaustImmediately", rules.OvervoteRule);
    }

    public static TheoryData<string, string> RulesThatRctabRefuses() => new()
    {
        { "\"tiebreakMode\": \"whatever\"", "rules.tiebreakMode: found 'whatever'" },
        { "\"overvoteRule\": \"x\"", "rules.overvoteRule: found 'x'" },
        { "\"winnerElectionMode\": \"standard\"", "rules.winnerElectionMode: found 'standard'" },
        { "\"randomSeed\": \"\"", "rules.randomSeed: is required where ties are drawn" },
        { "\"randomSeed\": \"140737488355328\"", "rules.randomSeed: found '140737488355328'" },
        { "\"numberOfWinners\": \"\"", "rules.numberOfWinners: expected a whole number" },
        { "\"numberOfWinners\": \"0\"", "rules.winnerElectionMode: no winner goes with" },
        { "\"numberOfWinners\": \"1\", \"winnerElectionMode\": \"bottomsUp\"", "rules.winnerElectionMode: one winner goes with" },
        { "\"numberOfWinners\": \"2\", \"winnerElectionMode\": \"bottomsUp\"", "rules.batchElimination: cannot be true with several winners" },
        { "\"numberOfWinners\": \"2\", \"winnerElectionMode\": \"bottomsUp\", \"continueUntilTwoCandidatesRemain\": true", "rules.continueUntilTwoCandidatesRemain: cannot be true" },
        { "\"numberOfWinners\": \"2\", \"winnerElectionMode\": \"multiPassIrv\", \"doesFirstRoundDetermineThreshold\": true", "rules.doesFirstRoundDetermineThreshold: cannot be true" },
        { "\"numberOfWinners\": \"0\", \"winnerElectionMode\": \"bottomsUpUsingPercentageThreshold\"", "rules.multiSeatBottomsUpPercentageThreshold: found ''" },
        { "\"numberOfWinners\": \"1\", \"winnerElectionMode\": \"bottomsUpUsingPercentageThreshold\"", "rules.numberOfWinners: expected 0" },
        { "\"multiSeatBottomsUpPercentageThreshold\": \"100.1\"", "rules.multiSeatBottomsUpPercentageThreshold: found '100.1'" },
        { "\"decimalPlacesForVoteArithmetic\": 21", "rules.decimalPlacesForVoteArithmetic: found '21'" },
        { "\"maxSkippedRanksAllowed\": -3", "rules.maxSkippedRanksAllowed: found '-3'" },
        { "\"maxRankingsAllowed\": 0", "rules.maxRankingsAllowed: found '0'" },
        { "\"stopTabulationEarlyAfterRound\": 0", "rules.stopTabulationEarlyAfterRound: found '0'" },
        { "\"hareQuota\": true", "rules.hareQuota: cannot be true with the winnerElectionMode" },
        { "\"nonIntegerWinningThreshold\": true", "rules.nonIntegerWinningThreshold: cannot be true with" },
        { "\"hareQuota\": true, \"nonIntegerWinningThreshold\": true", "rules.hareQuota: cannot be true together" },
        { "\"hareQuota\": \"perhaps\"", "rules.hareQuota: found 'perhaps'; expected true or false" },
    };

    // A member given later stands for the one before: the base document loses it first.
    [Theory]
    [MemberData(nameof(RulesThatRctabRefuses))]
    public void TryRead_RulesThatRctabRefuses_AreRefusedByName(string members, string problem)
    {
        var rules = System.Text.Json.Nodes.JsonNode.Parse(Rules)!.AsObject();
        foreach (var (name, value) in System.Text.Json.Nodes.JsonNode.Parse($"{{{members}}}")!.AsObject())
        {
            rules[name] = value?.DeepClone();
        }

        Refused(Config(rules: rules.ToJsonString()), problem);
    }

    [Theory]
    [InlineData("", "cvrFileSources: expected at least one file")]
    [InlineData("""{"provider": "genericCsv", "firstVoteColumnIndex": 1, "firstVoteRowIndex": 1}""", "cvrFileSources[0].filePath: is required")]
    [InlineData("""{"filePath": "a", "provider": "paper"}""", "cvrFileSources[0].provider: found 'paper'")]
    [InlineData("""{"filePath": "a", "provider": "genericCsv", "firstVoteColumnIndex": 1}""", "cvrFileSources[0].firstVoteRowIndex: expected a whole number")]
    [InlineData("""{"filePath": "a", "provider": "ess", "firstVoteColumnIndex": 3, "firstVoteRowIndex": 0}""", "cvrFileSources[0].firstVoteRowIndex: found '0'")]
    [InlineData("""{"filePath": "a", "provider": "ess", "firstVoteColumnIndex": 3, "firstVoteRowIndex": 2, "overvoteDelimiter": "a-b"}""", "cvrFileSources[0].overvoteDelimiter: expected a sign")]
    [InlineData("""{"filePath": "a", "provider": "ess", "firstVoteColumnIndex": 3, "firstVoteRowIndex": 2, "overvoteDelimiter": "|", "overvoteLabel": "o"}""", "cvrFileSources[0].overvoteDelimiter: a source has")]
    [InlineData("""{"filePath": "a", "provider": "ess", "firstVoteColumnIndex": 3, "firstVoteRowIndex": 2, "skippedRankLabel": "x", "overvoteLabel": "X"}""", "cvrFileSources[0].overvoteLabel: 'X' is reserved or")]
    [InlineData("""{"filePath": "a", "provider": "ess", "firstVoteColumnIndex": 3, "firstVoteRowIndex": 2, "contestId": "1"}""", "cvrFileSources[0].contestId: has no meaning")]
    [InlineData("""{"filePath": "a.xml", "provider": "cdf"}""", "cvrFileSources[0].contestId: is required")]
    [InlineData("""{"filePath": "a.txt", "provider": "cdf", "contestId": "c"}""", "cvrFileSources[0].filePath: expected a .json or .xml")]
    [InlineData("""{"filePath": "a", "provider": "hart", "contestId": "c", "precinctColumnIndex": 3}""", "cvrFileSources[0].precinctColumnIndex: has no meaning")]
    [InlineData("""{"filePath": "a", "provider": "hart", "contestId": "c", "overvoteLabel": "o"}""", "cvrFileSources[0].overvoteLabel: has no meaning")]
    [InlineData("""{"filePath": "a", "provider": "hart", "contestId": "c", "treatBlankAsUndeclaredWriteIn": true}""", "cvrFileSources[0].treatBlankAsUndeclaredWriteIn: has no meaning")]
    [InlineData(Source + "," + Source, "cvrFileSources: the file 'votes.csv' is named twice")]
    [InlineData("""{"filePath": "a\u0000", "provider": "hart", "contestId": "c"}""", "cvrFileSources[0].filePath: holds a zero character")]
    [InlineData("7", "cvrFileSources[0]: expected an object")]
    public void TryRead_SourcesThatRctabRefuses_AreRefusedByName(string sources, string problem) => Refused(Config(source: sources), problem);

    [Theory]
    [InlineData("[]", "candidates: expected at least one candidate")]
    [InlineData("""[{"name": "A", "excluded": true}]""", "candidates: expected at least one candidate that is not excluded")]
    [InlineData("""[{"name": " "}]""", "candidates[0].name: is required")]
    [InlineData("""[{"name": "A", "aliases": ["B"]}, {"name": "B"}]""", "candidates: the name or alias 'B' is given twice")]
    [InlineData("""[{"name": "Exhausted"}]""", "candidates: the name or alias 'Exhausted' is reserved")]
    [InlineData("""[{"name": "write-in"}]""", "candidates: the name or alias 'write-in' is reserved or stands for something else")]
    [InlineData("{}", "candidates: expected a list")]
    public void TryRead_CandidatesThatRctabRefuses_AreRefusedByName(string candidates, string problem) => Refused(Config(candidates: candidates), problem);

    [Fact]
    public void TryRead_PrecinctsWithoutAColumn_AreRefused()
    {
        const string Ess = """{"filePath": "a", "provider": "ess", "firstVoteColumnIndex": 3, "firstVoteRowIndex": 2}""";
        Refused(Config(source: Ess, output: ", \"tabulateByPrecinct\": true"), "cvrFileSources[0].precinctColumnIndex: is required with outputSettings.tabulateByPrecinct");
        Refused(Config(source: Ess, output: ", \"tabulateByBatch\": true"), "cvrFileSources[0].batchColumnIndex: is required with outputSettings.tabulateByBatch");
        Refused(Config(source: """{"filePath": "a.json", "provider": "cdf", "contestId": "c"}""", output: ", \"tabulateByBatch\": true"), "outputSettings.tabulateByBatch: RCTab has no such results");
    }

    [Theory]
    [InlineData("", "expected JSON")]
    [InlineData("[]", "expected an RCTab configuration")]
    [InlineData("{\"rules\": 1}", "rules: expected an object")]
    [InlineData("{\"a\": 1, \"a\": 2}", "the member 'a' stands in one object twice")]
    [InlineData("{\"a\": \"\\ud800\"}", "half a surrogate pair")]
    [InlineData("{} x", "expected JSON")]
    public void TryRead_NoConfiguration_IsRefused(string file, string problem) => Refused(file, problem);

    [Fact]
    public void TryRead_DeepJson_IsRefused() => Refused(new string('[', 100_000), "at most 64 levels deep");

    private static void Refused(string file, string problem)
    {
        Assert.False(RctabConfig.TryRead(Utf8(file), out var config, out var diagnostic));
        Assert.Null(config);
        Assert.Contains(problem, diagnostic.Message, StringComparison.Ordinal);
    }
}
