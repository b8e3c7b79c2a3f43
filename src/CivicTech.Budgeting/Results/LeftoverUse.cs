using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Results;

/// <summary>What becomes of the money that the count of an area leaves.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LeftoverUse>))]
public enum LeftoverUse
{
    /// <summary>It goes to the left-over account of the area.</summary>
    [JsonStringEnumMemberName("returned")]
    Returned,

    /// <summary>It is added to the budget of the next area that has one, in the order of the count; what the last one leaves is returned.</summary>
    [JsonStringEnumMemberName("carried")]
    Carried,

    /// <summary>It is added to the budget of a named area, which is counted last; what that one leaves is returned.</summary>
    [JsonStringEnumMemberName("to-area")]
    ToArea,
}
