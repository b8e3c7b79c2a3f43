namespace CivicTech.Budgeting.Formats;

/// <summary>The three parts of a file.</summary>
internal enum PabulibSection
{
    None,
    Meta,
    Projects,
    Votes,
}
