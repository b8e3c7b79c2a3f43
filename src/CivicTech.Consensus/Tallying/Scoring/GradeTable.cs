using CivicTech.Ballots;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>For each candidate, how many voters give at most a grade; and the medians.</summary>
internal sealed class GradeTable
{
    // [candidate, grade]: voters who give that grade or a lower one.
    private readonly long[,] _atMost;
    private readonly int _grades;
    private readonly long _middle;

    /// <exception cref="ArgumentException">A grade is missing, and that is refused.</exception>
    internal GradeTable(GradedProfile profile, MissingGrades missing)
    {
        Voters = profile.Voters;
        _grades = profile.Scale.Length;
        _atMost = profile.CountGrades();
        _middle = (Voters + 1) / 2;
        Median = new int[profile.Candidates.Count];
        var graded = profile.CountVoters();
        for (var candidate = 0; candidate < Median.Length; candidate++)
        {
            if (missing == MissingGrades.Refuse && graded[candidate] < Voters)
            {
                throw new ArgumentException($"'{profile.Candidates[candidate]}' is graded on {graded[candidate]} of {Voters} ballots; missing grades are refused.", nameof(profile));
            }

            _atMost[candidate, 0] += Voters - graded[candidate];
            for (var grade = 1; grade < _grades; grade++)
            {
                _atMost[candidate, grade] += _atMost[candidate, grade - 1];
            }

            Median[candidate] = At(candidate, _middle);
        }
    }

    internal long Voters { get; }

    /// <summary>The lower middle grade of each candidate.</summary>
    internal int[] Median { get; }

    internal long Above(int candidate) => Voters - _atMost[candidate, Median[candidate]];

    internal long Below(int candidate) => Median[candidate] == 0 ? 0 : _atMost[candidate, Median[candidate] - 1];

    /// <summary>
    /// Compares by taking away medians one by one; positive when the first is better. O(grades), however many voters there are: see the remarks.
    /// </summary>
    /// <remarks>
    /// Let grades stand in rising order at positions 1 to n. The medians that are taken away walk outwards from the middle M: with n odd to
    /// M - 1, M + 1, M - 2, …, with n even to M + 1, M - 1, M + 2, …. So the first median that differs is at the position nearest to the middle,
    /// on either side, where the grades of the two differ; and they differ exactly at positions between the two counts of some "at most g".
    /// </remarks>
    internal int CompareByRemoval(int one, int other)
    {
        var (left, right) = (0L, long.MaxValue);
        for (var grade = 0; grade < _grades; grade++)
        {
            var low = Math.Min(_atMost[one, grade], _atMost[other, grade]);
            var high = Math.Max(_atMost[one, grade], _atMost[other, grade]);
            if (low == high)
            {
                continue;
            }

            // They differ at positions low + 1 to high.
            if (low < _middle)
            {
                left = Math.Max(left, Math.Min(_middle, high));
            }

            if (high > _middle)
            {
                right = Math.Min(right, Math.Max(_middle + 1, low + 1));
            }
        }

        if (left == 0 && right == long.MaxValue)
        {
            return 0;
        }

        // At the same distance the left goes first when n is odd, the right when it is even.
        var toLeft = left == 0 ? long.MaxValue : _middle - left;
        var toRight = right == long.MaxValue ? long.MaxValue : right - _middle;
        var first = toLeft < toRight || (toLeft == toRight && Voters % 2 == 1) ? left : right;
        return At(one, first).CompareTo(At(other, first));
    }

    /// <summary>What stands beside the median in the orders that go by the shares above and below it.</summary>
    internal Rational Gauge(int candidate, JudgmentTies ties)
    {
        var (above, below) = (Above(candidate), Below(candidate));
        return ties switch
        {
            JudgmentTies.Gauge => above > below ? above : -below,
            JudgmentTies.Typical => above - below,
            // The median itself is given, so there are voters neither above nor below.
            JudgmentTies.Usual => Voters == 0 ? Rational.Zero : new Rational(above - below, Voters - above - below),
            _ => above + below == 0 ? Rational.Zero : new Rational(above - below, above + below),
        };
    }

    /// <summary>The grade at a position of the rising order, from 1; the lowest when nobody votes.</summary>
    private int At(int candidate, long position)
    {
        var grade = 0;
        while (_atMost[candidate, grade] < position)
        {
            grade++;
        }

        return grade;
    }
}
