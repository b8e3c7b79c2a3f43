namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>
/// Which groups of people a reader can tell apart by what is published of the answers to one item. Sums over groups are published; what can be had from them by adding and subtracting are sums
/// over unions of the parts into which the groups cut the people. So nothing of fewer people than the smallest cell comes out as long as every part has that many.
/// </summary>
/// <remarks>
/// Answers of two rounds are different quantities, and are not subtracted from each other, until a figure says how much they are alike: "unchanged share 1" makes them one quantity, and who left
/// in between is what is missing. Such a figure is published only where the groups of both rounds, taken together, still have no small part.
/// </remarks>
internal sealed class LinkedCells(int smallest)
{
    private Dictionary<string, string> _parts = [];

    /// <summary>Begins anew: what came before cannot be subtracted from what comes now.</summary>
    /// <param name="groups">The group of each person; none when nothing is published of them.</param>
    internal void Begin(IReadOnlyDictionary<string, string> groups) => _parts = new(groups, StringComparer.Ordinal);

    /// <summary>
    /// Cuts the parts by groups that are to be published as well, unless a part would be too small; whoever is in none of the groups is apart from those who are. False too where there is nothing
    /// that could be cut.
    /// </summary>
    internal bool TryCut(IReadOnlyDictionary<string, string> groups)
    {
        var cut = _parts.Keys.Union(groups.Keys, StringComparer.Ordinal).ToDictionary(person => person, person => $"{Mark(_parts, person)}\0{Mark(groups, person)}", StringComparer.Ordinal);
        if (_parts.Count == 0 || cut.Values.CountBy(part => part, StringComparer.Ordinal).Any(part => part.Value < smallest))
        {
            return false;
        }

        _parts = cut;
        return true;
    }

    // To be in no group is not to be in one without a name.
    private static string Mark(IReadOnlyDictionary<string, string> groups, string person) => groups.TryGetValue(person, out var group) ? $"in {group}" : "out";
}
