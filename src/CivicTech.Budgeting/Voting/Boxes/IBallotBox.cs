using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;

namespace CivicTech.Budgeting.Voting.Boxes;

/// <summary>Where ballots are kept: one box a cycle. The host brings it, on any database.</summary>
/// <remarks>
/// <para>Two tables and a row do it: the row of the cycle with stage and edition; files by cycle and key (32 bytes) with version, register and ballots (see <see cref="VoterFileFormat"/>); groups by
/// cycle, area and content with a count. Each method is one short transaction, except those that read on and on.</para>
/// <para>Safe for many calls at once, from several machines. <c>BallotBoxKit</c> of CivicTech.TestKit tries all that is said here.</para>
/// </remarks>
public interface IBallotBox
{
    /// <summary>Opens the box of a cycle with an edition of the official ballot, or raises its edition: from then on nothing is saved that was decided on an earlier one.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="edition">The edition, 1 or more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The state afterwards. Nothing changes when the box is open with this edition or a later one, or is sealed.</returns>
    ValueTask<BoxState> OpenAsync(string cycle, int edition, CancellationToken cancellationToken);

    /// <summary>The files of some voters.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="voters">Each once; none to learn the state alone.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>For each voter the file, or null. The state is read with the files or after them, never before. Of a box that was not opened: nothing.</returns>
    ValueTask<FoundFiles> FindAsync(string cycle, IReadOnlyList<VoterKey> voters, CancellationToken cancellationToken);

    /// <summary>
    /// Saves changed files, each by itself: it is saved when the box is open with the edition, and has the version before it (no file, for version 1). The check of state and version and the writing are one.
    /// </summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="edition">The edition that they were decided on.</param>
    /// <param name="files">One a voter at most, each of version 1 or more.</param>
    /// <param name="cancellationToken">Gives up; what was saved stays saved.</param>
    ValueTask<SavedFiles> SaveAsync(string cycle, int edition, IReadOnlyList<VoterFile> files, CancellationToken cancellationToken);

    /// <summary>The next files in the order of their keys; once voters and ballots are separated, with nothing of their ballots.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="after">After this key; null from the first.</param>
    /// <param name="count">At most so many, 1 or more.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Fewer than <paramref name="count"/> only when there are no more.</returns>
    ValueTask<IReadOnlyList<VoterFile>> ReadAsync(string cycle, VoterKey? after, int count, CancellationToken cancellationToken);

    /// <summary>Seals the box: once it has answered, nothing is saved any more, and whatever is saved is seen by those who read.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The state afterwards. Nothing changes when it is sealed already; a box that was not opened is sealed empty.</returns>
    ValueTask<BoxState> SealAsync(string cycle, CancellationToken cancellationToken);

    /// <summary>
    /// Separates voters and ballots, all at once or not at all: keeps the groups, and removes what the files say of ballots, so that nobody can connect them again. Who voted where stays.
    /// </summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="groups">All counted ballots, each area and content once.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The state afterwards. Nothing changes when they are separated already, or the box is not sealed.</returns>
    ValueTask<BoxState> SeparateAsync(string cycle, IReadOnlyList<BallotGroup> groups, CancellationToken cancellationToken);

    /// <summary>All groups, by the ordinal order of areas and then that of the bytes of contents; none until voters and ballots are separated.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<BallotGroup> ReadGroupsAsync(string cycle, CancellationToken cancellationToken);
}
