using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Coefficients;

/// <summary>How much agreement two categories have when they are i and j of k in order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<KappaWeights>))]
public enum KappaWeights
{
    /// <summary>1 for the same category and 0 for others: Cohen's kappa (1960).</summary>
    [JsonStringEnumMemberName("unweighted")]
    Unweighted,

    /// <summary>1 - |i - j| / (k - 1): equal spacing (Cicchetti and Allison 1971).</summary>
    [JsonStringEnumMemberName("linear")]
    Linear,

    /// <summary>1 - (i - j)² / (k - 1)² (Fleiss and Cohen 1973); the usual choice for ordered categories.</summary>
    [JsonStringEnumMemberName("quadratic")]
    Quadratic,
}
