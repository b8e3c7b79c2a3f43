using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>A file of the common data format as a contest of its own.</summary>
internal sealed class CdfContest(BallotContent content, CdfReadOptions options)
{
    private readonly Remarks _remarks = new(content);
    private readonly List<string> _names = [];
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly RankingStore _ranked = new();
    private readonly RankingInHand _ballot = new();
    private readonly List<(int Candidate, long Votes)[]> _unranked = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private string? _writeIns;
    private long _empty;

    internal ContestReading Read()
    {
        var reader = new CdfReader(content, options, _remarks);
        reader.Read((marks, at) => Add(reader.Election, marks, at));
        if (_ranked.Voters > 0 && _unranked.Count > 0)
        {
            throw content.Error("some ballots of the contest have ranks and others have not");
        }

        EnterAll(reader.Election);
        var candidates = new CandidateList(_names);
        var profile = _unranked.Count == 0 ? BuildRanked(candidates) : BuildUnranked(candidates);
        var contest = new Contest(profile, reader.Election.Seats)
        {
            Title = reader.Election.Title,
            WriteIns = _writeIns,
            UnnamedOvervote = options.OvervoteLabel is { } label && _names.Contains(label) ? label : null,
            Batches = [content.Batch(profile.Voters)],
        };
        return new ContestReading(BallotFileFormat.CdfJson, contest) { Remarks = _remarks.List };
    }

    private void Add(CdfElection election, IReadOnlyList<CdfMark> marks, int at)
    {
        EnterAll(election);
        if (marks.Count == 0)
        {
            _empty++;
            return;
        }

        if (marks[0].Rank == 0)
        {
            AddUnranked(election, marks, at);
            return;
        }

        _ballot.Clear();
        foreach (var mark in marks.OrderBy(mark => mark.Rank))
        {
            if (mark.Rank == 0)
            {
                throw content.Error(mark.At, "expected a Rank, as other marks of the ballot have");
            }

            // The same candidate marked twice at a rank, as on the lists of two parties, stands there once.
            _ = _ballot.TryAddAtLast(IndexOf(mark.Selection, mark.At), mark.Rank);
        }

        _ranked.Add(_ballot.Ranked, _ballot.Ranks, 1);
    }

    private void AddUnranked(CdfElection election, IReadOnlyList<CdfMark> marks, int at)
    {
        var votes = new SortedDictionary<int, long>();
        foreach (var mark in marks)
        {
            if (mark.Rank > 0)
            {
                throw content.Error(mark.At, "found a Rank; other marks of the ballot have none");
            }

            var candidate = IndexOf(mark.Selection, mark.At);
            votes[candidate] = votes.GetValueOrDefault(candidate) + mark.Votes;
        }

        if (election.VotesAllowed is { } allowed && votes.Values.Sum() > allowed)
        {
            _remarks.Add(at, "ballots with more votes than VotesAllowed count as empty");
            _empty++;
            return;
        }

        _unranked.Add([.. votes.Where(vote => vote.Value > 0).Select(vote => (vote.Key, vote.Value))]);
    }

    private OrdinalProfile BuildRanked(CandidateList candidates)
    {
        if (_empty > 0)
        {
            _ranked.Add([], [], _empty);
        }

        return _ranked.Build(candidates);
    }

    // Several votes for one candidate are points.
    private Profile BuildUnranked(CandidateList candidates)
    {
        _unranked.AddRange(Enumerable.Repeat(Array.Empty<(int, long)>(), checked((int)_empty)));
        if (_unranked.Exists(ballot => ballot.Any(vote => vote.Votes > 1)))
        {
            var points = new CardinalProfileBuilder(candidates, 0);
            _unranked.ForEach(ballot => points.Add(ballot.Select(vote => vote.Candidate).ToArray(), ballot.Select(vote => vote.Votes).ToArray(), 1));
            return points.Build();
        }

        var approvals = new ApprovalProfileBuilder(candidates);
        _unranked.ForEach(ballot => approvals.Add(ballot.Select(vote => vote.Candidate).ToArray(), 1));
        return approvals.Build();
    }

    private void EnterAll(CdfElection election)
    {
        if (_names.Count == 0)
        {
            election.Selections.ForEach(selection => IndexOf(selection, 0));
        }
    }

    private int IndexOf(CdfSelection selection, int at)
    {
        if (_indexes.TryGetValue(selection.Key, out var index))
        {
            return index;
        }

        if (!_taken.Add(selection.Name))
        {
            throw content.Error(at, $"two candidates are called {BallotContent.Shown(selection.Name)}");
        }

        if (selection.IsWriteIn)
        {
            _writeIns = selection.Name;
        }

        _names.Add(selection.Name);
        _indexes.Add(selection.Key, _names.Count - 1);
        return _names.Count - 1;
    }
}
