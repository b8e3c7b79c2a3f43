namespace CivicTech.Tests.Consensus.Formats;

/// <summary>Small RCTab files.</summary>
internal static class RctabFiles
{
    internal const string Source = """{"filePath": "votes.csv", "provider": "genericCsv", "firstVoteColumnIndex": "3", "firstVoteRowIndex": 2, "undeclaredWriteInLabel": "Write-In"}""";

    internal const string Rules =
        """
        {"tiebreakMode": "random", "overvoteRule": "exhaustImmediately", "winnerElectionMode": "singleWinnerMajority", "randomSeed": "-17",
         "numberOfWinners": 1, "decimalPlacesForVoteArithmetic": "4", "maxSkippedRanksAllowed": "unlimited", "maxRankingsAllowed": "max", "batchElimination": "True"}
        """;

    internal const string Candidates = """[{"name": "Ada", "aliases": ["1", "Countess"]}, {"name": "Ben", "excluded": true}, {"name": "Cleo", "code": "7"}]""";

    internal const string Header = "Source Filepath,CVR Provider,Contest Id,RCTab CVR Id,Tabulator Id,Batch Id,Vendor Id,Precinct,Precinct Portion,Rank 1,Rank 2,Rank 3\r\n";

    internal static string Config(string source = Source, string rules = Rules, string candidates = Candidates, string output = "") =>
        $$"""
        {"tabulatorVersion": "TEST", "outputSettings": {"contestName": "Mayor"{{output}}}, "unknown": [null, {}],
         "cvrFileSources": [{{source}}], "candidates": {{candidates}}, "rules": {{rules}}}
        """;
}
