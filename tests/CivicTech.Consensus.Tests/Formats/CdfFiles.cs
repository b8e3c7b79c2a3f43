namespace CivicTech.Tests.Consensus.Formats;

/// <summary>Small reports in the common data format.</summary>
internal static class CdfFiles
{
    internal const string Selections =
        """[{"@id": "sa", "CandidateIds": ["a"]}, {"@id": "sb", "CandidateIds": ["b"]}, {"@id": "sb2", "CandidateIds": ["b"]}, {"@id": "sw", "IsWriteIn": true}]""";

    /// <summary>A mark on its own position.</summary>
    internal static string Mark(string selection, string position) => $$"""{"ContestSelectionId": "{{selection}}", "SelectionPosition": [{{position}}]}""";

    internal static string At(int rank, string more = "") => $$"""{"HasIndication": "yes", "NumberVotes": 1, "Rank": {{rank}}{{more}}}""";

    internal static string Record(params string[] marks) =>
        $$"""{"CurrentSnapshotId": "now", "CVRSnapshot": [{"@id": "then", "Type": "original"}, {"@id": "now", "CVRContest": [{"ContestId": "other"}, {"ContestId": "c", "CVRContestSelection": [{{string.Join(",", marks)}}]}]}]}""";

    internal static string Report(string records, string selections = Selections, string contest = "") =>
        $$"""
        {"Version": "1.0.0", "CVR": [{{records}}], "Party": [{"@id": "p", "Name": "Greens"}],
         "Election": [{"Candidate": [{"@id": "a", "Name": "Ada"}, {"@id": "b", "Name": "Ben"}],
          "Contest": [{"@id": "c", "Name": "Mayor", "NumberElected": 2{{contest}}, "ContestSelection": {{selections}}}]}]}
        """;
}
