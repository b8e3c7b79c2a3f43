using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Iterated;

/// <summary>Meek's method as texts prescribe it, option by option.</summary>
/// <remarks>Where a text leaves a tie to chance, the tie stays open for a <see cref="TieDecision"/>; or give keys, such as <see cref="TieKey.Lot"/>.</remarks>
public static class MeekRules
{
    private static readonly TieKey AheadAtFirstDifference = TieKey.Highest(RoundTies.FigureNames[1]);

    /// <summary>
    /// The reference rule of the Proportional Representation Foundation: nine decimals, what is kept rounded up, surplus below 1/1000000, nobody
    /// goes out early.
    /// </summary>
    /// <remarks>prfound.org, Meek STV reference rule; it takes the first in a random order of candidates out: reverse that order for a published one.</remarks>
    /// <param name="lots">How ties are drawn; none leaves them to officials.</param>
    public static MeekStv Reference(params IEnumerable<TieKey> lots) => new()
    {
        Ballots = new() { Overvotes = OvervoteRule.Exhaust },
        Decimals = 9,
        Rounding = KeptRounding.Up,
        Omega = new Rational(1, 1_000_000),
        IncludesOmega = false,
        CountsShortfalls = true,
        IterationEnd = IterationEnd.SurplusStays,
        SureLosers = SureLosers.Wait,
        TiesWithinSurplus = true,
        Ties = TieChain.By(lots),
    };

    /// <summary>
    /// Local elections in New Zealand with several vacancies: nine decimals, the last goes out when the surplus is below 0.0001 or cannot bring
    /// him or her to the next one, ties by who was ahead at the first difference, then by chance.
    /// </summary>
    /// <remarks>
    /// <para>Local Electoral Regulations 2001 (SR 2001/145), Schedule 1A. Clause 10 read by its letter rounds both what is kept and what goes on
    /// up, so that a ballot could count for more than one vote; here what goes on is what is left, as in published counts and in the program of
    /// I. D. Hill that they were made with.</para>
    /// <para>The pseudo-random numbers of Part 5 are not computed. With one vacancy the outcome is that of Part 2; the reported quota is
    /// not rounded to the absolute majority.</para>
    /// </remarks>
    /// <param name="lots">Asked when the earlier iterations do not tell candidates apart; none leaves the tie to officials.</param>
    public static MeekStv NewZealand(params IEnumerable<TieKey> lots) => HillStyle([AheadAtFirstDifference, .. lots]);

    /// <summary>
    /// Meek's method as Hill, Wichmann and Woodall published it, in the fixed arithmetic of Hill's later programs; it is what the rules of
    /// New Zealand were drawn up from, and differs from them in ties: they are left to chance at once.
    /// </summary>
    /// <remarks>Algorithm 123, The Computer Journal 30 (1987) 277-281. The original computes in floating point, which no result here can depend on.</remarks>
    /// <param name="lots">How ties are drawn; none leaves them to officials.</param>
    public static MeekStv Meek1987(params IEnumerable<TieKey> lots) => HillStyle(lots);

    private static MeekStv HillStyle(IEnumerable<TieKey> ties) => new()
    {
        Ballots = new() { Overvotes = OvervoteRule.Exhaust, MaxSkippedRanks = 0, RepeatedCandidates = RepeatedCandidateRule.Exhaust },
        Decimals = 9,
        Rounding = KeptRounding.Up,
        Omega = new Rational(1, 10_000),
        IncludesOmega = false,
        CountsShortfalls = false,
        IterationEnd = IterationEnd.FactorsStay,
        SureLosers = SureLosers.Last,
        TiesWithinSurplus = false,
        AdjustsOnElimination = true,
        Ties = TieChain.By(ties),
    };
}
