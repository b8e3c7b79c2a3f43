using System.Text.Json.Serialization;

namespace CivicTech.Consensus.Tallying.Scoring;

/// <summary>How STAR voting breaks ties before <see cref="Star.Ties"/> is asked.</summary>
public enum StarTies
{
    /// <summary>
    /// The official protocol of starvoting.org. Tied for the runoff: whoever lost most match-ups among the tied goes, again and again; when all
    /// lost equally many, those with the most highest scores advance or those with the fewest go; after a lot it starts anew. Tied in the
    /// runoff: the higher sum of scores, then the more highest scores.
    /// </summary>
    [JsonStringEnumMemberName("official")]
    Official,

    /// <summary>
    /// The reading of the program starvote 2.1. Tied for the runoff: the votes won in all match-ups among the tied, then highest scores; a lot
    /// does not start it anew. Tied in the runoff: as in <see cref="Official"/>.
    /// </summary>
    [JsonStringEnumMemberName("preference-votes")]
    PreferenceVotes,

    /// <summary>There is no protocol: every tie is left to <see cref="Star.Ties"/>.</summary>
    [JsonStringEnumMemberName("none")]
    None,
}
