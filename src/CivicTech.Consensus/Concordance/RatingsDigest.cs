using System.Globalization;
using System.Text.Json.Nodes;
using CivicTech.Consensus.Ranks;
using CivicTech.Receipts;

namespace CivicTech.Consensus.Concordance;

/// <summary>The digest of what raters said, as far as rank statistics look at it.</summary>
internal static class RatingsDigest
{
    /// <summary>
    /// The SHA-256 of the canonical JSON of items, raters, weights and ranks: for each rater and item twice the midrank among the k items
    /// that the rater rated, less k + 1; null where there is no rating.
    /// </summary>
    internal static Digest Of(Ratings ratings) => Digest.Of(CanonicalJson.ToBytes(new JsonObject
    {
        ["items"] = ConcordanceJson.Ids(ratings.Items),
        ["raters"] = ConcordanceJson.Ids(ratings.Raters),
        ["ranks"] = new JsonArray([.. Enumerable.Range(0, ratings.Raters.Count).Select(rater => RanksOf(ratings.Row(rater)))]),
        ["weights"] = new JsonArray([.. ratings.Weights.Select(weight => (JsonNode)weight.ToString(CultureInfo.InvariantCulture))]),
    }));

    private static JsonArray RanksOf(ReadOnlySpan<double> row)
    {
        var rated = new RatedItems(row);
        var ranks = new JsonNode?[row.Length];
        for (var i = 0; i < rated.Items.Length; i++)
        {
            ranks[rated.Items[i]] = (int)rated.Ranks[i];
        }

        return new(ranks);
    }
}
