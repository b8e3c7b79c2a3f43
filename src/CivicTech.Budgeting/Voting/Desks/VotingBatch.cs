using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Processes;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Desks;

/// <summary>Runs commands of one cycle together: finds their files, decides, saves what changed, and decides again what others changed meanwhile.</summary>
/// <remarks>For one lane: one batch after the other.</remarks>
internal sealed class VotingBatch(string cycle, IBallotBox box, SheetCache sheets, IClock clock, ITrackerSource trackers)
{
    private const int MostAttempts = 32;

    // Of one round.
    private readonly List<AskedVote> _changed = [];
    private readonly List<VotingDecision> _decisions = [];
    private readonly List<VoterFile> _files = [];

    /// <summary>Answers each of the commands; never throws.</summary>
    internal async ValueTask RunAsync(IReadOnlyList<AskedVote> batch)
    {
        try
        {
            var open = Begin(batch);
            for (var attempt = 0; open.Count > 0; attempt++)
            {
                if (attempt == MostAttempts)
                {
                    throw new ProcessConflictException(new ProcessId("ballot-box", cycle), attempt);
                }

                open = await RunOnceAsync(open).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            // Whatever it was, all who wait must know: a part of a batch that was answered stays answered.
            foreach (var asked in batch)
            {
                if (!asked.IsAnswered)
                {
                    asked.Fail(exception);
                }
            }
        }
    }

    private static IReadOnlyList<AskedVote> Begin(IReadOnlyList<AskedVote> batch)
    {
        var begun = batch;
        for (var i = batch.Count - 1; i >= 0; i--)
        {
            if (batch[i].CancellationToken.IsCancellationRequested)
            {
                batch[i].Fail(new OperationCanceledException(batch[i].CancellationToken));
                begun = [.. batch.Where(asked => !asked.IsAnswered)];
            }
        }

        return begun;
    }

    // Gives back what is to be done again: second commands of a voter, and files that others changed.
    private async ValueTask<IReadOnlyList<AskedVote>> RunOnceAsync(IReadOnlyList<AskedVote> open)
    {
        var (round, again) = OneEach(open);
        var voters = new VoterKey[round.Count];
        for (var i = 0; i < voters.Length; i++)
        {
            voters[i] = round[i].Voter;
        }

        var found = await box.FindAsync(cycle, voters, CancellationToken.None).ConfigureAwait(false);
        var state = found.State;
        var sheet = state.Stage is BoxStage.Open or BoxStage.Sealed ? await sheets.FindAsync(cycle, state.Edition, CancellationToken.None).ConfigureAwait(false) : null;
        if (sheet is null || sheet.Edition != state.Edition)
        {
            Refuse(round, found, state.Stage switch
            {
                BoxStage.NotOpened => VotingRefusals.NotOpened,
                BoxStage.Open => VotingRefusals.Updating,
                _ => VotingRefusals.Sealed,
            });
            return again;
        }

        _changed.Clear();
        _decisions.Clear();
        _files.Clear();
        for (var i = 0; i < round.Count; i++)
        {
            var asked = round[i];
            var file = found.Files[i] ?? VoterFile.Of(asked.Voter);
            var decision = VotingDecider.Decide(sheet, asked.Entry, file, asked.Command, clock.GetCurrentInstant(), trackers);
            if (ReferenceEquals(decision.File, file))
            {
                asked.Answer(decision);
            }
            else if (state.Stage == BoxStage.Sealed)
            {
                asked.Answer(VotingDecision.Refused(file, VotingRefusals.Sealed.With()));
            }
            else
            {
                _changed.Add(asked);
                _decisions.Add(decision);
                _files.Add(decision.File);
            }
        }

        return _files.Count == 0 ? again : await SaveAsync(sheet.Edition, again).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<AskedVote>> SaveAsync(int edition, IReadOnlyList<AskedVote> again)
    {
        var saved = await box.SaveAsync(cycle, edition, _files, CancellationToken.None).ConfigureAwait(false);
        for (var i = 0; i < _changed.Count; i++)
        {
            if (saved.IsSaved[i])
            {
                _changed[i].Answer(_decisions[i]);
            }
            else
            {
                again = [_changed[i], .. again];
            }
        }

        return again;
    }

    private static (IReadOnlyList<AskedVote> Round, IReadOnlyList<AskedVote> Again) OneEach(IReadOnlyList<AskedVote> open)
    {
        if (open.Count == 1)
        {
            return (open, []);
        }

        var seen = new HashSet<VoterKey>();
        var (round, again) = (new List<AskedVote>(open.Count), new List<AskedVote>());
        foreach (var asked in open)
        {
            (seen.Add(asked.Voter) ? round : again).Add(asked);
        }

        return (round, again);
    }

    private static void Refuse(IReadOnlyList<AskedVote> round, FoundFiles found, RefusalKind kind)
    {
        for (var i = 0; i < round.Count; i++)
        {
            round[i].Answer(VotingDecision.Refused(found.Files[i] ?? VoterFile.Of(round[i].Voter), kind.With()));
        }
    }
}
