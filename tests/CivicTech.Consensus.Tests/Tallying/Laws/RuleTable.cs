using CivicTech.Consensus.Tallying.Elimination;
using CivicTech.Consensus.Tallying.Iterated;
using CivicTech.Consensus.Tallying.Pairwise;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>The rules for one winner. A new rule gets a row here, and the laws are tested on it; the page of laws shows the table.</summary>
internal static class RuleTable
{
    private const Law Condorcet = Law.MajorityWinner | Law.CondorcetWinner;

    private const Law Smith = Condorcet | Law.CondorcetLoser | Law.SmithSet;

    private const Law Points = Law.Monotonicity | Law.Participation;

    private static readonly TieChain All = TieChain.AllOutcomes;

    internal static LawfulRule[] Rows { get; } =
    [
        new("Plurality", BallotForm.Ranking, Law.MajorityWinner | Points, new Plurality { Ties = All }),
        new("TwoRound", BallotForm.Ranking, Law.MajorityWinner | Law.CondorcetLoser, new TwoRound { Ties = All }),
        new("InstantRunoff", BallotForm.Ranking, Law.MajorityWinner | Law.CondorcetLoser | Law.Clones, new InstantRunoff { Ties = All }),
        new("SingleTransferableVote", BallotForm.Ranking, Law.MajorityWinner | Law.CondorcetLoser | Law.Clones, new SingleTransferableVote { Ties = All }),
        new("MeekStv", BallotForm.Ranking, Law.MajorityWinner | Law.CondorcetLoser | Law.Clones, new MeekStv { Ties = All }),
        new("Coombs", BallotForm.Ranking, Law.MajorityWinner | Law.CondorcetLoser, new Coombs { Ties = All }),
        new("Coombs, `last-candidate`", BallotForm.Ranking, Law.CondorcetLoser, new Coombs { Stop = CoombsStop.LastCandidate, Ties = All }),
        new("Bucklin", BallotForm.Ranking, Law.MajorityWinner | Law.Monotonicity, new Bucklin { Ties = All }),
        new("Borda", BallotForm.Ranking, Law.CondorcetLoser | Points | Law.Reversal, new BordaCount { Ties = All }),
        new("Dowdall", BallotForm.Ranking, Points, new Dowdall { Ties = All }),
        new("Baldwin", BallotForm.Ranking, Smith, new Baldwin { Ties = All }),
        new("Nanson", BallotForm.Ranking, Smith, new Nanson { Ties = All }),
        new("Nanson, `not-above-mean`", BallotForm.Ranking, Smith | Law.Reversal, new Nanson { Cut = NansonCut.NotAboveMean, Ties = All }),
        new("Benham", BallotForm.Ranking, Smith | Law.Clones, new Benham { Ties = All }),
        new("SmithIrv", BallotForm.Ranking, Smith | Law.Clones, new SmithIrv { Ties = All }),
        new("BottomTwoRunoff", BallotForm.Ranking, Smith, new BottomTwoRunoff { Ties = All }),
        new("Copeland", BallotForm.Ranking, Smith | Law.Monotonicity | Law.Reversal, new Copeland { Ties = All }),
        new("Minimax", BallotForm.Ranking, Condorcet | Law.Monotonicity, new Minimax { Ties = All }),
        new("Minimax, `pairwise-opposition`", BallotForm.Ranking, Law.MajorityWinner | Law.Monotonicity, new Minimax { Score = MinimaxScore.PairwiseOpposition, Ties = All }),
        new("Schulze", BallotForm.Ranking, Smith | Law.Monotonicity | Law.Clones | Law.Reversal, new Schulze { Ties = All }),
        new("RankedPairs", BallotForm.Ranking, Smith | Law.Monotonicity | Law.Clones | Law.Reversal, new RankedPairs { Ties = All }),
        new("River", BallotForm.Ranking, Smith | Law.Monotonicity | Law.Clones | Law.Reversal, new River { Ties = All }),
        new("SplitCycle", BallotForm.Ranking, Smith | Law.Monotonicity | Law.Clones | Law.Reversal, new SplitCycle { Ties = All }),
        new("Kemeny", BallotForm.Ranking, Smith | Law.Monotonicity | Law.Reversal, new Kemeny { Ties = All }),
        new("ApprovalVoting", BallotForm.Approval, Smith | Points | Law.Clones | Law.Reversal, new ApprovalVoting { Ties = All }),
        new("ScoreVoting", BallotForm.Score, Points | Law.Clones | Law.Reversal, new ScoreVoting { Ties = All }),
        new("Star", BallotForm.Score, Law.CondorcetLoser | Law.Monotonicity, new Star { Ties = All }),
        new("MajorityJudgment", BallotForm.Grade, Law.Monotonicity | Law.Clones, new MajorityJudgment { Ties = All }),
    ];

    internal static LawfulRule Row(string name) => Rows.Single(row => row.Name == name);
}
