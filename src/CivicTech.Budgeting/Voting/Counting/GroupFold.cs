using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Budgeting.Voting.Files;

namespace CivicTech.Budgeting.Voting.Counting;

/// <summary>Folds ballots to groups of equal ones. Memory grows with distinct ballots.</summary>
internal sealed class GroupFold(VotingSheet sheet)
{
    private readonly Dictionary<BallotContent, long>[] _areas = [.. sheet.Areas.Select(_ => new Dictionary<BallotContent, long>())];

    internal void Add(VoterFile file)
    {
        foreach (var ballot in file.Areas)
        {
            if (ballot.IsCounted)
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_areas[sheet.AreaPlaceOf(ballot.Area)], ballot.Content, out _)++;
            }
        }
    }

    /// <summary>The groups in an order that says nothing about who came when.</summary>
    internal List<BallotGroup> ToGroups()
    {
        var groups = new List<BallotGroup>();
        foreach (var (area, contents) in sheet.Areas.Zip(_areas).OrderBy(pair => pair.First.Id, StringComparer.Ordinal))
        {
            groups.AddRange(contents.Select(group => new BallotGroup(area.Id, group.Key, group.Value)).OrderBy(group => group.Content));
        }

        return groups;
    }
}
