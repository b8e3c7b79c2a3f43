using CivicTech.Ballots;
using CivicTech.Budgeting.Voting.Designs;

namespace CivicTech.Budgeting.Voting.Counting;

/// <summary>Counts ballots into one profile an area.</summary>
internal sealed class BallotCount
{
    private readonly VotingSheet _sheet;
    private readonly ProfileCounter[] _counters;
    private readonly long[] _blank;
    private readonly int[] _projects;
    private readonly long[] _values;

    internal BallotCount(VotingSheet sheet)
    {
        _sheet = sheet;
        _counters = [.. sheet.Areas.Select(area => area.Design.NewCounter(area.Candidates))];
        _blank = new long[sheet.Areas.Length];
        _projects = new int[sheet.ProjectIds.Length];
        _values = new long[sheet.ProjectIds.Length];
    }

    /// <summary>How many blank ballots each area has.</summary>
    internal IReadOnlyList<long> Blank => _blank;

    internal void Add(string area, BallotContent content, long count)
    {
        var place = _sheet.AreaPlaceOf(area);
        var length = content.Count;
        if (length > _projects.Length)
        {
            throw NotOfThisBallot(area, content);
        }

        var values = _values.AsSpan(0, content.Read(_projects, _values) ? length : 0);
        var projects = _projects.AsSpan(0, length);
        var candidateAt = _sheet.Areas[place].CandidateAt;
        foreach (ref var project in projects)
        {
            project = project < candidateAt.Length && candidateAt[project] is >= 0 and var candidate ? candidate : throw NotOfThisBallot(area, content);
        }

        _blank[place] += length == 0 ? count : 0;
        _counters[place].Add(projects, values, count);
    }

    internal Profile Build(int place) => _counters[place].Build();

    private InvalidOperationException NotOfThisBallot(string area, BallotContent content) =>
        new($"The box has a ballot of '{area}' that edition {_sheet.Edition} of the official ballot does not know: {content}.");
}
