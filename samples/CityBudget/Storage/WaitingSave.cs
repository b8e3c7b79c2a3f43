using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Files;

namespace CityBudget.Storage;

/// <summary>A save that waits for its turn to write.</summary>
internal sealed class WaitingSave(string cycle, int edition, IReadOnlyList<VoterFile> files)
{
    internal string Cycle => cycle;

    internal int Edition => edition;

    internal IReadOnlyList<VoterFile> Files => files;

    /// <summary>What became of it; null while it waits.</summary>
    internal SavedFiles? Saved { get; set; }
}
