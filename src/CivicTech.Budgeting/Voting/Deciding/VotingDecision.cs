using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>The answer to a command: the file after it and what happened, or every reason against it.</summary>
public sealed class VotingDecision
{
    internal VotingDecision(VoterFile file, ImmutableArray<VoterHappening> happened, ImmutableArray<BallotReceipt> receipts, ImmutableArray<Refusal> refusals)
    {
        (File, Happened, Receipts, Refusals) = (file, happened, receipts, refusals);
    }

    /// <summary>Nothing was refused. It may be accepted though nothing happened: what was asked had happened already.</summary>
    public bool IsAccepted => Refusals.IsEmpty;

    /// <summary>The file after it: with the next version when it is another than before, otherwise the file itself.</summary>
    public VoterFile File { get; }

    /// <summary>What happened, in order; nothing when refused, or when it had happened already.</summary>
    public ImmutableArray<VoterHappening> Happened { get; }

    /// <summary>The receipts of the ballots that the command was about and that count; the same when it is sent again.</summary>
    public ImmutableArray<BallotReceipt> Receipts { get; }

    /// <summary>Every reason against it, not only the first; empty when accepted.</summary>
    public ImmutableArray<Refusal> Refusals { get; }

    /// <summary>The projects of a card whose lines were taken out: they had left the ballot before it was entered.</summary>
    internal ImmutableArray<string> TakenOut { get; init; } = [];

    internal static VotingDecision Refused(VoterFile file, Refusal refusal) => new(file, [], [], [refusal]);
}
