using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

/// <summary>What projects are worth to a voter, by the definitions of utilities.</summary>
internal static class SharesWorths
{
    /// <summary>For each project that is worth something.</summary>
    public static Dictionary<int, Rational> Of(RawElection raw, Utility utility, RawBallot ballot)
    {
        var worths = new Dictionary<int, Rational>();
        for (var project = 0; project < raw.Projects.Count; project++)
        {
            var place = Array.IndexOf(ballot.Projects, project);
            var worth = (utility, raw.Kind) switch
            {
                (Utility.Points, ProfileKind.Cardinal) => place < 0 ? raw.DefaultScore : ballot.Scores[place],
                _ when place < 0 => 0,
                (Utility.Points, _) => Math.Max(0, (raw.MaxBallotLength ?? raw.Projects.Count) - place),
                (Utility.Borda, _) => ballot.Projects.Length - 1 - place,
                _ when !IsSupport(raw, ballot, place) => 0,
                (Utility.Cost, _) => raw.Projects[project].Cost,
                (Utility.Effort, _) => raw.Projects[project].Cost / Votes(raw, project),
                _ => (Rational)1,
            };

            // A project without a cost is worth nothing by its cost, but has supporters all the same.
            if (worth > 0 || (utility is Utility.Cost or Utility.Effort && place >= 0 && raw.Projects[project].Cost.IsZero && IsSupport(raw, ballot, place)))
            {
                worths.Add(project, worth);
            }
        }

        return worths;
    }

    private static bool IsSupport(RawElection raw, RawBallot ballot, int place) => raw.Kind != ProfileKind.Cardinal || ballot.Scores[place] > 0;

    private static long Votes(RawElection raw, int project) => raw.Ballots
        .Where(ballot => Array.IndexOf(ballot.Projects, project) is >= 0 and var place && IsSupport(raw, ballot, place))
        .Sum(ballot => ballot.Weight);
}
