using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>A contest as a report in the common data format.</summary>
internal static class CdfWriter
{
    private const string ElectionId = "election-1";
    private const string ContestId = "contest-1";
    private const string UnitId = "unit-1";
    private const string DeviceId = "device-1";

    internal static byte[] Write(Contest contest, DateTimeOffset generatedAt)
    {
        if (contest.Profile is not (OrdinalProfile or ApprovalProfile))
        {
            throw new ArgumentException($"The common data format has no place here for {contest.Profile.Kind} ballots.", nameof(contest));
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Start(json, "CVR.CastVoteRecordReport", null);
            json.WriteString("Version", "1.0.0");
            json.WriteString("GeneratedDate", generatedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
            Single(json, "GpUnit", "CVR.GpUnit", UnitId, () => json.WriteString("Type", "other"));
            json.WriteStartArray("ReportGeneratingDeviceIds");
            json.WriteStringValue(DeviceId);
            json.WriteEndArray();
            Single(json, "ReportingDevice", "CVR.ReportingDevice", DeviceId, () => json.WriteString("Application", "CivicTech.Consensus"));
            Single(json, "Election", "CVR.Election", ElectionId, () => WriteElection(json, contest));
            json.WriteStartArray("CVR");
            var number = 0L;
            for (var ballot = 0; ballot < contest.Profile.DistinctBallots; ballot++)
            {
                for (var i = 0L; i < contest.Profile.WeightOf(ballot); i++)
                {
                    WriteRecord(json, contest.Profile, ballot, ++number);
                }
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        var file = buffer.WrittenSpan.ToArray();
        WrittenContest.Check(file, CdfJson.TryRead(file, out var again, out var problem), again, problem, contest, "common data");
        return file;
    }

    private static void WriteElection(Utf8JsonWriter json, Contest contest)
    {
        json.WriteString("ElectionScopeId", UnitId);
        json.WriteStartArray("Candidate");
        for (var i = 0; i < contest.Candidates.Count; i++)
        {
            Start(json, "CVR.Candidate", Id("candidate", i));
            json.WriteString("Name", contest.Candidates[i]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Single(json, "Contest", "CVR.CandidateContest", ContestId, () =>
        {
            json.WriteString("Name", contest.Title);
            json.WriteNumber("NumberElected", contest.Seats);
            json.WriteStartArray("ContestSelection");
            for (var i = 0; i < contest.Candidates.Count; i++)
            {
                Start(json, "CVR.CandidateSelection", Id("selection", i));
                json.WriteStartArray("CandidateIds");
                json.WriteStringValue(Id("candidate", i));
                json.WriteEndArray();
                if (contest.Candidates[i] == contest.WriteIns)
                {
                    json.WriteBoolean("IsWriteIn", true);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static void WriteRecord(Utf8JsonWriter json, Profile profile, int ballot, long number)
    {
        var snapshot = $"ballot-{number.ToString(CultureInfo.InvariantCulture)}";
        Start(json, "CVR.CVR", null);
        json.WriteString("ElectionId", ElectionId);
        json.WriteString("CurrentSnapshotId", snapshot);
        Single(json, "CVRSnapshot", "CVR.CVRSnapshot", snapshot, () =>
        {
            json.WriteString("Type", "original");
            Single(json, "CVRContest", "CVR.CVRContest", null, () =>
            {
                json.WriteString("ContestId", ContestId);
                json.WriteStartArray("CVRContestSelection");
                var named = profile.CandidatesOf(ballot);
                for (var i = 0; i < named.Length; i++)
                {
                    Start(json, "CVR.CVRContestSelection", null);
                    json.WriteString("ContestSelectionId", Id("selection", named[i]));
                    var place = i;
                    Single(json, "SelectionPosition", "CVR.SelectionPosition", null, () =>
                    {
                        json.WriteString("HasIndication", "yes");
                        json.WriteNumber("NumberVotes", 1);
                        if (profile is OrdinalProfile ordinal)
                        {
                            json.WriteNumber("Rank", ordinal.RanksOf(ballot)[place]);
                        }
                    });
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        });
        json.WriteEndObject();
    }

    private static void Single(Utf8JsonWriter json, string member, string type, string? id, Action write)
    {
        json.WriteStartArray(member);
        Start(json, type, id);
        write();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Start(Utf8JsonWriter json, string type, string? id)
    {
        json.WriteStartObject();
        json.WriteString("@type", type);
        if (id is not null)
        {
            json.WriteString("@id", id);
        }
    }

    private static string Id(string kind, int number) => $"{kind}-{(number + 1).ToString(CultureInfo.InvariantCulture)}";
}
