using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Groups that share one candidate who is no member: JR and EJR+.</summary>
internal static class CommonCandidate
{
    internal static RepresentationGap? FindGap(ApprovalProfile profile, int[] members, int mostClaimed)
    {
        // For each candidate, how many voters who approve of it have 0, 1, 2, … members.
        var supporters = new Int128[profile.Candidates.Count][];
        for (var candidate = 0; candidate < supporters.Length; candidate++)
        {
            supporters[candidate] = new Int128[members.Length + 1];
        }

        var isMember = new bool[supporters.Length];
        foreach (var member in members)
        {
            isMember[member] = true;
        }

        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            var approved = profile.CandidatesOf(ballot);
            var has = 0;
            foreach (var candidate in approved)
            {
                has += isMember[candidate] ? 1 : 0;
            }

            foreach (var candidate in approved)
            {
                supporters[candidate][has] += profile.WeightOf(ballot);
            }
        }

        for (var claim = 1; claim <= mostClaimed; claim++)
        {
            for (var candidate = 0; candidate < supporters.Length; candidate++)
            {
                // Those with fewer members than the claim add up as the claim grows.
                supporters[candidate][claim] += supporters[candidate][claim - 1];
                var voters = supporters[candidate][claim - 1];
                if (!isMember[candidate] && voters > 0 && voters * members.Length >= (Int128)claim * profile.Voters)
                {
                    return new RepresentationGap(claim, [profile.Candidates[candidate]], (long)voters);
                }
            }
        }

        return null;
    }
}
