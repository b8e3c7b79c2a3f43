using System.Globalization;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Desks;
using CivicTech.Processes.Running;
using CivicTech.Processes.Storage;

namespace CivicTech.Budgeting.Hosting;

/// <summary>By what votes are taken, from the documents of the cycle.</summary>
internal sealed class CycleSheets(ProcessRunner<CycleState, CycleCommand, CycleEvent> runner) : IVotingSheets
{
    public async ValueTask<VotingSheet?> FindAsync(string cycle, CancellationToken cancellationToken) =>
        await WithBallotAsync(cycle, cancellationToken).ConfigureAwait(false) is (var state, var ballot)
            ? new VotingSheet(cycle, state.Plan.Voting, ballot, state.Plan.Voting.Areas.ToDictionary(area => area.Id, area => VoteWindows.Of(state.Head.Calendar!, area.Id), StringComparer.Ordinal))
            : null;

    /// <summary>The cycle with the present edition of its official ballot; null when there is none.</summary>
    internal async Task<(CycleState State, OfficialBallot Ballot)?> WithBallotAsync(string cycle, CancellationToken cancellationToken)
    {
        while (await runner.LoadAsync(cycle, DocumentRequest.Empty, cancellationToken).ConfigureAwait(false) is { State.Head.Edition: > 0 and var edition })
        {
            var name = edition.ToString(CultureInfo.InvariantCulture);
            var loaded = await runner.LoadAsync(cycle, DocumentRequest.Empty.With(CycleState.BallotPrefix + name), cancellationToken).ConfigureAwait(false);

            // Between the two a new edition may have come.
            if (loaded is { State: { } state } && state.Head.Edition == edition)
            {
                return (state, state.Ballots[name]);
            }
        }

        return null;
    }
}
