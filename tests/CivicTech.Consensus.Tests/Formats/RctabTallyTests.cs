using System.Text.Json.Nodes;
using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;
using static CivicTech.Tests.Consensus.Formats.Ballots;
using Votes = CivicTech.Tests.Consensus.Tallying.Ballots;

namespace CivicTech.Tests.Consensus.Formats;

public sealed class RctabTallyTests
{
    private const string Seats = "\"numberOfWinners\": 2, \"winnerElectionMode\":";
    private const string Share = "\"numberOfWinners\": 0, \"winnerElectionMode\": \"bottomsUpUsingPercentageThreshold\", \"multiSeatBottomsUpPercentageThreshold\":";

    [Fact]
    public void RuleOf_OneWinner_IsInstantRunoff()
    {
        var plain = Assert.IsType<InstantRunoff>(RuleOf(""));
        Assert.Equal((false, RunoffEnd.Majority, false, null), (plain.EliminatesHopeless, plain.End, plain.KeepsFirstThreshold, plain.StopAfterRound));

        var all = Assert.IsType<InstantRunoff>(RuleOf(
            "\"batchElimination\": true, \"continueUntilTwoCandidatesRemain\": true, \"doesFirstRoundDetermineThreshold\": true, \"stopTabulationEarlyAfterRound\": 3"));
        Assert.Equal((true, RunoffEnd.TwoLeft, true, 3), (all.EliminatesHopeless, all.End, all.KeepsFirstThreshold, all.StopAfterRound));

        // Decimals mean nothing where no vote is divided.
        _ = Assert.IsType<InstantRunoff>(RuleOf("\"decimalPlacesForVoteArithmetic\": 20"));
    }

    [Fact]
    public void RuleOf_MultiPass_IsOneSeatAfterTheOther()
    {
        var plain = Assert.IsType<MultiPassInstantRunoff>(RuleOf($"{Seats} \"multiPassIrv\""));
        var all = Assert.IsType<MultiPassInstantRunoff>(RuleOf($"{Seats} \"multiPassIrv\", \"batchElimination\": true, \"continueUntilTwoCandidatesRemain\": true"));

        Assert.Equal((false, RunoffEnd.Majority), (plain.EliminatesHopeless, plain.End));
        Assert.Equal((true, RunoffEnd.TwoLeft), (all.EliminatesHopeless, all.End));
    }

    [Fact]
    public void RuleOf_BottomsUp_HasAShareOnlyWhereAPercentageDecides()
    {
        var share = Assert.IsType<BottomsUp>(RuleOf($"{Share} \"12.5\", \"cutoffElimination\": true, \"doesFirstRoundDetermineThreshold\": true"));
        Assert.Equal((new Rational(1, 8), true, true), (share.Share, share.AllBelowShareGo, share.KeepsFirstThreshold));
        var plain = Assert.IsType<BottomsUp>(RuleOf($"{Share} 15"));
        Assert.Equal((new Rational(3, 20), false, false), (plain.Share, plain.AllBelowShareGo, plain.KeepsFirstThreshold));

        // A percentage that was left over: two seats are filled, though three have more than 15 of 100.
        var seats = Assert.IsType<BottomsUp>(RuleOf($"{Seats} \"bottomsUp\", \"multiSeatBottomsUpPercentageThreshold\": 15"));
        Assert.Null(seats.Share);
        Assert.Equal(["Ada", "Ben"], seats.Count(Votes.Contest("Ada Ben Cleo", 2, "50: Ada", "30: Ben", "20: Cleo")).Elected.ToArray());
    }

    [Fact]
    public void RuleOf_SeveralSeats_IsTheTransferableVote()
    {
        var plain = Assert.IsType<SingleTransferableVote>(RuleOf($"{Seats} \"multiWinnerAllowMultipleWinnersPerRound\", \"decimalPlacesForVoteArithmetic\": 12"));
        Assert.Equal((Quota.Droop, true, 12, SurplusOrder.Together), (plain.Quota, plain.HasWholeQuota, plain.Decimals, plain.SurplusOrder));
        Assert.Equal((TransferRounding.FractionThenPaper, true, SurplusMethod.WeightedInclusive), (plain.Rounding, plain.TransfersLastSurplus, plain.Surplus));

        var one = Assert.IsType<SingleTransferableVote>(RuleOf($"{Seats} \"multiWinnerAllowOnlyOneWinnerPerRound\", \"hareQuota\": true"));
        Assert.Equal((Quota.Hare, true, SurplusOrder.OneElectedARound), (one.Quota, one.HasWholeQuota, one.SurplusOrder));
        Assert.False(Assert.IsType<SingleTransferableVote>(RuleOf($"{Seats} \"multiWinnerAllowOnlyOneWinnerPerRound\", \"nonIntegerWinningThreshold\": true")).HasWholeQuota);
    }

    [Theory]
    [InlineData("\"overvoteRule\": \"alwaysSkipToNextRank\"", OvervoteRule.Skip, null, RepeatedCandidateRule.Ignore, null)]
    [InlineData("\"overvoteRule\": \"exhaustImmediately\", \"maxSkippedRanksAllowed\": 0", OvervoteRule.Exhaust, 0, RepeatedCandidateRule.Ignore, null)]
    [InlineData("\"overvoteRule\": \"exhaustIfMultipleContinuing\", \"maxRankingsAllowed\": 3", OvervoteRule.ExhaustIfSeveralContinue, null, RepeatedCandidateRule.Ignore, 3)]
    [InlineData("\"exhaustOnDuplicateCandidate\": true, \"maxSkippedRanksAllowed\": 2", OvervoteRule.Exhaust, 2, RepeatedCandidateRule.Exhaust, null)]
    public void RuleOf_HowBallotsAreRead_IsThatOfEveryMode(string members, OvervoteRule overvotes, int? skipped, RepeatedCandidateRule repeated, int? ranks)
    {
        foreach (var mode in new[]
        {
            "", $", {Seats} \"multiPassIrv\"", $", {Seats} \"bottomsUp\"", $", {Share} 15",
            $", {Seats} \"multiWinnerAllowOnlyOneWinnerPerRound\"", $", {Seats} \"multiWinnerAllowMultipleWinnersPerRound\"",
        })
        {
            var read = BallotsOf(RuleOf(members + mode));
            Assert.Equal((overvotes, skipped, repeated, ranks), (read.Overvotes, read.MaxSkippedRanks, read.RepeatedCandidates, read.MaxRanks));
        }
    }

    [Theory]
    [InlineData("\"minimumVoteThreshold\": 1", "minimumVoteThreshold")]
    [InlineData(Seats + "\"multiWinnerAllowOnlyOneWinnerPerRound\", \"decimalPlacesForVoteArithmetic\": 13", "at most 12 decimals; the configuration asks for 13")]
    [InlineData(Share + "100", "multiSeatBottomsUpPercentageThreshold of 100")]
    [InlineData(Seats + "\"multiPassIrv\", \"stopTabulationEarlyAfterRound\": 2", "stopTabulationEarlyAfterRound is not supported with the winnerElectionMode multiPassIrv")]
    [InlineData(Seats + "\"multiWinnerAllowMultipleWinnersPerRound\", \"stopTabulationEarlyAfterRound\": 2", "stopTabulationEarlyAfterRound")]
    [InlineData(Share + "15, \"stopTabulationEarlyAfterRound\": 2", "stopTabulationEarlyAfterRound")]
    [InlineData("\"cutoffElimination\": true", "cutoffElimination is not supported with the winnerElectionMode singleWinnerMajority")]
    [InlineData(Seats + "\"bottomsUp\", \"cutoffElimination\": true", "cutoffElimination")]
    public void RuleOf_WhatIsNotCountedLikeThat_IsRefusedByName(string members, string problem) =>
        Assert.Contains(problem, Assert.Throws<NotSupportedException>(() => RuleOf(members)).Message, StringComparison.Ordinal);

    // Names written in win ties that the order of the candidates does not name them in.
    [Fact]
    public void RuleOf_CandidateOrder_IsThatOfTheConfiguration()
    {
        var rule = RuleOf("\"tiebreakMode\": \"useCandidateOrder\"", """[{"name": "Cleo"}, {"name": "Ben", "excluded": true}, {"name": "Ada"}, {"name": "Dov"}]""");

        var result = rule.Count(Votes.Contest("Ada Cleo Dov", 1, "3: Ada", "3: Cleo", "3: Dov"));

        Assert.Equal(["Dov"], result.Rounds[0].Actions.Select(action => action.Candidate));
        Assert.Equal(["Cleo"], result.Elected.ToArray());
    }

    // java.util.Random(1) shuffles the seven sorted names to Dov Ada Fay Bea Cyd Gus Eva: the last of them goes out first.
    [Fact]
    public void RuleOf_Permutation_IsDrawnFromAllDeclared()
    {
        string[] names = ["Gus", "Ada", "Cyd", "Bea", "Fay", "Eva", "Dov"];
        var rule = RuleOf("\"tiebreakMode\": \"generatePermutation\", \"randomSeed\": 1", new JsonArray([.. names.Select(name => (JsonNode)new JsonObject { ["name"] = name })]).ToJsonString());

        var result = rule.Count(Votes.Contest(string.Join(' ', names), 1, names));

        Assert.Equal("Eva Gus Cyd Bea Fay", string.Join(' ', result.Rounds.SelectMany(round => round.Actions).Where(action => action.Kind == TallyActionKind.Eliminated).Select(action => action.Candidate)));
        Assert.Equal(["Dov"], result.Elected.ToArray());
    }

    // java.util.Random(42) gives 0.7275636800328681, 0.6832234717598454, 0.30871945533265976 by nextDouble. Of A B C D the third goes out (0.72 · 4 is 2.9),
    // of A B D the third (0.68 · 3 is 2.05), of A B the first wins (0.31 · 2 is 0.6).
    [Fact]
    public void RuleOf_Random_DrawsFromTheSortedNames()
    {
        var result = RuleOf("\"tiebreakMode\": \"random\", \"randomSeed\": 42").Count(Votes.Contest("D C B A", 1, "A", "B", "C", "D"));

        Assert.Equal(["C", "D", "A"], result.Rounds.SelectMany(round => round.Actions).Select(action => action.Candidate));
        Assert.Equal(["A"], result.Elected.ToArray());
        Assert.Equal(["A", "B", "C", "D"], result.Ties[0].Tied.Order());
        Assert.Equal("C", result.Ties[0].Order[^1]);
        Assert.Equal("A", result.Ties[^1].Order[0]);
    }

    // The second pass begins the sequence again: of B C D the third goes out (0.73 · 3 is 2.2), of B C the second wins (0.68 · 2 is 1.4).
    [Fact]
    public void RuleOf_RandomInPasses_BeginsAnewInEachOfThem()
    {
        var result = RuleOf($"{Seats} \"multiPassIrv\", \"tiebreakMode\": \"random\", \"randomSeed\": 42").Count(Votes.Contest("A B C D", 2, "A", "B", "C", "D"));

        Assert.Equal(["A", "C"], result.Elected.ToArray());
        Assert.Equal(["D", "C"], result.Rounds.Where(round => round.Pass == 2).SelectMany(round => round.Actions).Select(action => action.Candidate));
    }

    // No earlier round tells O, P and Q apart: a java.util.HashSet hands them out by their codes modulo 16, P (0) Q (1) O (15), and the third of
    // them goes out. Of P and Q the second wins.
    [Fact]
    public void RuleOf_PreviousRoundsThenRandom_DrawsInTheOrderOfTheHashSet()
    {
        var rule = RuleOf("\"tiebreakMode\": \"previousRoundCountsThenRandom\", \"randomSeed\": 42");

        var result = rule.Count(Votes.Contest("O P Q Z", 1, "4: O", "4: P", "4: Q", "1: Z"));

        Assert.Equal(["Z", "O", "Q"], result.Rounds.SelectMany(round => round.Actions).Select(action => action.Candidate));
        Assert.Equal(["Q"], result.Elected.ToArray());
    }

    // P and Q have 4 each in the second round, and Q had fewer in the first: no number is drawn, and the next tie has the first of the sequence.
    [Fact]
    public void RuleOf_PreviousRoundsThenRandom_DrawsOnlyWhatTheyLeaveOpen()
    {
        var rule = RuleOf("\"tiebreakMode\": \"previousRoundCountsThenRandom\", \"randomSeed\": 42");

        // Round 2: P 4, Q 4 (of which one was Z's), O 6, R 6; Q goes out, and its ballots to nobody. Round 3: P. Round 4: O and R, equal in all rounds: in
        // the order of the HashSet, O (15) behind R (2), the second wins.
        var result = rule.Count(Votes.Contest("O P Q R Z", 1, "6: O", "4: P", "3: Q", "6: R", "1: Z Q"));

        Assert.Equal(["Z", "Q", "P", "O"], result.Rounds.SelectMany(round => round.Actions).Select(action => action.Candidate));
    }

    [Theory]
    [InlineData("stopCountingAndAsk", TallyStatus.OpenTie)]
    [InlineData("previousRoundCountsThenAsk", TallyStatus.Decided)]
    public void RuleOf_Asking_LeavesOpenWhatEarlierRoundsDoNotTell(string mode, TallyStatus status)
    {
        var rule = RuleOf($"\"tiebreakMode\": \"{mode}\"");

        // In the last round A and B have 4 each, in the first A had more.
        var result = rule.Count(Votes.Contest("B A C", 1, "4: A", "3: B", "1: C B"));
        Assert.Equal(status, result.Status);
        Assert.Equal(status == TallyStatus.Decided ? ["A"] : [], result.Elected.ToArray());

        // Equal in every round: both modes ask.
        var contest = Votes.Contest("B A", 1, "4: A", "4: B");
        Assert.Equal(TallyStatus.OpenTie, rule.Count(contest).Status);
        Assert.Equal(["A"], rule.Count(contest, new TallyRequest { Decisions = [new(1, ["A", "B"])] }).Elected.ToArray());
    }

    [Fact]
    public void RuleOf_Configuration_IsWrittenIntoTheReceipt()
    {
        var rule = RuleOf("\"tiebreakMode\": \"random\", \"randomSeed\": -17");

        Assert.Equal("-17", rule.DescribeOptions()["rctabTies"]!["seed"]!.ToString());
    }

    private static ITallyRule RuleOf(string members, string candidates = RctabFiles.Candidates)
    {
        var rules = JsonNode.Parse(
            """
            {"tiebreakMode": "stopCountingAndAsk", "overvoteRule": "exhaustImmediately", "winnerElectionMode": "singleWinnerMajority",
             "numberOfWinners": 1, "decimalPlacesForVoteArithmetic": 4, "maxSkippedRanksAllowed": "unlimited", "maxRankingsAllowed": "max"}
            """)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse($"{{{members}}}")!.AsObject())
        {
            rules[name] = value?.DeepClone();
        }

        return RctabTally.RuleOf(RctabConfig.Read(Utf8(RctabFiles.Config(rules: rules.ToJsonString(), candidates: candidates))));
    }

    private static BallotHandling BallotsOf(ITallyRule rule) => rule switch
    {
        InstantRunoff one => one.Ballots,
        MultiPassInstantRunoff passes => passes.Ballots,
        BottomsUp up => up.Ballots,
        _ => ((SingleTransferableVote)rule).Ballots,
    };
}
