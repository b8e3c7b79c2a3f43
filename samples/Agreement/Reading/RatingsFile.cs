using CivicTech.Consensus.Concordance;

namespace Agreement.Reading;

/// <summary>Ratings as a file holds them.</summary>
/// <param name="Source">Where they are from.</param>
/// <param name="Ratings">What raters said.</param>
/// <param name="FirstGap">The place of the first missing rating and whose it is; null when none is missing.</param>
/// <param name="Gaps">How many ratings are missing.</param>
/// <param name="Notes">What the reader took for granted and a person should see.</param>
public sealed record RatingsFile(string Source, Ratings Ratings, string? FirstGap, long Gaps, IReadOnlyList<string> Notes);
