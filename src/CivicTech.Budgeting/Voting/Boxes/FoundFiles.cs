using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Files;

namespace CivicTech.Budgeting.Voting.Boxes;

/// <summary>Files of some voters, and the state of their box at the same instant or later.</summary>
public sealed class FoundFiles
{
    /// <summary>What was found.</summary>
    /// <param name="state">The state of the box.</param>
    /// <param name="files">For each voter that was asked for, in that order, the file; null when there is none.</param>
    public FoundFiles(BoxState state, ImmutableArray<VoterFile?> files)
    {
        (State, Files) = (state, files);
    }

    /// <summary>The state of the box.</summary>
    public BoxState State { get; }

    /// <summary>For each voter that was asked for, in that order, the file; null when there is none.</summary>
    public ImmutableArray<VoterFile?> Files { get; }
}
