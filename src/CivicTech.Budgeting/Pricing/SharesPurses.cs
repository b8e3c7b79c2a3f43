namespace CivicTech.Budgeting.Pricing;

/// <summary>
/// What each class of voters has left: an approximation with a bound on its error, or the round in which the money ran out.
/// </summary>
internal sealed class SharesPurses(int classes)
{
    /// <summary>
    /// For each class what its voters together have, more than zero. When they have nothing left: -(2 round + 1) if they could not pay that
    /// round in full, -(2 round + 2) if they just could, rounds counted from 0. Zero: they never had any.
    /// </summary>
    internal double[] Money { get; } = new double[classes];

    /// <summary>For each class, how far one voter's money may be from the true amount.</summary>
    internal double[] Errors { get; } = new double[classes];

    /// <summary>What <see cref="Money"/> is set to when a class runs out of money.</summary>
    internal static double Out(int round, bool paidInFull) => paidInFull ? -((2.0 * round) + 2) : -((2.0 * round) + 1);

    /// <summary>The round in which a class ran out of money; the last of all numbers if it has some, -1 if it never had any.</summary>
    internal int OutIn(int ballotClass) => OutIn(Money[ballotClass]);

    /// <summary>As <see cref="OutIn(int)"/>, of an entry of <see cref="Money"/>.</summary>
    internal static int OutIn(double money) => money > 0 ? int.MaxValue : ((int)(1 - money) / 2) - 1;

    /// <summary>Whether a class that ran out of money paid its last round in full.</summary>
    internal bool PaidInFull(int ballotClass) => ((int)-Money[ballotClass] & 1) == 0;

    /// <summary>The classes that ran out of money, round by round, where that is recorded. One place more, for the one that is looked at.</summary>
    internal int[] RanOut { get; } = new int[classes + 1];

    /// <summary>Where each round begins in <see cref="RanOut"/>, and one end behind the last.</summary>
    internal List<int> RanOutStarts { get; } = [0];

    internal ReadOnlySpan<int> RanOutIn(int round) => RanOut.AsSpan(RanOutStarts[round]..RanOutStarts[round + 1]);
}
