namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>The elections that show which laws rules do not keep: small ones, found by search or by hand, each followed by hand in its comment.</summary>
internal static class Counterexamples
{
    private const Law Pairs = Law.MajorityWinner | Law.CondorcetWinner | Law.SmithSet;

    internal static Counterexample[] All { get; } =
    [
        // Four of seven prefer A to all. Points by Borda: A 12, B 8 + 9 = 17; by Dowdall: A 4 + 3/4, B 2 + 3.
        new("P1", "points outweigh a majority", Pairs, ["Borda", "Dowdall"], ["4: A B C D", "3: B C D A"], null),

        // Four of seven prefer A to all; last places: A 3, B 2, C 2. A goes out first.
        new("P2", "last places outweigh a majority", Pairs, ["Coombs, `last-candidate`"], ["2: A B C", "2: A C B", "3: B C A"], null),

        // Two of three prefer A. Points: A 7, B 9. Middle grades: A 1, B 4. Everybody else, which is A, beats B.
        new("P3", "strong opinions outweigh a majority", Pairs | Law.CondorcetLoser, ["ScoreVoting", "MajorityJudgment"], ["1: A5 B4", "1: A1 B0", "1: A1 B5"], null),

        // Six of eleven prefer C. Points: A 36, B 37, C 34: C is not in the runoff, which A wins by 6 to 5. Turned around A 19, B 18, C 21: the
        // runoff of C and A goes to A by 6 to 4.
        new("P4", "a majority misses the runoff", Pairs | Law.Reversal, ["Star"], ["1: A0 B3 C0", "4: A3 B4 C1", "6: A4 B3 C5"], null),

        // B beats A by 5 to 4 and C by 6 to 3, and has the fewest first preferences: out first, or third by votes. Dowdall: A 4 + 1 + 1, B 2 + 2 + 3/2.
        new("W1", "the middle is squeezed out", Law.CondorcetWinner | Law.SmithSet, ["Plurality", "TwoRound", "InstantRunoff", "SingleTransferableVote", "MeekStv", "Dowdall"],
            ["4: A B C", "3: C B A", "2: B A C"], null),

        // First preferences of eleven: A 5, D 4, B 2; with second choices C 9, A 7, D 4, B 2. But A beats B by 9 to 2, C and D by 7 to 4.
        new("W2", "second choices overtake", Law.CondorcetWinner | Law.SmithSet, ["Bucklin"], ["5: A C B D", "4: D C A B", "2: B A D C"], null),

        // C beats A and B by 7 to 6 each, and has the most last places: 5 against 4 and 4. First preferences: C 6 of 13, no majority.
        new("W3", "loved and hated", Law.CondorcetWinner | Law.SmithSet, ["Coombs", "Coombs, `last-candidate`"],
            ["3: C A B", "3: C B A", "1: A C B", "1: B C A", "3: A B C", "2: B A C"], null),

        // A beats B by 7 to 6 and C by 5 to 4. Most that prefer another: 6 to A, 7 to B, 5 to C: those who rank neither A nor C oppose neither.
        new("W4", "opposition by ballots that are short", Law.CondorcetWinner | Law.SmithSet, ["Minimax, `pairwise-opposition`"], ["5: A", "2: C A", "2: C B", "4: B"], null),

        // A loses to B and C by 4 to 5 each, and has the most first preferences.
        new("L1", "two share the votes against a third", Law.CondorcetLoser, ["Plurality"], ["4: A B C", "3: B C A", "2: C B A"], null),

        // B loses to A and C by 7 to 9. Points: B 7 + 9/3 = 10, A 3 + 13/2 = 9 1/2, C 6 + 3/2 + 7/3 = 9 5/6.
        new("L2", "first places outweigh", Law.CondorcetLoser, ["Dowdall"], ["3: A C B", "7: B A C", "6: C A B"], null),

        // A loses to B by 9 to 11 and to C by 8 to 12. First choices: B 10 of 20, no majority; with second choices A 15, C 14, B 11.
        new("L3", "second choices overtake for the worst", Law.CondorcetLoser, ["Bucklin"], ["6: B A C", "4: B C A", "2: A C B", "1: C B A", "7: C A B"], null),

        // A loses to everybody by 3 to 4, and nobody's worst defeat is narrower; B loses to D by 1 to 6.
        new("L4", "everybody is beaten, nobody more narrowly", Law.CondorcetLoser | Law.SmithSet, ["Minimax", "Minimax, `pairwise-opposition`"],
            ["3: E D B C A", "1: B E C D A", "3: A C D B E"], null),

        // A has 6, B 6, C 5: C goes out and A wins by 11 to 6. Raised by two who had B first, A has 8, B 4, C 5: B goes out, and C wins by 9 to 8.
        new("M1", "raised into another runoff", Law.Monotonicity, ["TwoRound", "InstantRunoff", "SingleTransferableVote", "MeekStv", "Benham", "SmithIrv"],
            ["6: A B C", "2: B A C", "4: B C A", "5: C A B"], ["6: A B C", "2: A B C", "4: B C A", "5: C A B"]),

        // Last places: A 4, B 5, C 4; B goes out, and A wins with 9 of 13. Raised past C by two: A 2, B 5, C 6; C goes out, and B wins with 8.
        new("M2", "raised past the other rival", Law.Monotonicity, ["Coombs", "Coombs, `last-candidate`"],
            ["2: C B A", "2: B C A", "5: A C B", "4: B A C"], ["2: C B A", "2: B A C", "5: A C B", "4: B A C"]),

        // Points of A, B, C, D: 29, 40, 42, 39. A goes out, then C, and D beats B by 14 to 11. With D raised by five: 24, 35, 42, 49. Now B goes out
        // (in Baldwin C may go out instead, since both have 22 when A is out), and C beats D by 13 to 12.
        new("M3", "raised against the wrong one", Law.Monotonicity, ["Baldwin", "Nanson", "Nanson, `not-above-mean`"],
            ["5: A B D C", "7: C A D B", "2: D C B A", "5: D B C A", "6: B C D A"], ["5: D A B C", "7: C A D B", "2: D C B A", "5: D B C A", "6: B C D A"]),

        // A 10, B 9, C 7: C goes out, since it ties with B and has fewer votes, and A beats B by 17 to 9. Raised by three, A has 13 and B 6: now B is the
        // one with fewer, and C ties with A.
        new("M4", "raised at the cost of who lost to it", Law.Monotonicity, ["BottomTwoRunoff"],
            ["3: B C A", "6: B C A", "7: C A B", "6: A C B", "4: A B C"], ["3: A B C", "6: B C A", "7: C A B", "6: A C B", "4: A B C"]),

        // Points before: A 26, B 22, C 20; A wins the runoff against B, by 4 to 0. With the seventh voter C has 24, and beats A by 4 to 3.
        new("N1", "a supporter brings another rival into the runoff", Law.Participation, ["Star"],
            ["4: A4 B3 C5", "2: A5 B5 C0"], ["4: A4 B3 C5", "2: A5 B5 C0", "1: A5 B0 C4"]),

        // Middle grades before: A 2, B 1 of 0, 1, 5. Two supporters of A raise B's to 4, and A's stays 2.
        new("N2", "supporters raise the rival's middle grade", Law.Participation, ["MajorityJudgment"],
            ["1: A2 B5", "1: A2 B0", "1: A2 B1"], ["1: A2 B5", "1: A2 B0", "1: A2 B1", "2: A5 B4"]),

        // A 7, B 9, C 11 of 27: A goes out, and B wins by 16 to 11. Five more with A, B, C: A 12, B 9, C 11; B goes out, and C wins by 20 to 12.
        new("N3", "who comes changes who goes out", Law.Participation, ["TwoRound", "InstantRunoff", "SingleTransferableVote", "MeekStv", "Benham", "SmithIrv"],
            ["7: C A B", "7: A B C", "4: C B A", "9: B C A"], ["7: C A B", "7: A B C", "4: C B A", "9: B C A", "5: A B C"]),

        // After H. Moulin (1988). A wins: its defeats, by B and by C with 7 to 9, are the narrowest. With three more C beats A by 12 to 7; B's worst
        // defeat is by D with 8 to 11, and B wins, whom the three like less than A.
        new("N4", "no-show paradox, by the narrowest defeat", Law.Participation,
            ["Minimax", "Minimax, `pairwise-opposition`", "Schulze", "RankedPairs", "River", "SplitCycle", "Baldwin"],
            ["3: A D B C", "4: A D C B", "4: D B C A", "5: B C A D"], ["3: A D B C", "4: A D C B", "4: D B C A", "5: B C A D", "3: C A B D"]),

        // A Condorcet cycle before and after, D over B and C, B over C, B and C over A, A over D: two more for D, then A, change the sums.
        new("N5", "no-show paradox, by sums", Law.Participation, ["Nanson", "Nanson, `not-above-mean`", "Kemeny"],
            ["3: A D B C", "3: A D C B", "5: D B C A", "4: B C A D"], ["3: A D B C", "3: A D C B", "5: D B C A", "4: B C A D", "2: D A C B"]),

        // B has 8 of 14 first choices. Two more with A, B, C: 8 of 16 are no majority, and with second choices C has 14, B 10.
        new("N6", "who comes prevents a majority", Law.Participation, ["Bucklin"], ["8: B C A", "6: A C B"], ["8: B C A", "6: A C B", "2: A B C"]),

        // Last places: A 6, B 4, C 4, D 4; A goes out first, and D wins with 14 of 18. With three more C has 7 and goes out first, then B, and A beats D by
        // 12 to 9.
        new("N7", "no-show paradox, by last places", Law.Participation, ["Coombs", "Coombs, `last-candidate`"],
            ["4: A D B C", "4: A D C B", "6: D B C A", "4: B C A D"], ["4: A D B C", "4: A D C B", "6: D B C A", "4: B C A D", "3: D A B C"]),

        // A beats everybody. With eight more B and C beat A and tie with each other: 1 1/2 each. D, whom the eight like least, beats B and C.
        new("N8", "no-show paradox, by victories", Law.Participation, ["Copeland"],
            ["5: A D B C", "3: A D C B", "4: D B C A", "2: B C A D"], ["5: A D B C", "3: A D C B", "4: D B C A", "2: B C A D", "8: C B A D"]),

        // B goes out; A, with 5 votes, ties with C and goes out; C beats D by 14 to 10. With one more A beats C by 13 to 12, and D beats A by 17 to 8.
        new("N9", "no-show paradox, in the last two", Law.Participation, ["BottomTwoRunoff"],
            ["7: D A B C", "2: C B A D", "3: D B C A", "5: A C D B", "7: C D A B"], ["7: D A B C", "2: C B A D", "3: D B C A", "5: A C D B", "7: C D A B", "1: A C D B"]),

        // The lower one of two middle grades: A 0, B 1. Turned around A has 5 and 0, again 0, and B has 4.
        new("R1", "the lower middle grade both ways", Law.Reversal, ["MajorityJudgment"], ["1: A0 B1", "1: A5 B1"], null),

        // A 5, B 4, C 5: B goes out and A beats C by 9 to 5; turned around A 5, B 5, C 4: C goes out and A beats B by
        // 9 to 5. Points of A by Borda are the mean both times: 14.
        new("R2", "the runoff both ways", Law.Reversal, ["TwoRound", "InstantRunoff", "SingleTransferableVote", "MeekStv", "Baldwin", "Nanson", "Benham", "SmithIrv"],
            ["5: C B A", "5: A C B", "4: B A C"], null),

        // First preferences: A 6, B 5, C 5; turned around A 7, B 6, C 3; A beats the winner of the last two both times, by 9 to 7 and 10 to 6. With second
        // choices C has 13 of 16; turned around B and C have 11.
        new("R3", "many like it best and many least", Law.Reversal, ["Plurality", "Bucklin", "BottomTwoRunoff"], ["3: B A C", "5: C B A", "2: B C A", "6: A C B"], null),

        // C 10 1/3, A 10 1/6, B 7; turned around C 9 2/3, B 9, A 8 5/6.
        new("R4", "the middle weighs little", Law.Reversal, ["Dowdall"], ["3: C A B", "7: A B C", "5: C B A"], null),

        // Last places: A 3, B 6, C 5; B goes out, and A beats C by 8 to 6. Turned around A 3, B 5, C 6; C goes out, and A beats B by 8 to 6.
        new("R5", "never the last", Law.Reversal, ["Coombs", "Coombs, `last-candidate`"], ["3: C B A", "3: C A B", "5: B A C", "3: A C B"], null),

        // D beats everybody by 7 to 5. Turned around D loses by no more than that, and nobody's worst comparison is better.
        new("R6", "only the worst comparison counts", Law.Reversal, ["Minimax", "Minimax, `pairwise-opposition`"], ["2: D C B E A", "5: D C A B E", "5: E C A B D"], null),

        // B's copy takes A's place in the runoff: the points are A 36, B 37, D 37.
        new("C1", "two of a kind reach the runoff", Law.Clones, ["Star"],
            ["1: A0 B3 C0", "4: A3 B4 C1", "6: A4 B3 C5"], ["1: A0 B3 C0 D3", "4: A3 B4 C1 D4", "6: A4 B3 C5 D3"]),

        // A has 5 of 9; its copy takes two of them, and B has 4.
        new("C2", "the vote is split", Law.Clones, ["Plurality"], ["3: A B", "2: A B", "4: B A"], ["3: A C B", "2: C A B", "4: B A C"]),

        // C beats A in the runoff. With copies B, C and E have 4 first preferences each: A may meet B, and beats B by 18 to 4.
        new("C3", "the way into the runoff is split", Law.Clones, ["TwoRound"],
            ["7: A C B", "4: B C A", "3: A B C", "4: C A B", "4: C A B"], ["7: A D C E B", "4: B C E D A", "3: A B C E D", "4: E C D A B", "4: C E D A B"]),

        // C wins, by Borda with 18 points to 15 and 15. D and E are copies of A: now D has 43, B 35, C 32, E 31, A 19.
        new("C4", "three of a kind shift points and last places", Law.Clones, ["Coombs", "Coombs, `last-candidate`", "Bucklin", "Borda", "Dowdall", "Nanson, `not-above-mean`", "BottomTwoRunoff", "Kemeny"],
            ["1: B A C", "5: C B A", "2: B C A", "6: A C B", "2: B A C"], ["1: B D E A C", "5: C B D E A", "2: B C D A E", "6: D E A C B", "2: B E A D C"]),

        // B beats C and ties with A: 1 1/2. A's copies tie with B and C too, and D beats A and E: 3 for D, 2 1/2 for B.
        new("C5", "victories among three of a kind", Law.Clones, ["Copeland"],
            ["1: A C B", "6: B C A", "5: A B C"], ["1: D E A C B", "6: B C D A E", "5: A E D B C"]),

        // D has the fewest points, 28, and goes out first. With its copy E all have more: C 39, D 40, E 41.
        new("C6", "one copy shifts the mean", Law.Clones, ["Baldwin", "Nanson"],
            ["7: B D A C", "1: A D C B", "7: A C D B", "1: C A B D", "5: C B D A"], ["7: B D E A C", "1: A E D C B", "7: A E C D B", "1: C E A B D", "5: C B D A E"]),

        // A beats B by 5 to 4. A beats C, C beats D and D beats A by 6 to 3 each: now all three are beaten by more than B is.
        new("C7", "a cycle of three of a kind", Law.Clones, ["Minimax", "Minimax, `pairwise-opposition`"],
            ["3: A B", "2: A B", "1: B A", "3: B A"], ["3: A C D B", "2: C D A B", "1: B C D A", "3: B D A C"]),
    ];
}
