using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>How much of the quota a ballot fills that is allocated to an elected candidate.</summary>
public enum QuotaFilling
{
    /// <summary>What is left of it: the definition.</summary>
    [JsonStringEnumMemberName("weight")]
    Weight,

    /// <summary>One whole ballot, however little of it is left: as the program starvote 2.1 counts.</summary>
    [JsonStringEnumMemberName("whole-ballots")]
    WholeBallots,
}
