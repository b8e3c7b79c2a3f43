using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Groups that share as many candidates as they claim: EJR and PJR.</summary>
internal sealed class CommonCandidates
{
    private readonly ApprovalBallots _ballots;
    private readonly int[] _members;
    private readonly int _workLimit;
    private readonly List<int> _common = [];
    private int _work;

    internal CommonCandidates(ApprovalProfile profile, int[] members, int workLimit)
    {
        _workLimit = workLimit;
        _ballots = ApprovalBallots.Of(profile);
        _members = members;
    }

    /// <param name="together">Whether members that any of the group approves of count (PJR), or only those of one voter (EJR).</param>
    internal RepresentationGap? FindGap(bool together)
    {
        for (var claim = 1; claim <= _members.Length; claim++)
        {
            foreach (var voters in together ? ApprovingWithin(claim - 1) : [ApprovingFewerThan(claim)])
            {
                if (Search(claim, voters, 0) is { } gap)
                {
                    return gap;
                }
            }
        }

        return null;
    }

    private List<int> ApprovingFewerThan(int members) =>
        [.. Enumerable.Range(0, _ballots.Approved.Length).Where(ballot => _ballots.Approved[ballot].Count(_members.Contains) < members)];

    // For each choice of so many members, the ballots that approve of no other member.
    private IEnumerable<List<int>> ApprovingWithin(int members) => Choices(_members, members).Select(
        within => Enumerable.Range(0, _ballots.Approved.Length).Where(ballot => !_ballots.Approved[ballot].Except(within).Any(_members.Contains)).ToList());

    private static IEnumerable<int[]> Choices(int[] from, int count) => count == 0
        ? [[]]
        : Enumerable.Range(0, from.Length).SelectMany(i => Choices(from[(i + 1)..], count - 1).Select(rest => (int[])[from[i], .. rest]));

    // Adds common candidates in listed order, as long as enough voters share them.
    private RepresentationGap? Search(int claim, List<int> ballots, int next)
    {
        if (++_work > _workLimit)
        {
            throw new InvalidOperationException("Too many sets of candidates have enough voters in common: representation could not be decided.");
        }

        Int128 voters = 0;
        foreach (var ballot in ballots)
        {
            voters += _ballots.Profile.WeightOf(ballot);
        }

        if (voters == 0 || voters * _members.Length < (Int128)claim * _ballots.Profile.Voters)
        {
            return null;
        }

        if (_common.Count == claim)
        {
            return new RepresentationGap(claim, [.. _common.Select(candidate => _ballots.Profile.Candidates[candidate])], (long)voters);
        }

        for (var candidate = next; candidate <= _ballots.Candidates - (claim - _common.Count); candidate++)
        {
            _common.Add(candidate);
            var gap = Search(claim, ballots.FindAll(ballot => Array.BinarySearch(_ballots.Approved[ballot], candidate) >= 0), candidate + 1);
            _common.RemoveAt(_common.Count - 1);
            if (gap is not null)
            {
                return gap;
            }
        }

        return null;
    }
}
