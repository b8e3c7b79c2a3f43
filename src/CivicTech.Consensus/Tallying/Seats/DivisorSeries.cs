using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Seats;

/// <summary>What the votes of a party with s seats are divided by when the next seat is given.</summary>
public enum DivisorSeries
{
    /// <summary>s + 1: D'Hondt, Jefferson. Favours large parties.</summary>
    [JsonStringEnumMemberName("d-hondt")]
    DHondt,

    /// <summary>2 s + 1: Sainte-Laguë, Webster. Favours nobody; with a first divisor of 7/5 it is the modified method of Norway and, until 2018, of Sweden.</summary>
    [JsonStringEnumMemberName("sainte-lague")]
    SainteLague,

    /// <summary>3 s + 1: the Danish method. Favours small parties.</summary>
    [JsonStringEnumMemberName("danish")]
    Danish,

    /// <summary>s: Adams. Everybody gets a first seat before anybody a second one.</summary>
    [JsonStringEnumMemberName("adams")]
    Adams,

    /// <summary>The square root of s (s + 1): Huntington and Hill, as for the House of Representatives of the United States. Compared by squares.</summary>
    [JsonStringEnumMemberName("huntington-hill")]
    HuntingtonHill,

    /// <summary>s / 2 + 1: Imperiali, of Belgian communes. Favours large parties more than D'Hondt.</summary>
    [JsonStringEnumMemberName("imperiali")]
    Imperiali,

    /// <summary>As <see cref="HighestAverages.GivenDivisors"/> say.</summary>
    [JsonStringEnumMemberName("given")]
    Given,
}
