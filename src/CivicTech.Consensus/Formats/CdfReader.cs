using System.Text.Json;

namespace CivicTech.Consensus.Formats;

/// <summary>Reads one file of the common data format, record by record.</summary>
internal sealed class CdfReader(BallotContent content, CdfReadOptions options, Remarks remarks)
{
    private readonly List<CdfMark> _marks = [];
    private long _records = -1;
    private JsonPart? _elections;
    private JsonPart? _parties;

    /// <summary>The contest; there when reading has begun.</summary>
    internal CdfElection Election { get; private set; } = null!;

    /// <summary>Reads the file and hands over each ballot: its marks in the order of the file, and where it begins.</summary>
    internal void Read(Action<IReadOnlyList<CdfMark>, int> onBallot)
    {
        try
        {
            ReadParts();
            Election = new CdfElection(content, _elections, _parties, options);
            ReadRecords(onBallot);
        }
        catch (JsonException exception)
        {
            throw JsonPart.Error(content, exception);
        }
    }

    // Records mostly stand before what their identifiers mean.
    private void ReadParts()
    {
        var reader = JsonPart.Reader(content);
        _ = reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw content.Error(0, "expected a CastVoteRecordReport: an object with the members Election and CVR");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var at = (int)reader.TokenStartIndex;
            var name = JsonPart.TextOf(content, ref reader);
            if (!seen.Add(name) || seen.Count > 1000)
            {
                throw content.Error(at, $"the member {BallotContent.Shown(name)} stands in one object twice, or there are more than 1000");
            }

            _ = reader.Read();
            switch (name)
            {
                case "Election":
                    _elections = JsonPart.Read(content, ref reader);
                    break;
                case "Party":
                    _parties = JsonPart.Read(content, ref reader);
                    break;
                case "CVR":
                    _records = reader.TokenStartIndex;
                    reader.Skip();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        _ = reader.Read();
    }

    private void ReadRecords(Action<IReadOnlyList<CdfMark>, int> onBallot)
    {
        if (_records < 0)
        {
            return;
        }

        // Of the whole file, so that places are those of the file: the beginning is passed over.
        var reader = JsonPart.Reader(content);
        while (reader.Read() && reader.TokenStartIndex < _records)
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                var isRecords = reader.ValueTextEquals("CVR"u8);
                _ = reader.Read();
                if (isRecords)
                {
                    break;
                }

                reader.Skip();
            }
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw content.Error((int)_records, "CVR: expected a list");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var record = JsonPart.Read(content, ref reader);
            if (ContestOf(Snapshot(record)) is { } contest)
            {
                ReadContest(contest);
                onBallot(_marks, record.At);
            }
        }
    }

    private JsonPart Snapshot(JsonPart record)
    {
        var snapshots = record["CVRSnapshot"]?.Items ?? [];
        if (options.UsesOriginalSnapshot)
        {
            return snapshots.FirstOrDefault(snapshot => Election.Text(snapshot, "Type") == "original") ?? throw content.Error(record.At, "the record has no original snapshot");
        }

        var current = Election.Text(record, "CurrentSnapshotId");
        return snapshots.FirstOrDefault(snapshot => Election.Text(snapshot, "@id") == current)
            ?? (current is null && snapshots.Count == 1 ? snapshots[0] : throw content.Error(record.At, "expected the CurrentSnapshotId of one of the record's snapshots"));
    }

    // A ballot paper may not have the contest.
    private JsonPart? ContestOf(JsonPart snapshot)
    {
        JsonPart? found = null;
        foreach (var contest in snapshot["CVRContest"]?.Items ?? [])
        {
            if (Election.Required(contest, "ContestId") == Election.Id)
            {
                found = found is null ? contest : throw content.Error(contest.At, "the snapshot holds the contest twice");
            }
        }

        return found;
    }

    private void ReadContest(JsonPart contest)
    {
        _marks.Clear();
        foreach (var choice in contest["CVRContestSelection"]?.Items ?? [])
        {
            if (choice["Status"] is { } status && (status.Text == "needs-adjudication" || status.Items.Any(item => item.Text == "needs-adjudication")))
            {
                remarks.Add(choice.At, "a selection that needs adjudication is left out");
                continue;
            }

            var selection = Election.Selection(choice);
            var rank = Election.Number(choice, "Rank", 1, RankingInHand.MaxRank);
            var before = _marks.Count;
            foreach (var position in choice["SelectionPosition"]?.Items ?? [])
            {
                if (position["HasIndication"] is { Text: "no" } || position["IsAllocable"] is { Text: "no" })
                {
                    continue;
                }

                // A mark for the choice as a whole stands once, at its rank.
                if (rank is null || _marks.Count == before)
                {
                    _marks.Add(new CdfMark(
                        position["CVRWriteIn"] is null ? selection : WriteIn,
                        rank ?? Election.Number(position, "Rank", 1, RankingInHand.MaxRank) ?? 0,
                        Election.Number(position, "NumberVotes", 0, int.MaxValue) ?? 1,
                        position.At));
                }
            }
        }
    }

    private CdfSelection WriteIn => Election.Selections.FirstOrDefault(selection => selection.IsWriteIn) ?? new CdfSelection(RctabNames.WriteIns, IsWriteIn: true, "write-in");
}
