using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>Generated readers and writers of options.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(NamedOnly<MultipleMarks>), typeof(NamedOnly<MissingScores>), typeof(NamedOnly<MissingGrades>), typeof(NamedOnly<JudgmentTies>), typeof(NamedOnly<BordaUnranked>),
        typeof(NamedOnly<UnrankedPoints>), typeof(NamedOnly<StarTies>), typeof(NamedOnly<RangeDivisors>), typeof(NamedOnly<QuotaFilling>), typeof(NamedOnly<StarSpending>)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(Plurality))]
[JsonSerializable(typeof(TwoRound))]
[JsonSerializable(typeof(ApprovalVoting))]
[JsonSerializable(typeof(ScoreVoting))]
[JsonSerializable(typeof(Star))]
[JsonSerializable(typeof(MajorityJudgment))]
[JsonSerializable(typeof(BordaCount))]
[JsonSerializable(typeof(Dowdall))]
[JsonSerializable(typeof(Positional))]
[JsonSerializable(typeof(Bucklin))]
[JsonSerializable(typeof(AllocatedScore))]
[JsonSerializable(typeof(ReweightedRange))]
[JsonSerializable(typeof(SequentiallySpentScore))]
internal sealed partial class ScoringOptionsContext : JsonSerializerContext;
