using System.Collections.Immutable;

namespace CivicTech.Budgeting.Voting.Boxes;

/// <summary>What became of files that were to be saved.</summary>
public sealed class SavedFiles
{
    /// <summary>What became of them.</summary>
    /// <param name="state">The state of the box.</param>
    /// <param name="isSaved">For each file, in order, whether it is saved now.</param>
    public SavedFiles(BoxState state, ImmutableArray<bool> isSaved)
    {
        (State, IsSaved) = (state, isSaved);
    }

    /// <summary>The state of the box. When it is another than was expected, nothing was saved or only what was saved before it changed.</summary>
    public BoxState State { get; }

    /// <summary>For each file, in order, whether it is saved now; not, when the box has another version of it than the one before, or is in another state.</summary>
    public ImmutableArray<bool> IsSaved { get; }
}
