namespace CivicTech.Budgeting.Voting.Desks;

/// <summary>Where the desk learns by what votes are taken now: the cycle itself.</summary>
/// <remarks>Whatever changes in a sheet, a window included, comes with a new edition: two sheets of one edition say the same. Safe for many calls at once.</remarks>
public interface IVotingSheets
{
    /// <summary>The sheet with the present edition of the official ballot. Asked for when the ballot box takes another edition than the desk knows, not for each vote.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is no official ballot.</returns>
    ValueTask<VotingSheet?> FindAsync(string cycle, CancellationToken cancellationToken);
}
