using CivicTech.Processes;
using static CivicTech.Budgeting.Proposals.ProposalStatus;

namespace CivicTech.Budgeting.Proposals;

/// <summary>The statuses of a proposal as a table: which commands each takes, and where they lead.</summary>
public static class ProposalStatuses
{
    /// <summary>The table. What moderators hide and show may have any status and keeps it: that is not in the table.</summary>
    public static TransitionTable<ProposalStatus> Table { get; } = new(
        None,
        [
            new(None, "submit-proposal", Submitted),
            new(None, "group-proposals", Submitted),
            new(None, "group-proposals", Admissible),
            new(None, "split-proposal", Submitted),
            new(None, "split-proposal", Admissible),
            .. Stay("edit-proposal", Submitted),
            .. Stay("assess-proposal", Submitted, Inadmissible),
            .. Stay("add-author", Submitted, Admissible, Feasible),
            .. Stay("confirm-author", Submitted, Admissible, Feasible),
            .. Stay("reword-proposal", Submitted, Admissible, Feasible),
            .. Stay("support-proposal", Submitted, Admissible, Feasible),
            .. Stay("withdraw-support", Submitted, Admissible, Feasible),
            .. Stay("comment-on-proposal", Submitted, Admissible, Inadmissible, Feasible, Infeasible, Appealed, Shortlisted, NotShortlisted, OnBallot),
            new(Submitted, "assess-proposal", Admissible),
            new(Submitted, "assess-proposal", Inadmissible),
            new(Inadmissible, "assess-proposal", Submitted),
            new(Inadmissible, "assess-proposal", Admissible),
            new(Submitted, "decide-feasibility", Feasible),
            new(Submitted, "decide-feasibility", Infeasible),
            new(Admissible, "decide-feasibility", Feasible),
            new(Admissible, "decide-feasibility", Infeasible),
            .. Stay("decide-feasibility", Feasible, Infeasible, Shortlisted),
            new(Feasible, "decide-feasibility", Infeasible),
            new(Shortlisted, "decide-feasibility", Infeasible),
            new(Infeasible, "decide-feasibility", Feasible),
            .. Stay("set-price", Feasible, Shortlisted),
            new(Inadmissible, "file-appeal", Appealed),
            new(Infeasible, "file-appeal", Appealed),
            new(Appealed, "decide-appeal", Inadmissible),
            new(Appealed, "decide-appeal", Infeasible),
            new(Appealed, "decide-appeal", Admissible),
            new(Appealed, "decide-appeal", Feasible),
            .. Shortlisting("shortlist-proposals"),
            .. Shortlisting("shortlist-by-hand"),
            .. Lead("group-proposals", Grouped, Submitted, Admissible, Feasible),
            .. Lead("split-proposal", Split, Submitted, Admissible, Feasible),
            .. Lead("withdraw-proposal", Withdrawn, Submitted, Admissible, Inadmissible, Feasible, Infeasible, Appealed, Shortlisted, NotShortlisted),
            new(Shortlisted, "freeze-ballot", OnBallot),
            new(OnBallot, "change-ballot", OffBallot),
        ]);

    private static IEnumerable<Transition<ProposalStatus>> Stay(string command, params ProposalStatus[] statuses) =>
        statuses.Select(status => new Transition<ProposalStatus>(status, command, status));

    private static IEnumerable<Transition<ProposalStatus>> Lead(string command, ProposalStatus to, params ProposalStatus[] statuses) =>
        statuses.Select(status => new Transition<ProposalStatus>(status, command, to));

    // A shortlist may be made again until the ballot is frozen.
    private static IEnumerable<Transition<ProposalStatus>> Shortlisting(string command) =>
        new[] { Feasible, Shortlisted, NotShortlisted }.SelectMany(from => new[] { Shortlisted, NotShortlisted }.Select(to => new Transition<ProposalStatus>(from, command, to)));
}
