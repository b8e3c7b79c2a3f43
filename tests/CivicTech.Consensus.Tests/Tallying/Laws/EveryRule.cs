using CivicTech.Consensus.Tallying.Committees;
using CivicTech.Consensus.Tallying.Iterated;
using CivicTech.Consensus.Tallying.Pairwise;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>Every rule that counts votes, with several sets of options: those for one winner, and those for several.</summary>
internal static class EveryRule
{
    private static readonly TieChain All = TieChain.AllOutcomes;

    internal static LawfulRule[] Rows { get; } =
    [
        .. RuleTable.Rows,
        new("Plurality, shared marks", BallotForm.Ranking, Law.None, new Plurality { MultipleMarks = MultipleMarks.Share, Ties = All }),
        new("Positional", BallotForm.Ranking, Law.None, new Positional { Points = [12, 10, 8], Unranked = UnrankedPoints.Average, Ties = All }),
        new("Borda, modified", BallotForm.Ranking, Law.None, new BordaCount { Unranked = BordaUnranked.Modified, Ties = All }),
        new("RankedPairs, leave out", BallotForm.Ranking, Law.None, new RankedPairs { TiedPairs = TiedPairs.LeaveOut, Strength = PairStrength.Ratio, Ties = All }),
        new("BottomsUp", BallotForm.Ranking, Law.None, new BottomsUp { Ties = All }),
        new("MultiPassInstantRunoff", BallotForm.Ranking, Law.None, new MultiPassInstantRunoff { Ties = All }),
        new("InstantRunoff, together, to two", BallotForm.Ranking, Law.None,
            new InstantRunoff { EliminatesHopeless = true, End = RunoffEnd.TwoLeft, Ballots = new() { Overvotes = OvervoteRule.ExhaustIfSeveralContinue, MaxSkippedRanks = 1 }, Ties = All }),
        new("SingleTransferableVote, exact", BallotForm.Ranking, Law.None,
            new SingleTransferableVote { Decimals = null, HasWholeQuota = false, SurplusOrder = SurplusOrder.Together, Ballots = new() { Overvotes = OvervoteRule.Skip }, Ties = All }),
        new("SingleTransferableVote, unweighted", BallotForm.Ranking, Law.None, new SingleTransferableVote { Surplus = SurplusMethod.UnweightedInclusive, Decimals = 0, Ties = All }),
        new("SingleTransferableVote, last parcel", BallotForm.Ranking, Law.None, new SingleTransferableVote { Surplus = SurplusMethod.LastParcel, Decimals = 6, Ties = All }),
        new("MeekStv, equal ranks", BallotForm.Ranking, Law.None, new MeekStv { EqualRanks = EqualRanks.Split, Ties = All }),
        new("WarrenStv", BallotForm.Ranking, Law.None, new WarrenStv { Ties = All }),
        new("AllocatedScore", BallotForm.Score, Law.None, new AllocatedScore { Ties = All }),
        new("ReweightedRange", BallotForm.Score, Law.None, new ReweightedRange { Ties = All }),
        new("SequentiallySpentScore", BallotForm.Score, Law.None, new SequentiallySpentScore { Ties = All }),
        new("BlockVoting", BallotForm.Approval, Law.None, new BlockVoting { Ties = All }),
        new("LimitedVoting", BallotForm.Approval, Law.None, new LimitedVoting { Marks = 2, Ties = All }),
        new("SingleNonTransferableVote", BallotForm.Approval, Law.None, new SingleNonTransferableVote { Ties = All }),
        new("CumulativeVoting", BallotForm.Approval, Law.None, new CumulativeVoting { Ties = All }),
        new("SatisfactionApproval", BallotForm.Approval, Law.None, new SatisfactionApproval { Ties = All }),
        new("Thiele", BallotForm.Approval, Law.None, new Thiele { Ties = All }),
        new("SequentialThiele", BallotForm.Approval, Law.None, new SequentialThiele { Ties = All }),
        new("ReverseSequentialThiele", BallotForm.Approval, Law.None, new ReverseSequentialThiele { Ties = All }),
    ];
}
