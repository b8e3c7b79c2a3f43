using CivicTech.Consensus.Delphi.Rounds;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>Which groups are so small that showing how they answered would say who said what.</summary>
internal static class SmallCells
{
    /// <summary>
    /// The roles that may be shown beside the whole: those with enough answers, as long as the rest, which anyone gets by subtraction, has enough answers too, or none. Where the rest is too
    /// small, the smallest roles go with it.
    /// </summary>
    internal static HashSet<string> Shown(IEnumerable<RoleCounts> roles, int smallest)
    {
        var sizes = roles.Select(role => (role.Role, Size: role.Counts.Sum())).Where(role => role.Size > 0)
            .OrderBy(role => role.Size).ThenBy(role => role.Role, StringComparer.Ordinal).ToList();
        var place = sizes.TakeWhile(role => role.Size < smallest).Count();
        var hidden = sizes.Take(place).Sum(role => role.Size);
        while (hidden > 0 && hidden < smallest && place < sizes.Count)
        {
            hidden += sizes[place++].Size;
        }

        return sizes.Skip(place).Select(role => role.Role).ToHashSet(StringComparer.Ordinal);
    }
}
