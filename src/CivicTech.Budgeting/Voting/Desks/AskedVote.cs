using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Rolls;

namespace CivicTech.Budgeting.Voting.Desks;

/// <summary>A command that waits for its answer.</summary>
internal sealed class AskedVote(VoterKey voter, RollEntry? entry, VotingCommand command, CancellationToken cancellationToken)
{
    private TaskCompletionSource<VotingDecision>? _waiting;
    private VotingDecision? _decision;
    private Exception? _failure;

    internal VoterKey Voter => voter;

    internal RollEntry? Entry => entry;

    internal VotingCommand Command => command;

    internal CancellationToken CancellationToken => cancellationToken;

    /// <summary>The answer of a command that was run at once.</summary>
    internal VotingDecision Result
    {
        get
        {
            if (_failure is not null)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(_failure);
            }

            return _decision!;
        }
    }

    internal bool IsAnswered => _decision is not null || _failure is not null;

    /// <summary>The answer to come; to be asked for before the command is run.</summary>
    internal Task<VotingDecision> Wait()
    {
        _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _waiting.Task;
    }

    internal void Answer(VotingDecision decision)
    {
        _decision = decision;
        _waiting?.SetResult(decision);
    }

    internal void Fail(Exception failure)
    {
        _failure = failure;
        _waiting?.SetException(failure);
    }
}
