using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Transfers;

/// <summary>What becomes of a ballot when the rank that is looked at holds several candidates.</summary>
public enum OvervoteRule
{
    /// <summary>It is inactive from there on.</summary>
    [JsonStringEnumMemberName("exhaust")]
    Exhaust,

    /// <summary>The rank is passed over.</summary>
    [JsonStringEnumMemberName("skip")]
    Skip,

    /// <summary>It is inactive if at least one of them continues; the rank is passed over when none does. (Maine, Alaska.)</summary>
    [JsonStringEnumMemberName("exhaust-if-any-continues")]
    ExhaustIfAnyContinues,

    /// <summary>
    /// It counts for the one of them who continues; it is inactive when several do, and the rank is passed over when none does. A rank whose
    /// candidates are not named makes it inactive.
    /// </summary>
    [JsonStringEnumMemberName("exhaust-if-several-continue")]
    ExhaustIfSeveralContinue,
}
