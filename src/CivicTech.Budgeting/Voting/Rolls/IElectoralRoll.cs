namespace CivicTech.Budgeting.Voting.Rolls;

/// <summary>The host's electoral roll. It knows people; the library asks by pseudonym.</summary>
/// <remarks>Safe for many calls at once. A host that keeps its roll by its own ids keeps the key of each beside it (<see cref="VoterKeys.KeyOf(string, string)"/>).</remarks>
public interface IElectoralRoll
{
    /// <summary>The entry of a voter as it is now.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="voter">The key of the voter in that cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when the roll does not have the voter.</returns>
    ValueTask<RollEntry?> FindAsync(string cycle, VoterKey voter, CancellationToken cancellationToken);

    /// <summary>How many people are registered for a cycle, whether they vote or not: the whole of which turnout is a part. Null when the roll cannot tell.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<long?> CountAsync(string cycle, CancellationToken cancellationToken);
}
