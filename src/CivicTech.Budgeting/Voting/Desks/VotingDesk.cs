using System.Collections.Concurrent;
using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Counting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Desks;

/// <summary>Takes votes: finds the voter in the roll and the box, decides, saves, and decides again when somebody else was quicker or the ballot changed. Closes the box and counts it.</summary>
/// <remarks>
/// Safe for thousands of calls at once, and for other desks on the same box, on this machine or others. Calls that come at once are saved together. What stands in the box is what counts: a desk
/// with an old ballot learns of the new one from the box, since nothing is saved on an edition that is not the present one.
/// </remarks>
public sealed class VotingDesk
{
    private const int Lanes = 16;

    private readonly IBallotBox _box;
    private readonly IElectoralRoll _roll;
    private readonly VoterKeys _keys;
    private readonly IClock _clock;
    private readonly ITrackerSource _trackers;
    private readonly SheetCache _sheets;
    private readonly ConcurrentDictionary<string, VotingLane[]> _cycles = new(StringComparer.Ordinal);

    /// <summary>A desk with random trackers.</summary>
    /// <param name="box">Where ballots are kept.</param>
    /// <param name="roll">Who votes.</param>
    /// <param name="keys">Makes the pseudonyms of voters.</param>
    /// <param name="sheets">By what votes are taken.</param>
    /// <param name="clock">Says when a decision is made.</param>
    public VotingDesk(IBallotBox box, IElectoralRoll roll, VoterKeys keys, IVotingSheets sheets, IClock clock)
        : this(box, roll, keys, sheets, clock, RandomTrackers.Instance)
    {
    }

    /// <summary>A desk.</summary>
    /// <param name="box">Where ballots are kept.</param>
    /// <param name="roll">Who votes.</param>
    /// <param name="keys">Makes the pseudonyms of voters.</param>
    /// <param name="sheets">By what votes are taken.</param>
    /// <param name="clock">Says when a decision is made.</param>
    /// <param name="trackers">Where trackers come from.</param>
    public VotingDesk(IBallotBox box, IElectoralRoll roll, VoterKeys keys, IVotingSheets sheets, IClock clock, ITrackerSource trackers)
    {
        ArgumentNullException.ThrowIfNull(box);
        ArgumentNullException.ThrowIfNull(roll);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(sheets);
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(trackers);
        (_box, _roll, _keys, _clock, _trackers, _sheets) = (box, roll, keys, clock, trackers, new SheetCache(sheets));
    }

    /// <summary>Does what a command asks for, for a voter whom the host has signed in.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="voter">The host's id of the voter.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up as long as the decision has not begun; from then on the command is done.</param>
    /// <exception cref="ArgumentException">An id is none: see <see cref="VoterKeys.KeyOf(string, string)"/>.</exception>
    /// <exception cref="ProcessConflictException">Others changed the file each time; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">It was given up before it began.</exception>
    public Task<VotingDecision> ExecuteAsync(string cycle, string voter, VotingCommand command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(cycle, _keys.KeyOf(cycle, voter), command, cancellationToken);

    /// <summary>Does what a command asks for, for a voter of whom the host has only the key.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="voter">The key of the voter in that cycle.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up as long as the decision has not begun; from then on the command is done.</param>
    /// <exception cref="ProcessConflictException">Others changed the file each time; nothing was written.</exception>
    /// <exception cref="OperationCanceledException">It was given up before it began.</exception>
    public async Task<VotingDecision> ExecuteAsync(string cycle, VoterKey voter, VotingCommand command, CancellationToken cancellationToken = default)
    {
        ProcessName.Check(cycle, ProcessName.LongestId, nameof(cycle));
        ArgumentNullException.ThrowIfNull(command);
        cancellationToken.ThrowIfCancellationRequested();
        var entry = await _roll.FindAsync(cycle, voter, cancellationToken).ConfigureAwait(false);
        var lanes = _cycles.GetOrAdd(cycle, static (name, desk) => desk.NewLanes(name), this);
        return await lanes[voter.SecondByte % Lanes].ExecuteAsync(new AskedVote(voter, entry, command, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>How a voter stands: in which areas the voter may vote, what waits in the basket, the receipts, and what the voter has to be told.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="voter">The host's id of the voter.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is no official ballot.</returns>
    public async Task<VoterStanding?> StandingAsync(string cycle, string voter, CancellationToken cancellationToken = default)
    {
        var key = _keys.KeyOf(cycle, voter);
        var entry = await _roll.FindAsync(cycle, key, cancellationToken).ConfigureAwait(false);
        var found = await _box.FindAsync(cycle, [key], cancellationToken).ConfigureAwait(false);
        var sheet = await _sheets.FindAsync(cycle, found.State.Edition, cancellationToken).ConfigureAwait(false);
        if (sheet is null)
        {
            return null;
        }

        // Separated from its ballots, a file has nothing that a later edition could release.
        var file = found.Files[0] ?? VoterFile.Of(key);
        return StandingReader.Read(sheet, entry, found.State.Stage == BoxStage.Separated ? file : ReleaseDecider.UpToDate(file, sheet), _clock.GetCurrentInstant());
    }

    /// <summary>Opens the box with the present edition of the official ballot, or raises its edition to that; then takes released lines out of all files. What stops halfway goes on when it is called again.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up; what was done stays done.</param>
    /// <returns>How many files were changed now.</returns>
    /// <exception cref="InvalidOperationException">There is no official ballot.</exception>
    public async Task<long> ReleaseAsync(string cycle, CancellationToken cancellationToken = default)
    {
        var sheet = await LoadAsync(cycle, cancellationToken).ConfigureAwait(false);
        var state = await _box.OpenAsync(cycle, sheet.Edition, cancellationToken).ConfigureAwait(false);
        return sheet.Edition > 1 && state.Takes(sheet.Edition) ? await new ReleaseSweep(_box, sheet).RunAsync(cancellationToken).ConfigureAwait(false) : 0;
    }

    /// <summary>
    /// Seals the box, then separates voters and ballots, and says what was in it. What stops halfway, at any point, goes on when it is called again; once it is done, it only says again what was in it.
    /// </summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up; what was done stays done.</param>
    /// <exception cref="InvalidOperationException">There is no official ballot.</exception>
    public async Task<BoxContent> SealAndSeparateAsync(string cycle, CancellationToken cancellationToken = default)
    {
        await ReleaseAsync(cycle, cancellationToken).ConfigureAwait(false);
        await _box.SealAsync(cycle, cancellationToken).ConfigureAwait(false);
        var sheet = await LoadAsync(cycle, cancellationToken).ConfigureAwait(false);
        return await new BoxClosing(_box, sheet).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Counts the votes. Reads on and on; memory grows with distinct ballots, and for the time of the count with a few bytes a voter.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The votes; refused until voters and ballots are separated, unless the plan shows interim counts.</returns>
    /// <exception cref="InvalidOperationException">There is no official ballot.</exception>
    public async Task<TallyAnswer> TallyAsync(string cycle, CancellationToken cancellationToken = default)
    {
        var sheet = await LoadAsync(cycle, cancellationToken).ConfigureAwait(false);
        var electorate = await _roll.CountAsync(cycle, cancellationToken).ConfigureAwait(false);
        return await new BoxReading(_box, sheet).TallyAsync(electorate, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The trackers of all counted ballots, to be published once the vote is over. Memory grows with voters, 16 bytes each.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">There is no official ballot, or voters and ballots are not separated yet.</exception>
    public async Task<TrackerList> TrackersAsync(string cycle, CancellationToken cancellationToken = default)
    {
        var sheet = await LoadAsync(cycle, cancellationToken).ConfigureAwait(false);
        return await new BoxReading(_box, sheet).TrackersAsync(cancellationToken).ConfigureAwait(false);
    }

    internal VoterKeys Keys => _keys;

    /// <summary>How many voters were ticked off at each station, in the ordinal order of stations and areas. Reads all files, and is final once the vote is over.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">There is no official ballot.</exception>
    public async Task<ImmutableArray<StationCount>> TicksAsync(string cycle, CancellationToken cancellationToken = default)
    {
        var sheet = await LoadAsync(cycle, cancellationToken).ConfigureAwait(false);
        return await new BoxReading(_box, sheet).TicksAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<VotingSheet> LoadAsync(string cycle, CancellationToken cancellationToken)
    {
        ProcessName.Check(cycle, ProcessName.LongestId, nameof(cycle));
        return await _sheets.LoadAsync(cycle, cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException($"There is no official ballot of '{cycle}'.");
    }

    private VotingLane[] NewLanes(string cycle) =>
        [.. Enumerable.Range(0, Lanes).Select(_ => new VotingLane(new VotingBatch(cycle, _box, _sheets, _clock, _trackers)))];
}
