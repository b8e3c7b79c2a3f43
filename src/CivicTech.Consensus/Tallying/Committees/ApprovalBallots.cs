using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>Approvals both ways: whom a ballot approves, and on which ballots a candidate is approved.</summary>
internal sealed class ApprovalBallots
{
    private ApprovalBallots(ApprovalProfile profile)
    {
        Profile = profile;
        Approved = new int[profile.DistinctBallots][];
        var approving = new List<int>[profile.Candidates.Count];
        for (var candidate = 0; candidate < approving.Length; candidate++)
        {
            approving[candidate] = [];
        }

        for (var ballot = 0; ballot < Approved.Length; ballot++)
        {
            Approved[ballot] = profile.CandidatesOf(ballot).ToArray();
            foreach (var candidate in Approved[ballot])
            {
                approving[candidate].Add(ballot);
            }
        }

        Approving = Array.ConvertAll(approving, ballots => ballots.ToArray());
    }

    internal ApprovalProfile Profile { get; }

    /// <summary>For each distinct ballot the approved candidates, ascending.</summary>
    internal int[][] Approved { get; }

    /// <summary>For each candidate the distinct ballots that approve of it.</summary>
    internal int[][] Approving { get; }

    internal int Candidates => Approving.Length;

    internal CandidateFigures Figure => new("approvals", [.. Profile.CountVoters().Select(votes => (Numerics.Rational)votes)]);

    /// <exception cref="ArgumentException">The ballots are no approvals.</exception>
    internal static ApprovalBallots Of(Profile profile) => new(Check(profile));

    /// <exception cref="ArgumentException">The ballots are no approvals.</exception>
    internal static ApprovalProfile Check(Profile profile) => profile as ApprovalProfile
        ?? throw new ArgumentException($"The rule needs approvals; these ballots are {profile.Kind}.", nameof(profile));
}
