using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Boxes;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Budgeting.Voting.Desks;
using CivicTech.Budgeting.Voting.Rolls;
using NodaTime;
using static CivicTech.Budgeting.Tests.Voting.Polls;

namespace CivicTech.Budgeting.Tests.Voting;

/// <summary>A desk with all around it in memory; the clock and the official ballot are set by hand.</summary>
internal sealed class DeskWorld : IVotingSheets, IClock
{
    private VotingSheet _sheet;

    internal DeskWorld(VotingSheet sheet, IBallotBox? box = null)
    {
        _sheet = sheet;
        Box = box ?? new InMemoryBallotBox();
        Desk = NewDesk();
    }

    internal IBallotBox Box { get; }

    internal InMemoryElectoralRoll Roll { get; } = new();

    internal VotingDesk Desk { get; }

    internal Instant Now { get; set; } = Noon;

    internal VotingSheet Sheet
    {
        get => Volatile.Read(ref _sheet);
        set => Volatile.Write(ref _sheet, value);
    }

    /// <summary>How often the sheet was asked for.</summary>
    internal int Loads { get; private set; }

    public ValueTask<VotingSheet?> FindAsync(string cycle, CancellationToken cancellationToken)
    {
        Loads++;
        return ValueTask.FromResult(cycle == Cycle ? Sheet : null);
    }

    public Instant GetCurrentInstant() => Now;

    internal VotingDesk NewDesk() => new(Box, Roll, Keys, this, this);

    internal void Enter(params IEnumerable<string> voters)
    {
        foreach (var voter in voters)
        {
            Roll.Enter(Cycle, Keys.KeyOf(Cycle, voter), Northerner);
        }
    }

    internal async Task<VotingDecision> VoteAsync(string voter, VotingCommand command, VotingDesk? desk = null) => await (desk ?? Desk).ExecuteAsync(Cycle, voter, command);
}
