using System.Collections.Immutable;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Paper;
using CivicTech.Budgeting.Proposals;
using CivicTech.Budgeting.Reading;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Budgeting.Voting;
using CivicTech.Budgeting.Voting.Counting;
using CivicTech.Budgeting.Voting.Deciding;
using CivicTech.Processes.Running;

namespace CivicTech.Budgeting;

/// <summary>Participatory-budget cycles of a host: commands and votes in, what is due done, and what can be read.</summary>
/// <remarks>Safe for many threads, and for many machines on one store and one ballot box. Cycles, proposals and people are named by the host's own ids.</remarks>
public interface IBudgetCycles
{
    /// <summary>Does what a command asks for, once for each of its keys.</summary>
    /// <param name="cycle">The host's id of the cycle; <see cref="PlanCycle"/> begins a new one.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up as long as the decision has not begun.</param>
    /// <returns>What happened, or every reason against it; a refusal is no exception.</returns>
    /// <exception cref="ArgumentException">The plan is of another cycle, or the command is one that only the library itself may ask for.</exception>
    /// <exception cref="ProcessConflictException">Others changed the cycle again and again; nothing was written.</exception>
    Task<Execution<CycleState, CycleEvent>> ExecuteAsync(string cycle, CycleCommand command, CancellationToken cancellationToken = default);

    /// <summary>Votes, for a voter whom the host has signed in. Sent again, a vote changes nothing and is answered by the same receipt.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="voter">The host's id of the voter: it goes no further than into a keyed hash.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up as long as the decision has not begun.</param>
    /// <returns>The receipts, or every reason against it; a refusal is no exception.</returns>
    /// <exception cref="ArgumentException">The id of the voter is none, or the command is <see cref="VoidVoter"/>, which no voter may ask for: see <see cref="VoidVoterAsync"/>.</exception>
    /// <exception cref="ProcessConflictException">Others changed the voter's file again and again; nothing was written.</exception>
    Task<VotingDecision> VoteAsync(string cycle, string voter, VotingCommand command, CancellationToken cancellationToken = default);

    /// <summary>Declares all ballots of a voter void, for an officer whom the host has signed in and permits it.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="voter">The host's id of the voter: it goes no further than into a keyed hash.</param>
    /// <param name="command">Who, why, and whether the voter may vote again.</param>
    /// <param name="cancellationToken">Gives up as long as the decision has not begun.</param>
    /// <returns>What the voter's file says then, or every reason against it; a refusal is no exception.</returns>
    /// <exception cref="ArgumentException">The id of the voter is none.</exception>
    /// <exception cref="ProcessConflictException">Others changed the voter's file again and again; nothing was written.</exception>
    Task<VotingDecision> VoidVoterAsync(string cycle, string voter, VoidVoter command, CancellationToken cancellationToken = default);

    /// <summary>Where a voter may vote, what waits in the basket, the receipts, and what the voter has to be told.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="voter">The host's id of the voter.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is no official ballot.</returns>
    Task<VoterStanding?> StandingAsync(string cycle, string voter, CancellationToken cancellationToken = default);

    /// <summary>Enters what a clerk reads on a ballot paper. It waits until enough clerks have read the same, and is then cast or invalid; the same clerk's same reading again changes nothing.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="reading">What the clerk reads; its batch was opened by <see cref="OpenBatch"/>.</param>
    /// <param name="cancellationToken">Gives up as long as nothing has begun; what stops halfway is finished by entering the same again.</param>
    /// <exception cref="ArgumentException">The id of the voter is none; nothing has begun.</exception>
    Task<CardAnswer> EnterCardAsync(string cycle, CardReading reading, CancellationToken cancellationToken = default);

    /// <summary>Declares a ballot paper void: its ballot, if there is one, leaves the box, and it cannot be entered any more.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="command">Which, and why.</param>
    /// <param name="cancellationToken">Gives up as long as nothing has begun.</param>
    Task<CardAnswer> VoidCardAsync(string cycle, VoidCard command, CancellationToken cancellationToken = default);

    /// <summary>Ticks off a voter who has come to a station and is given a ballot paper for its urn: nothing else of the voter is taken there from then on.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="voter">The host's id of the voter.</param>
    /// <param name="visit">Where, and who asks.</param>
    /// <param name="cancellationToken">Gives up as long as the decision has not begun.</param>
    /// <returns>Refused when another ballot of the voter stays.</returns>
    Task<VotingDecision> TickAsync(string cycle, string voter, StationVisit visit, CancellationToken cancellationToken = default);

    /// <summary>
    /// Takes back a tick that was wrong, by a counter-entry with a reason: the voter may vote again. An online ballot that the tick took the place of does not come back, for what it said is gone. Until the
    /// box is sealed; a batch of the station that was reconciled before is corrected and reconciled again.
    /// </summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="voter">The host's id of the voter who was ticked off.</param>
    /// <param name="correction">Where, why, and who asks.</param>
    /// <param name="cancellationToken">Gives up as long as the decision has not begun.</param>
    /// <returns>Refused when the voter was not ticked off there; asked again, nothing changes.</returns>
    Task<VotingDecision> TakeTickBackAsync(string cycle, string voter, StationCorrection correction, CancellationToken cancellationToken = default);

    /// <summary>How many voters were ticked off at each station. Reads the whole register.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ImmutableArray<StationCount>> TicksAsync(string cycle, CancellationToken cancellationToken = default);

    /// <summary>Does all that is due now in all cycles: votes begin and end, boxes are sealed, notices sent. The host's scheduler calls it, as often as it likes.</summary>
    /// <param name="cancellationToken">Stops after what has begun.</param>
    /// <returns>What was done, and what could not be and is due again.</returns>
    Task<WorkReport> AdvanceDueAsync(CancellationToken cancellationToken = default);

    /// <summary>Counts a sealed box by the frozen rules and records the result. Counted again, the same is found.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="by">Who asks, in the role of the administrator: an opaque id of the host.</param>
    /// <param name="cancellationToken">Ends a long count early.</param>
    /// <returns>What happened, or every reason against it.</returns>
    /// <exception cref="ArgumentException">A rule of the plan cannot work on the ballots.</exception>
    Task<Execution<CycleState, CycleEvent>> CountAsync(string cycle, string? by = null, CancellationToken cancellationToken = default);

    /// <summary>Where a cycle stands; O(1), however many take part.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is no such cycle.</returns>
    Task<CycleOverview?> OverviewAsync(string cycle, CancellationToken cancellationToken = default);

    /// <summary>The present edition of the official ballot.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null before it is frozen.</returns>
    Task<OfficialBallot?> BallotAsync(string cycle, CancellationToken cancellationToken = default);

    /// <summary>A proposal with all that is known of it, also what is not public yet: see <see cref="Proposal.PublicStatusAt"/>.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="proposal">The host's id of the proposal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    Task<Proposal?> ProposalAsync(string cycle, string proposal, CancellationToken cancellationToken = default);

    /// <summary>All proposals in the order of their ids, page by page, also hidden ones.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<Proposal> ProposalsAsync(string cycle, CancellationToken cancellationToken = default);

    /// <summary>
    /// Which stages a proposal has passed, and why: what its authors see, without decisions that are kept for a common publication. Reads the journal once; officers see all of it by
    /// <see cref="ProposalDashboard.Of"/>.
    /// </summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="proposal">The host's id of the proposal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<ProposalDashboard> DashboardAsync(string cycle, string proposal, CancellationToken cancellationToken = default);

    /// <summary>The votes of a sealed box, area by area; refused before, unless the plan shows interim counts.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">There is no official ballot.</exception>
    Task<TallyAnswer> TallyAsync(string cycle, CancellationToken cancellationToken = default);

    /// <summary>The codes of all counted ballots, to be published: each voter finds the own receipt there.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">Voters and ballots are not separated yet.</exception>
    Task<TrackerList> TrackersAsync(string cycle, CancellationToken cancellationToken = default);

    /// <summary>The result of every area in the order in which they were counted, with what was decided otherwise.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null before the count.</returns>
    Task<CycleOutcome?> OutcomeAsync(string cycle, CancellationToken cancellationToken = default);

    /// <summary>What was counted: with it anybody can count again (<see cref="CycleCount.Run"/>), verify a receipt (<see cref="CycleReceipt.Verify"/>) or publish the ballots (<see cref="PabulibExport"/>).</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null before the box is sealed, and before the lot is revealed where there is one.</returns>
    Task<CountInput?> CountInputAsync(string cycle, CancellationToken cancellationToken = default);

    /// <summary>The status of all projects, won or not: the monitoring of achievements.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is no such cycle.</returns>
    Task<Monitoring?> MonitoringAsync(string cycle, CancellationToken cancellationToken = default);

    /// <summary>A project that won, on its way to being finished.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="project">Its id, that of the proposal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    Task<FundedProject?> ProjectAsync(string cycle, string project, CancellationToken cancellationToken = default);

    /// <summary>Who follows a project: the host's ids of people, page by page.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="project">Its id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<string> FollowersAsync(string cycle, string project, CancellationToken cancellationToken = default);

    /// <summary>Everything that happened, in order, with who asked for it and when; nothing about ballots.</summary>
    /// <param name="cycle">The host's id of the cycle.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<Happening<CycleEvent>> JournalAsync(string cycle, CancellationToken cancellationToken = default);
}
