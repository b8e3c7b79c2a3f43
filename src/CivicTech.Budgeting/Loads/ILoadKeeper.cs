namespace CivicTech.Budgeting.Loads;

/// <summary>Keeps the loads of voters during a run.</summary>
internal interface ILoadKeeper
{
    /// <summary>All projects whose turn comes first, ascending: several only if their supporters have the money at exactly the same time.</summary>
    /// <param name="projects">At least one, ascending; each has supporters and costs something.</param>
    int[] Earliest(IReadOnlyList<int> projects);

    /// <summary>The supporters of a project, whose turn it is, pay everything they have.</summary>
    void Buy(int project);
}
