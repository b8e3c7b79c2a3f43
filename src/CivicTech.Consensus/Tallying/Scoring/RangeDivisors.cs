using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>After which method of dividing seats <see cref="ReweightedRange"/> lowers weights.</summary>
public enum RangeDivisors
{
    /// <summary>1, 1/2, 1/3 for ballots with highest scores: parties get seats as by D'Hondt.</summary>
    [JsonStringEnumMemberName("d-hondt")]
    DHondt,

    /// <summary>1, 1/3, 1/5: as by Sainte-Laguë.</summary>
    [JsonStringEnumMemberName("sainte-lague")]
    SainteLague,
}
