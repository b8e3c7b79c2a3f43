using System.Text;

namespace CivicTech.Budgeting.Formats;

/// <summary>The line that begins a section: its name alone, in any case; empty cells may follow.</summary>
internal static class PabulibTitle
{
    internal static PabulibSection Of(PabulibCells cells)
    {
        for (var i = 1; i < cells.Count; i++)
        {
            if (cells.Bytes(i).Length > 0)
            {
                return PabulibSection.None;
            }
        }

        var title = cells.Bytes(0).Trim(" \t"u8);
        return title.Length > 8 ? PabulibSection.None : Of(Encoding.UTF8.GetString(title));
    }

    internal static bool IsTitle(string text) => Of(text) != PabulibSection.None;

    private static PabulibSection Of(string text) => text.ToUpperInvariant() switch
    {
        "META" => PabulibSection.Meta,
        "PROJECTS" => PabulibSection.Projects,
        "VOTES" => PabulibSection.Votes,
        _ => PabulibSection.None,
    };
}
