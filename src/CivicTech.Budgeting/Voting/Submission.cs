using System.Text.Json.Serialization;

namespace CivicTech.Budgeting.Voting;

/// <summary>How a ballot gets into the box.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Submission>))]
public enum Submission
{
    /// <summary>It is cast, area by area, and is final.</summary>
    [JsonStringEnumMemberName("one-shot")]
    OneShot,

    /// <summary>It is kept in a basket, which counts for nothing, until the voter submits all of it; then it is final.</summary>
    [JsonStringEnumMemberName("basket")]
    Basket,

    /// <summary>It is cast, area by area, and may be replaced or taken back until the vote closes: the last one counts.</summary>
    [JsonStringEnumMemberName("revise-until-close")]
    ReviseUntilClose,
}
