using System.Collections.Immutable;

namespace CivicTech.Consensus.Formats;

/// <summary>Reads one RCTab configuration and checks what RCTab checks.</summary>
internal sealed class RctabConfigReader(BallotContent content)
{
    private const long MaxSeed = (1L << 47) - 1;

    private readonly List<BallotDiagnostic> _problems = [];

    internal RctabConfig Read()
    {
        var file = JsonPart.Read(content);
        if (!file.IsObject)
        {
            throw content.Error(file.At, "expected an RCTab configuration: an object with the members outputSettings, cvrFileSources, candidates and rules");
        }

        var members = new RctabMembers(content, file, "", _problems);
        var output = members.Object("outputSettings");
        var rules = members.Object("rules");
        var config = new RctabConfig
        {
            TabulatorVersion = Required(members, "tabulatorVersion"),
            ContestName = Required(output, "contestName"),
            ContestDate = output.Text("contestDate"),
            ContestJurisdiction = output.Text("contestJurisdiction"),
            ContestOffice = output.Text("contestOffice"),
            TabulateByPrecinct = output.Flag("tabulateByPrecinct"),
            TabulateByBatch = output.Flag("tabulateByBatch"),
            CvrFileSources = [.. members.Objects("cvrFileSources").Select(source => RctabSourceReader.Read(source, output, rules.Text("overvoteRule")))],
            Candidates = [.. members.Objects("candidates").Select(ReadCandidate)],
            Rules = ReadRules(rules),
        };
        if (config.CvrFileSources.IsEmpty)
        {
            members.Problem("cvrFileSources", "expected at least one file of cast vote records");
        }

        var twice = config.CvrFileSources.Select(source => source.FilePath).GroupBy(path => path, StringComparer.Ordinal).FirstOrDefault(group => group.Key.Length > 0 && group.Count() > 1);
        if (twice is not null)
        {
            members.Problem("cvrFileSources", $"the file {BallotContent.Shown(twice.Key)} is named twice");
        }

        RctabNames.Check(config, members);
        RctabRuleChecks.Check(config.Rules, rules);
        return _problems.Count == 0
            ? config
            : throw new BallotFormatException(content.Source, _problems[0] with { Message = string.Join("; ", _problems.Select(problem => problem.Message).Distinct(StringComparer.Ordinal)) });
    }

    private static string Required(RctabMembers members, string member)
    {
        var text = members.Text(member);
        if (string.IsNullOrWhiteSpace(text))
        {
            members.Problem(member, "is required");
        }

        return text;
    }

    private static RctabCandidate ReadCandidate(RctabMembers candidate)
    {
        var name = Required(candidate, "name");

        // Configurations of older versions have one code in place of aliases.
        var code = candidate.Text("code");
        ImmutableArray<string> aliases = [.. candidate.Texts("aliases"), .. string.IsNullOrWhiteSpace(code) ? [] : new[] { code }];
        return new RctabCandidate(name, candidate.Flag("excluded"), aliases);
    }

    private static RctabRules ReadRules(RctabMembers rules) => new()
    {
        TiebreakMode = rules.OneOf("tiebreakMode", "random", "stopCountingAndAsk", "previousRoundCountsThenRandom", "previousRoundCountsThenAsk", "useCandidateOrder", "generatePermutation"),
        OvervoteRule = rules.OneOf("overvoteRule", "alwaysSkipToNextRank", "exhaustImmediately", "exhaustIfMultipleContinuing"),
        WinnerElectionMode = rules.OneOf(
            "winnerElectionMode",
            "singleWinnerMajority",
            "multiWinnerAllowOnlyOneWinnerPerRound",
            "multiWinnerAllowMultipleWinnersPerRound",
            "bottomsUp",
            "bottomsUpUsingPercentageThreshold",
            "multiPassIrv"),
        RandomSeed = rules.Number("randomSeed", -MaxSeed - 1, MaxSeed, isRequired: false),
        NumberOfWinners = (int)(rules.Number("numberOfWinners", 0, int.MaxValue, isRequired: true) ?? 0),
        MultiSeatBottomsUpPercentageThreshold = rules.Percentage("multiSeatBottomsUpPercentageThreshold", isRequired: rules.Text("numberOfWinners") == "0"),
        DecimalPlacesForVoteArithmetic = (int)(rules.Number("decimalPlacesForVoteArithmetic", 1, 20, isRequired: true) ?? 1),
        MaxSkippedRanksAllowed = rules.NumberOr("maxSkippedRanksAllowed", 0, "unlimited"),
        MaxRankingsAllowed = rules.NumberOr("maxRankingsAllowed", 1, "max"),
        MinimumVoteThreshold = (int?)rules.Number("minimumVoteThreshold", 0, int.MaxValue, isRequired: false),
        StopTabulationEarlyAfterRound = (int?)rules.Number("stopTabulationEarlyAfterRound", 1, int.MaxValue, isRequired: false),
        NonIntegerWinningThreshold = rules.Flag("nonIntegerWinningThreshold"),
        DoesFirstRoundDetermineThreshold = rules.Flag("doesFirstRoundDetermineThreshold"),
        HareQuota = rules.Flag("hareQuota"),
        BatchElimination = rules.Flag("batchElimination"),
        CutoffElimination = rules.Flag("cutoffElimination"),
        ContinueUntilTwoCandidatesRemain = rules.Flag("continueUntilTwoCandidatesRemain"),
        ExhaustOnDuplicateCandidate = rules.Flag("exhaustOnDuplicateCandidate"),
        RulesDescription = rules.Text("rulesDescription"),
    };
}
