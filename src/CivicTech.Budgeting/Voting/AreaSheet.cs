using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Time;
using NodaTime;

namespace CivicTech.Budgeting.Voting;

/// <summary>An area of a sheet, ready for decisions.</summary>
internal sealed class AreaSheet
{
    private readonly OfficialBallot _ballot;
    private readonly Lazy<(CandidateList List, int[] Places)> _candidates;

    internal AreaSheet(VotingPlan plan, OfficialBallot ballot, int place, ImmutableArray<TimeWindow> windows)
    {
        _ballot = ballot;
        Area = ballot.Areas[place];
        Design = plan.DesignOf(Area)!;
        Windows = windows;
        _candidates = new(ListCandidates);
    }

    internal VotingArea Area { get; }

    internal string Id => Area.Id;

    internal BallotDesign Design { get; }

    internal ImmutableArray<TimeWindow> Windows { get; }

    /// <summary>The projects of the area that are on the ballot, in its order: the candidates of its profile.</summary>
    internal CandidateList Candidates => _candidates.Value.List;

    /// <summary>For each place on the ballot, the place among the candidates; -1 for projects of other areas and those that left.</summary>
    internal ReadOnlySpan<int> CandidateAt => _candidates.Value.Places;

    internal bool IsOpen(Instant now)
    {
        foreach (var window in Windows)
        {
            if (window.Contains(now))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The start of the next window; null when there is none.</summary>
    internal Instant? NextOpening(Instant now)
    {
        foreach (var window in Windows)
        {
            if (window.Start > now)
            {
                return window.Start;
            }
        }

        return null;
    }

    private (CandidateList List, int[] Places) ListCandidates()
    {
        var places = new int[_ballot.Projects.Length];
        var ids = new List<string>();
        for (var i = 0; i < places.Length; i++)
        {
            var project = _ballot.Projects[i];
            places[i] = project.IsRemoved || project.Area != Id ? -1 : ids.Count;
            if (places[i] >= 0)
            {
                ids.Add(project.Id);
            }
        }

        return (new CandidateList(ids), places);
    }
}
