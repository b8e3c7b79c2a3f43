using System.Text.Json.Serialization;

namespace CivicTech.Crowdfunding.Pledges;

/// <summary>Whether a promise stands. What became of the money is another question: see <see cref="Pledge.Attempts"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PledgeStanding>))]
public enum PledgeStanding
{
    /// <summary>It stands.</summary>
    [JsonStringEnumMemberName("committed")]
    Committed,

    /// <summary>The backer took it back while that could be done.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,

    /// <summary>The campaign did not succeed, was cancelled, or missed the target on which the pledge depended: nobody owes anything.</summary>
    [JsonStringEnumMemberName("void")]
    Void,

    /// <summary>It could not be collected, and that was given up.</summary>
    [JsonStringEnumMemberName("dropped")]
    Dropped,
}
