namespace CivicTech.Budgeting.Voting.Files;

/// <summary>Where trackers come from.</summary>
public interface ITrackerSource
{
    /// <summary>A tracker that was never given before, and that nobody can foresee. Safe for several threads.</summary>
    Tracker Draw();
}
