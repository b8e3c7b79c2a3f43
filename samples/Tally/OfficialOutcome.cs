using CivicTech.Budgeting.Allocation;

namespace Tally;

/// <summary>The outcome beside what the file says was selected: 1 by the rule, 2 and more by other means.</summary>
public sealed class OfficialOutcome
{
    private OfficialOutcome(Allocation allocation)
    {
        var funded = allocation.Funded.Select(project => project.Id).ToHashSet(StringComparer.Ordinal);
        var projects = allocation.Election.Projects;
        OnlyOfficial = [.. projects.Where(project => project.Selected == 1 && !funded.Contains(project.Id)).Select(project => project.Id)];
        OnlyHere = [.. projects.Where(project => project.Selected is null or 0 && funded.Contains(project.Id)).Select(project => project.Id)];
        ByOtherMeans = [.. projects.Where(project => project.Selected > 1 && !funded.Contains(project.Id)).Select(project => project.Id)];
    }

    public bool Agrees => OnlyOfficial.Count + OnlyHere.Count == 0;

    public IReadOnlyList<string> OnlyOfficial { get; }

    public IReadOnlyList<string> OnlyHere { get; }

    /// <summary>Funded officially, but not by the rule: from a reserve, as an award.</summary>
    public IReadOnlyList<string> ByOtherMeans { get; }

    /// <summary>Null when the file does not say what was selected.</summary>
    public static OfficialOutcome? Of(Allocation allocation) =>
        allocation.Election.Projects.Any(project => project.Selected is not null) ? new OfficialOutcome(allocation) : null;

    public override string ToString()
    {
        var text = Agrees
            ? "The outcome agrees with the one that the file states (its column 'selected')."
            : "The outcome differs from the one that the file states (its column 'selected'):"
                + Listed("officially funded, not here", OnlyOfficial) + Listed("funded here, not officially", OnlyHere);
        return text + (ByOtherMeans.Count > 0 ? $"\nFunded officially by other means than the rule, such as a reserve: {string.Join(", ", ByOtherMeans)}" : "");
    }

    private static string Listed(string title, IReadOnlyList<string> ids) => ids.Count > 0 ? $"\n  {title}: {string.Join(", ", ids)}" : "";
}
