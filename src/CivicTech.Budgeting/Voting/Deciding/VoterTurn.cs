using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Files;
using CivicTech.Budgeting.Voting.Refusals;
using CivicTech.Budgeting.Voting.Rolls;
using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>One decision while it is made: the file as it becomes, what happens, and what is against it.</summary>
internal sealed class VoterTurn(VotingSheet sheet, RollEntry? voter, VoterFile file, VoterFile upToDate, Instant now, ITrackerSource trackers)
{
    internal RefusalList Refusals;

    private ImmutableArray<VoterHappening> _happened = [];
    private ImmutableArray<BallotReceipt> _receipts = [];

    internal VotingSheet Sheet => sheet;

    internal RollEntry? Voter => voter;

    internal Instant Now => now;

    internal ITrackerSource Trackers => trackers;

    /// <summary>The version of a file that becomes another.</summary>
    internal int NextVersion => file.Version + 1;

    /// <summary>The file as it becomes.</summary>
    internal VoterFile File { get; private set; } = upToDate;

    /// <summary>The projects whose lines on a card count no longer.</summary>
    internal ImmutableArray<string> TakenOut { get; set; } = [];

    internal bool HasReceipts => !_receipts.IsEmpty;

    internal void Refuse(Refusal refusal) => Refusals.Add(refusal);

    /// <summary>The file becomes another without anything that is worth telling.</summary>
    internal void Become(VoterFile after) => File = after;

    internal void Happen(VoterHappeningKind kind, string? area, VoterFile after)
    {
        File = after;
        _happened = _happened.Add(new VoterHappening(kind, area));
    }

    internal void Hand(AreaFile ballot) => _receipts = _receipts.Add(new BallotReceipt(ballot));

    internal VotingDecision End() => Refusals.IsEmpty
        ? new VotingDecision(ReferenceEquals(File, file) || File.Version == NextVersion ? File : File with { Version = NextVersion }, _happened, _receipts, []) { TakenOut = TakenOut }
        : new VotingDecision(file, [], [], Refusals.ToImmutable()) { TakenOut = TakenOut };
}
