using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Consensus.Formats;

/// <summary>The rule that an RCTab configuration describes.</summary>
public static class RctabTally
{
    /// <summary>The rule, with every option as the configuration sets it; ties are drawn as RCTab draws them.</summary>
    /// <remarks>
    /// <c>stopCountingAndAsk</c> leaves ties open for a <see cref="TieDecision"/>. The places of a permutation or a candidate order are those of
    /// the declared candidates; undeclared write-ins win ties that such an order does not name them in, as in RCTab.
    /// </remarks>
    /// <param name="config">The configuration.</param>
    /// <exception cref="NotSupportedException">
    /// Votes have more than 12 decimals; a minimum of votes is set, which RCTab 2.0 does not look at either; nobody can have more than the
    /// percentage; the count ends early with another mode than <c>singleWinnerMajority</c>, or candidates below the threshold go out with another
    /// one than <c>bottomsUpUsingPercentageThreshold</c>.
    /// </exception>
    public static ITallyRule RuleOf(RctabConfig config)
    {
        ArgumentNullException.ThrowIfNull(config);
        var rules = config.Rules;
        CheckSupport(rules);
        return rules.WinnerElectionMode switch
        {
            "singleWinnerMajority" => new InstantRunoff
            {
                Ballots = Ballots(rules),
                EliminatesHopeless = rules.BatchElimination,
                End = End(rules),
                KeepsFirstThreshold = rules.DoesFirstRoundDetermineThreshold,
                StopAfterRound = rules.StopTabulationEarlyAfterRound,
                Ties = Chain(config),
                RctabTies = TiesOf(rules),
            },
            "multiPassIrv" => new MultiPassInstantRunoff
            {
                Ballots = Ballots(rules),
                EliminatesHopeless = rules.BatchElimination,
                End = End(rules),
                Ties = Chain(config),
                RctabTies = TiesOf(rules),
            },
            "bottomsUp" or "bottomsUpUsingPercentageThreshold" => new BottomsUp
            {
                Ballots = Ballots(rules),

                // A percentage may be left in a configuration that fills seats: it has no meaning there.
                Share = IsByPercentage(rules) ? rules.MultiSeatBottomsUpPercentageThreshold / 100 : null,
                KeepsFirstThreshold = rules.DoesFirstRoundDetermineThreshold,
                AllBelowShareGo = rules.CutoffElimination,
                Ties = Chain(config),
                RctabTies = TiesOf(rules),
            },
            _ => new SingleTransferableVote
            {
                Ballots = Ballots(rules),
                Quota = rules.HareQuota ? Quota.Hare : Quota.Droop,
                HasWholeQuota = !rules.NonIntegerWinningThreshold,
                Decimals = rules.DecimalPlacesForVoteArithmetic,
                Rounding = TransferRounding.FractionThenPaper,
                SurplusOrder = rules.WinnerElectionMode == "multiWinnerAllowOnlyOneWinnerPerRound" ? SurplusOrder.OneElectedARound : SurplusOrder.Together,
                TransfersLastSurplus = true,
                Ties = Chain(config),
                RctabTies = TiesOf(rules),
            },
        };
    }

    private static void CheckSupport(RctabRules rules)
    {
        Refuse(rules.MinimumVoteThreshold > 0, "A minimumVoteThreshold is not supported: RCTab 2.0 does not look at it.");
        Refuse(IsByPercentage(rules) && rules.MultiSeatBottomsUpPercentageThreshold == 100, "Nobody can have more than a multiSeatBottomsUpPercentageThreshold of 100.");
        Refuse(rules.CutoffElimination && !IsByPercentage(rules), $"cutoffElimination is not supported with the winnerElectionMode {rules.WinnerElectionMode}.");
        Refuse(
            rules.StopTabulationEarlyAfterRound is not null && rules.WinnerElectionMode != "singleWinnerMajority",
            $"stopTabulationEarlyAfterRound is not supported with the winnerElectionMode {rules.WinnerElectionMode}.");
        Refuse(
            rules.DecimalPlacesForVoteArithmetic > 12 && rules.WinnerElectionMode.StartsWith("multiWinner", StringComparison.Ordinal),
            $"Votes have at most 12 decimals; the configuration asks for {rules.DecimalPlacesForVoteArithmetic}.");

        static void Refuse(bool isNotSupported, string message)
        {
            if (isNotSupported)
            {
                throw new NotSupportedException(message);
            }
        }
    }

    private static bool IsByPercentage(RctabRules rules) => rules.WinnerElectionMode == "bottomsUpUsingPercentageThreshold";

    private static BallotHandling Ballots(RctabRules rules) => new()
    {
        Overvotes = rules.OvervoteRule switch
        {
            "alwaysSkipToNextRank" => OvervoteRule.Skip,
            "exhaustIfMultipleContinuing" => OvervoteRule.ExhaustIfSeveralContinue,
            _ => OvervoteRule.Exhaust,
        },
        MaxSkippedRanks = rules.MaxSkippedRanksAllowed,
        RepeatedCandidates = rules.ExhaustOnDuplicateCandidate ? RepeatedCandidateRule.Exhaust : RepeatedCandidateRule.Ignore,
        MaxRanks = rules.MaxRankingsAllowed,
    };

    private static RunoffEnd End(RctabRules rules) => rules.ContinueUntilTwoCandidatesRemain ? RunoffEnd.TwoLeft : RunoffEnd.Majority;

    private static RctabTies? TiesOf(RctabRules rules) => rules.TiebreakMode switch
    {
        "random" => new RctabTies { Mode = RctabTieMode.Random, Seed = rules.RandomSeed ?? 0 },
        "previousRoundCountsThenRandom" => new RctabTies { Mode = RctabTieMode.PreviousRoundsThenRandom, Seed = rules.RandomSeed ?? 0 },
        _ => null,
    };

    private static TieChain Chain(RctabConfig config)
    {
        string[] declared = [.. config.Candidates.Select(candidate => candidate.Name)];
        switch (config.Rules.TiebreakMode)
        {
            case "useCandidateOrder":
                return TieChain.By(TieKey.PublishedOrder([RctabNames.WriteIns, .. declared]));
            case "generatePermutation":
                return TieChain.By(TieKey.PublishedOrder([RctabNames.WriteIns, .. RctabTies.Permutation(config.Rules.RandomSeed ?? 0, declared)]));
            case "previousRoundCountsThenAsk":
                return TieChain.By(TieKey.Highest("votes-backwards"));
            default:
                return TieChain.Refuse;
        }
    }
}
