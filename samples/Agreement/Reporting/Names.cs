namespace Agreement.Reporting;

/// <summary>Names in a sentence.</summary>
internal static class Names
{
    private const int Shown = 12;

    /// <summary>The first few, and how many more there are.</summary>
    internal static string Listed(IReadOnlyList<string> names) => names.Count <= Shown
        ? string.Join(", ", names)
        : $"{string.Join(", ", names.Take(Shown))} and {Figures.Count(names.Count - Shown)} more (--json lists all)";
}
