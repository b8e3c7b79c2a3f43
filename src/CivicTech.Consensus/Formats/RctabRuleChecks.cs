namespace CivicTech.Consensus.Formats;

/// <summary>Rules of an RCTab configuration that do not go together.</summary>
internal static class RctabRuleChecks
{
    internal static void Check(RctabRules rules, RctabMembers members)
    {
        var mode = rules.WinnerElectionMode;
        var isByPercentage = mode == "bottomsUpUsingPercentageThreshold";
        Refuse("randomSeed", rules.TiebreakMode is "random" or "previousRoundCountsThenRandom" or "generatePermutation" && rules.RandomSeed is null, "is required where ties are drawn");
        if (int.TryParse(members.Text("numberOfWinners"), out var winners))
        {
            Refuse("numberOfWinners", winners > 0 && isByPercentage, "expected 0 where a percentage decides");
            Refuse("winnerElectionMode", winners == 0 && !isByPercentage, "no winner goes with bottomsUpUsingPercentageThreshold alone");
            Refuse("winnerElectionMode", winners == 1 && mode != "singleWinnerMajority", "one winner goes with singleWinnerMajority alone");
            Refuse("continueUntilTwoCandidatesRemain", winners > 1 && mode != "multiPassIrv" && rules.ContinueUntilTwoCandidatesRemain, "cannot be true with several winners");
            Refuse("batchElimination", winners > 1 && mode != "multiPassIrv" && rules.BatchElimination, "cannot be true with several winners");
            Refuse("doesFirstRoundDetermineThreshold", winners > 1 && rules.DoesFirstRoundDetermineThreshold, "cannot be true with several winners");
        }

        Refuse("batchElimination", isByPercentage && rules.BatchElimination, "cannot be true where a percentage decides");
        var hasQuota = mode is "multiWinnerAllowOnlyOneWinnerPerRound" or "multiWinnerAllowMultipleWinnersPerRound";
        Refuse("nonIntegerWinningThreshold", !hasQuota && rules.NonIntegerWinningThreshold, $"cannot be true with the winnerElectionMode {mode}");
        Refuse("hareQuota", !hasQuota && rules.HareQuota, $"cannot be true with the winnerElectionMode {mode}");
        Refuse("hareQuota", rules.HareQuota && rules.NonIntegerWinningThreshold, "cannot be true together with nonIntegerWinningThreshold");

        void Refuse(string member, bool isWrong, string message)
        {
            if (isWrong)
            {
                members.Problem(member, message);
            }
        }
    }
}
