using CivicTech.Ballots;

namespace CivicTech.Consensus.Tallying;

/// <summary>Ballots without the entries that cannot be elected.</summary>
internal static class StandingProfile
{
    /// <exception cref="ArgumentException">There is no profile of this kind without them.</exception>
    internal static Profile Of(Contest contest)
    {
        var kept = Enumerable.Range(0, contest.Candidates.Count).Where(candidate => contest.IsStanding(contest.Candidates[candidate])).ToArray();
        return kept.Length == contest.Candidates.Count ? contest.Profile : Keep(contest.Profile, kept);
    }

    private static Profile Keep(Profile profile, int[] kept)
    {
        var candidates = new CandidateList(kept.Select(candidate => profile.Candidates[candidate]));
        var newIndex = new int[profile.Candidates.Count];
        Array.Fill(newIndex, -1);
        for (var i = 0; i < kept.Length; i++)
        {
            newIndex[kept[i]] = i;
        }

        switch (profile)
        {
            case OrdinalProfile ordinal:
                var rankings = new OrdinalProfileBuilder(candidates);
                Copy(ordinal.RanksOf, rankings.Add);
                return rankings.Build();
            case ApprovalProfile:
                var approvals = new ApprovalProfileBuilder(candidates);
                Copy(ballot => new long[profile.CandidatesOf(ballot).Length], (named, _, weight) => approvals.Add(named, weight));
                return approvals.Build();
            case CardinalProfile cardinal:
                var scores = new CardinalProfileBuilder(candidates, cardinal.Decimals);
                Copy(cardinal.ScoresOf, scores.Add);
                return scores.Build();
            case GradedProfile graded:
                var grades = new GradedProfileBuilder(candidates, graded.Scale);
                Copy(graded.GradesOf, grades.Add);
                return grades.Build();
            case SignedProfile signed:
                var sides = new SignedProfileBuilder(candidates);
                Copy(signed.SignsOf, (named, signs, weight) => AddSides(sides, named, signs, weight));
                return sides.Build();
            default:
                throw new ArgumentException($"There is no way to leave candidates out of {profile.Kind} ballots.", nameof(profile));
        }

        void Copy(ValuesOf valuesOf, AddBallot add)
        {
            var named = new int[profile.Candidates.Count];
            var values = new long[profile.Candidates.Count];
            for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
            {
                var before = profile.CandidatesOf(ballot);
                var valuesBefore = valuesOf(ballot);
                if (named.Length < before.Length)
                {
                    named = new int[before.Length];
                    values = new long[before.Length];
                }

                var count = 0;
                for (var i = 0; i < before.Length; i++)
                {
                    if (newIndex[before[i]] >= 0)
                    {
                        named[count] = newIndex[before[i]];
                        values[count++] = valuesBefore[i];
                    }
                }

                add(named.AsSpan(0, count), values.AsSpan(0, count), profile.WeightOf(ballot));
            }
        }
    }

    private static void AddSides(SignedProfileBuilder builder, ReadOnlySpan<int> named, ReadOnlySpan<long> signs, long weight)
    {
        var favoured = new List<int>();
        var opposed = new List<int>();
        for (var i = 0; i < named.Length; i++)
        {
            (signs[i] > 0 ? favoured : opposed).Add(named[i]);
        }

        builder.Add(favoured.ToArray(), opposed.ToArray(), weight);
    }

    private delegate ReadOnlySpan<long> ValuesOf(int ballot);

    private delegate void AddBallot(ReadOnlySpan<int> named, ReadOnlySpan<long> values, long weight);
}
