using System.Text.Json;
using CivicTech.Ballots;
using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using static CivicTech.Tests.Consensus.Formats.Ballots;
using static CivicTech.Tests.Consensus.Formats.CdfFiles;

namespace CivicTech.Tests.Consensus.Formats;

public sealed class CdfJsonTests
{
    private static readonly DateTimeOffset Time = new(2026, 5, 1, 12, 0, 0, TimeSpan.FromHours(2));

    private static ContestReading Read(params string[] records) => CdfJson.Read(Utf8(Report(string.Join(",", records))));

    [Fact]
    public void Read_Ranks_StandOnPositionsOrOnTheSelection()
    {
        var reading = Read(
            Record(Mark("sb", At(3)), Mark("sa", At(1) + "," + At(2))),
            Record(Mark("sa", At(1)), Mark("sb", At(1)), Mark("sw", At(4))),
            Record("""{"ContestSelectionId": "sa", "Rank": 2, "SelectionPosition": [{"HasIndication": "yes", "NumberVotes": 1}, {"HasIndication": "yes", "NumberVotes": 1}]}"""),
            Record());
        Assert.Equal(["1: ", "1: - > Ada", "1: Ada > Ada > Ben", "1: Ada=Ben > - > - > Undeclared Write-ins"], Of(reading));
        Assert.Equal((2, "Mayor", "Undeclared Write-ins"), (reading.Contest.Seats, reading.Contest.Title, reading.Contest.WriteIns));
        Assert.Equal(["Ada", "Ben", "Undeclared Write-ins"], reading.Contest.Candidates);
    }

    [Fact]
    public void Read_MarksThatDoNotCount_AreLeftOut()
    {
        var reading = Read(
            Record(Mark("sa", """{"HasIndication": "no", "NumberVotes": 1, "Rank": 1}"""), Mark("sb", At(2, ", \"IsAllocable\": \"no\"")), Mark("sa", At(3, ", \"IsAllocable\": \"unknown\""))),
            Record("""{"ContestSelectionId": "sb", "Status": ["needs-adjudication"], "SelectionPosition": []}"""));
        Assert.Equal(["1: ", "1: - > - > Ada"], Of(reading));
        Assert.Contains("needs adjudication", Assert.Single(reading.Remarks).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WriteInOnAPosition_IsTheWriteIn() =>
        Assert.Equal(["1: Undeclared Write-ins > Ada"], Of(Read(Record(Mark("sa", At(1, ", \"CVRWriteIn\": {\"Text\": \"Zoe\"}") + "," + At(2))))));

    [Fact]
    public void Read_CandidateOnTwoLists_IsOne() => Assert.Equal(["1: Ben > Ada"], Of(Read(Record(Mark("sb", At(1)), Mark("sb2", At(1)), Mark("sa", At(2))))));

    [Fact]
    public void Read_RecordsWithoutTheContest_AreOtherPapers() =>
        Assert.Equal(["1: Ada"], Of(Read(Record(Mark("sa", At(1))), """{"CurrentSnapshotId": "s", "CVRSnapshot": [{"@id": "s", "CVRContest": [{"ContestId": "other"}]}]}""")));

    [Fact]
    public void Read_OriginalSnapshot_IsReadWhenAsked()
    {
        const string Record =
            """{"CurrentSnapshotId": "2", "CVRSnapshot": [{"@id": "2", "Type": "interpreted", "CVRContest": [{"ContestId": "c"}]}, {"@id": "1", "Type": "original", "CVRContest": [{"ContestId": "c", "CVRContestSelection": [{"ContestSelectionId": "sa", "SelectionPosition": [{"Rank": 1}]}]}]}]}""";
        Assert.Equal(["1: "], Of(CdfJson.Read(Utf8(Report(Record)))));
        Assert.Equal(["1: Ada"], Of(CdfJson.Read(Utf8(Report(Record)), new CdfReadOptions { UsesOriginalSnapshot = true })));
    }

    [Fact]
    public void Read_SeveralContests_OneIsNamed()
    {
        var file = Report(Record(Mark("sa", At(1)))).Replace("\"Contest\": [", "\"Contest\": [{\"@id\": \"d\", \"Name\": \"Dean\"},", StringComparison.Ordinal);
        Assert.Contains("the file has 2 contests; name the one to read", Problem(CdfJson.TryRead, file), StringComparison.Ordinal);
        Assert.Equal(["1: Ada"], Of(CdfJson.Read(Utf8(file), new CdfReadOptions { Contest = "Mayor" })));
        Assert.Equal(["1: Ada"], Of(CdfJson.Read(Utf8(file), new CdfReadOptions { Contest = "c" })));
        Assert.Throws<BallotFormatException>(() => CdfJson.Read(Utf8(file), new CdfReadOptions { Contest = "e" }));
    }

    [Fact]
    public void Read_OvervoteLabel_IsTheUnnamedOvervote() =>
        Assert.Equal("Ben", CdfJson.Read(Utf8(Report(Record(Mark("sb", At(1))))), new CdfReadOptions { OvervoteLabel = "Ben" }).Contest.UnnamedOvervote);

    [Fact]
    public void Read_NoRanks_GivesApprovalsWithinTheVotesAllowed()
    {
        const string One = """{"HasIndication": "yes", "NumberVotes": 1}""";
        var records = string.Join(",", Record(Mark("sa", One), Mark("sb", One)), Record(Mark("sa", One), Mark("sb", One), Mark("sw", One)), Record());
        var reading = CdfJson.Read(Utf8(Report(records, contest: ", \"VotesAllowed\": 2")));
        Assert.Equal(["1: Ada,Ben", "2: "], Of(reading));
        Assert.Equal("ballots with more votes than VotesAllowed count as empty", Assert.Single(reading.Remarks).Message);
    }

    [Fact]
    public void Read_SeveralVotesForOne_GivesPoints()
    {
        var profile = Assert.IsType<CardinalProfile>(Read(Record(Mark("sa", """{"NumberVotes": 2}, {"NumberVotes": 1}"""), Mark("sb", """{"NumberVotes": 1}"""))).Contest.Profile);
        Assert.Equal([3, 1], profile.ScoresOf(0).ToArray());
    }

    public static TheoryData<string, string> BrokenReports() => new()
    {
        { "[]", "line 1, column 1: expected a CastVoteRecordReport" },
        { "{\"CVR\": []}", "expected the member Election" },
        { "{\"CVR\": [], \"CVR\": []}", "line 1, column 13: the member 'CVR' stands in one object twice" },
        { Report("").Replace("\"CVR\": []", "\"CVR\": 7", StringComparison.Ordinal), "line 1, column 29: CVR: expected a list" },
        { Report(Record(Mark("sx", At(1)))), "found the ContestSelectionId 'sx'; expected that of a selection" },
        { Report(Record(Mark("sa", At(0)))), "Rank: found '0'; expected a whole number from 1" },
        { Report(Record(Mark("sa", At(2_000_000_000)))), "Rank: found '2000000000'" },
        { Report(Record(Mark("sa", At(1)), Mark("sb", """{"NumberVotes": 1}"""))), "expected a Rank, as other marks of the ballot have" },
        { Report(Record(Mark("sb", """{"NumberVotes": 1}"""), Mark("sa", At(1)))), "found a Rank; other marks of the ballot have none" },
        { Report(Record(Mark("sa", At(1))) + "," + Record(Mark("sa", """{"NumberVotes": 1}"""))), "some ballots of the contest have ranks and others have not" },
        { Report(Record().Replace("\"now\", \"CVRContest", "\"later\", \"CVRContest", StringComparison.Ordinal)), "expected the CurrentSnapshotId of one of the record's snapshots" },
        { Report("{}"), "expected the CurrentSnapshotId" },
        { Report(Record().Replace("\"other\"", "\"c\"", StringComparison.Ordinal)), "the snapshot holds the contest twice" },
        { Report("", """[{"@id": "sa", "CandidateIds": ["z"]}]"""), "found 'z'; expected the @id of a Candidate" },
        { Report("", """[{"@id": "sa"}]"""), "expected CandidateIds, PartyIds or Selection" },
        { Report("", """[{"@id": "sa", "Selection": "Yes"}, {"@id": "sa", "Selection": "No"}]"""), "a selection before has the same @id" },
        { Report("", """[{"@id": "sa", "Selection": "Ada"}, {"@id": "sb", "CandidateIds": ["a"]}]"""), "two candidates are called 'Ada'" },
        { Report("x"), "expected JSON" },
        { Report("") + "}", "expected JSON" },
        { "{\"Election\": " + new string('[', 1000), "at most 64 levels deep" },
    };

    [Theory]
    [MemberData(nameof(BrokenReports))]
    public void TryRead_Broken_SaysWhatWasExpected(string file, string problem) => Assert.Contains(problem, Problem(CdfJson.TryRead, file), StringComparison.Ordinal);

    [Fact]
    public void Read_PartiesAndMeasures_AreCalledByTheirNames() =>
        Assert.Equal(["Greens", "Yes"], CdfJson.Read(Utf8(Report("", """[{"@id": "1", "PartyIds": ["p"]}, {"@id": "2", "Selection": "Yes"}]"""))).Contest.Candidates);

    [Fact]
    public void Write_Contest_IsReadBackAndHasWhatTheSchemaRequires()
    {
        var rankings = new OrdinalProfileBuilder(new CandidateList("Ada", "Ben", "Other"));
        rankings.Add([0, 1, 2, 0], [2, 2, 4, 5], 2);
        rankings.Add([], 1);
        var contest = new Contest(rankings.Build(), 3) { Title = "T", WriteIns = "Other" };
        var file = CdfJson.Write(contest, Time);
        Assert.Equal(contest.Profile.Digest, CdfJson.Read(file).Contest.Profile.Digest);
        using var json = JsonDocument.Parse(file);
        Assert.Equal("2026-05-01T12:00:00+02:00", json.RootElement.GetProperty("GeneratedDate").GetString());
        Assert.Superset(
            new HashSet<string> { "@type", "Election", "GeneratedDate", "GpUnit", "ReportGeneratingDeviceIds", "ReportingDevice", "Version" },
            json.RootElement.EnumerateObject().Select(member => member.Name).ToHashSet());

        var approvals = new ApprovalProfileBuilder(new CandidateList("Ada", "Ben"));
        approvals.Add([1], 2);
        var other = new Contest(approvals.Build());
        Assert.Equal(other.Profile.Digest, CdfJson.Read(CdfJson.Write(other, Time)).Contest.Profile.Digest);
        Assert.Throws<ArgumentException>(() => CdfJson.Write(new Contest(other.Profile) { Withdrawn = ["Ben"] }, Time));
    }

    [Fact]
    public void Read_RctabSource_ResolvesAliases()
    {
        const string Source = """{"filePath": "a.json", "provider": "cdf", "contestId": "Mayor"}""";
        var config = RctabConfig.Read(Utf8(RctabFiles.Config(source: Source, candidates: """[{"name": "Countess", "aliases": ["Ada"]}, {"name": "Ben"}]""")));
        var reading = RctabCvr.Read(config, _ => Utf8(Report(Record(Mark("sa", At(1)), Mark("sw", At(2))))));
        Assert.Equal(["1: Countess > Undeclared Write-ins"], Of(reading));
        Assert.Contains(
            "'Ada' has a vote, but is no declared candidate",
            Assert.Throws<BallotFormatException>(() => RctabCvr.Read(RctabConfig.Read(Utf8(RctabFiles.Config(source: Source, candidates: """[{"name": "Ben"}]"""))), _ => Utf8(Report(Record(Mark("sa", At(1))))))).Message,
            StringComparison.Ordinal);
    }
}
