using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>Counts as statutes prescribe them, option by option.</summary>
/// <remarks>
/// Where a text leaves a tie to lot, the tie stays open for a <see cref="TieDecision"/>; or give a chain, such as <see cref="TieKey.Lot"/>, that is
/// asked last. Meek's rules are those of <c>MeekStv</c>.
/// </remarks>
public static class StatutoryRules
{
    private static readonly TieKey LatestStage = TieKey.Highest(RoundTies.FigureNames[0]);

    /// <summary>
    /// Councillors in Scotland: weighted inclusive Gregory with five decimals, the largest surplus first; a tie falls by the latest stage at
    /// which the tied differ, then by lot.
    /// </summary>
    /// <remarks>
    /// The Scottish Local Government Elections Order 2011 (SSI 2011/399), Schedule 1, rules 46 to 53; before it SSI 2007/42, rules 45 to 52. A
    /// ballot stops at a preference that is not consecutive or is given twice.
    /// </remarks>
    /// <param name="lots">Asked when the stages do not tell candidates apart; none leaves the tie to officials.</param>
    public static SingleTransferableVote ScottishLocal(params IEnumerable<TieKey> lots) => new()
    {
        Ballots = new() { Overvotes = OvervoteRule.Exhaust, MaxSkippedRanks = 0, RepeatedCandidates = RepeatedCandidateRule.Exhaust },
        Quota = Quota.Droop,
        HasWholeQuota = true,
        Decimals = 5,
        Rounding = TransferRounding.Paper,
        Surplus = SurplusMethod.WeightedInclusive,
        SurplusOrder = SurplusOrder.LargestFirst,
        Ties = TieChain.By([LatestStage, .. lots]),
    };

    /// <summary>
    /// Offices with one seat in Minneapolis: the threshold of the first round stays, those who cannot be elected any more go out together, and
    /// skipped, repeated and overvoted ranks are passed over.
    /// </summary>
    /// <remarks>
    /// Minneapolis Code of Ordinances, 167.20 and 167.60, as amended to 2015. Undeclared write-ins go out in a round of their own here, in the
    /// text together with those who cannot be elected.
    /// </remarks>
    /// <param name="lots">How ties are drawn; none leaves them to officials.</param>
    public static InstantRunoff MinneapolisOneSeat(params IEnumerable<TieKey> lots) => new()
    {
        Ballots = new() { Overvotes = OvervoteRule.Skip },
        EliminatesHopeless = true,
        KeepsFirstThreshold = true,
        Ties = TieChain.By(lots),
    };

    /// <summary>
    /// Offices with several seats in Minneapolis: those who cannot be elected go out before surpluses, the largest surplus is elected and
    /// transferred first, the surplus fraction and each vote are cut off at four decimals.
    /// </summary>
    /// <remarks>Minneapolis Code of Ordinances, 167.20 and 167.70, as amended to 2015; undeclared write-ins as in <see cref="MinneapolisOneSeat"/>.</remarks>
    /// <param name="lots">How ties are drawn; none leaves them to officials.</param>
    public static SingleTransferableVote MinneapolisSeveralSeats(params IEnumerable<TieKey> lots) => new()
    {
        Ballots = new() { Overvotes = OvervoteRule.Skip },
        Quota = Quota.Droop,
        HasWholeQuota = true,
        Decimals = 4,
        Rounding = TransferRounding.FractionThenPaper,
        Surplus = SurplusMethod.WeightedInclusive,
        SurplusOrder = SurplusOrder.OneElectedARound,
        Hopeless = HopelessRule.BeforeSurpluses,
        Ties = TieChain.By(lots),
    };

    /// <summary>
    /// Elections in Maine: a majority of first choices elects; otherwise the last goes out until two are left. Two skipped ranks in a row, or an
    /// overvote at the highest rank of a continuing candidate, exhaust a ballot.
    /// </summary>
    /// <remarks>Maine Revised Statutes, title 21-A, section 723-A; 29-250 Code of Maine Rules, chapter 535, section 4.</remarks>
    /// <param name="lots">How ties are drawn; none leaves them to officials.</param>
    public static InstantRunoff Maine(params IEnumerable<TieKey> lots) => new()
    {
        Ballots = new() { Overvotes = OvervoteRule.ExhaustIfAnyContinues, MaxSkippedRanks = 1 },
        End = RunoffEnd.FirstRoundOrTwoLeft,
        Ties = TieChain.By(lots),
    };

    /// <summary>
    /// General elections in Alaska: more than half of the active ballots in the first round elects; otherwise the last goes out until two are
    /// left. Two skipped ranks in a row, or an overvote at the highest rank of a continuing candidate, make a ballot inactive.
    /// </summary>
    /// <remarks>Alaska Statutes, section 15.15.350 (d) to (g).</remarks>
    /// <param name="lots">How ties are drawn; none leaves them to officials.</param>
    public static InstantRunoff Alaska(params IEnumerable<TieKey> lots) => new()
    {
        Ballots = new() { Overvotes = OvervoteRule.ExhaustIfAnyContinues, MaxSkippedRanks = 1 },
        End = RunoffEnd.FirstRoundOrTwoLeft,
        Ties = TieChain.By(lots),
    };

    /// <summary>
    /// Ranked choice voting for one seat as a new configuration of RCTab suggests it: a majority of the votes that count, overvotes and
    /// two skipped ranks in a row exhaust a ballot, repeated ranks are passed over.
    /// </summary>
    /// <remarks>RCTab 2.0 (github.com/BrightSpots/rcv). A configuration file with other options is read by <c>RctabConfig</c>.</remarks>
    /// <param name="lots">How ties are drawn; none leaves them to officials.</param>
    public static InstantRunoff GenericRankedChoice(params IEnumerable<TieKey> lots) => new()
    {
        Ballots = new() { Overvotes = OvervoteRule.Exhaust, MaxSkippedRanks = 1 },
        Ties = TieChain.By(lots),
    };
}
