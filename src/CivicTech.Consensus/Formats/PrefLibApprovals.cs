using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;

namespace CivicTech.Consensus.Formats;

/// <summary>The first categories as approval.</summary>
internal static class PrefLibApprovals
{
    internal static ContestReading Of(ContestReading reading, int categories)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(categories, 1);
        if (reading.Contest.Profile is not GradedProfile graded)
        {
            throw new BallotFormatException("Expected categories; the file holds rankings.");
        }

        var builder = new ApprovalProfileBuilder(graded.Candidates);
        var approved = new List<int>();
        for (var ballot = 0; ballot < graded.DistinctBallots; ballot++)
        {
            approved.Clear();
            var grades = graded.GradesOf(ballot);
            for (var i = 0; i < grades.Length; i++)
            {
                if (grades[i] >= graded.Scale.Length - categories)
                {
                    approved.Add(graded.CandidatesOf(ballot)[i]);
                }
            }

            builder.Add(approved.ToArray(), graded.WeightOf(ballot));
        }

        return new ContestReading(BallotFileFormat.PrefLib, new Contest(builder.Build()) { Title = reading.Contest.Title, Batches = reading.Contest.Batches })
        {
            Attributes = reading.Attributes,
        };
    }
}
