using System.Globalization;
using CivicTech.Budgeting.Calendars;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using NodaTime;
using static CivicTech.Budgeting.Cycles.ProposalRequirements;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands of authors about their proposals.</summary>
internal static class ProposalAuthorDecider
{
    internal static void Submit(CycleTurn turn, SubmitProposal submit)
    {
        var plan = turn.Plan.Proposals;
        RequireNew(turn, "proposal", submit.Proposal);
        RequireContent(turn, submit.Content);
        turn.RequirePermission(Activity.Submit, submit, submit.Content.Area);
        RequireEligible(turn, plan.SubmitterConditions, submit.Eligibility);
        if (turn.RequireId("author", submit.Author) && plan.MostPerPerson is { } most)
        {
            var submitted = turn.State.Proposers.Find(submit.Author)?.Proposals ?? 0;
            turn.Require(
                submitted < most,
                () => ProposalRefusals.TooManyProposals.With(("most", most.ToString(CultureInfo.InvariantCulture)), ("submitted", submitted.ToString(CultureInfo.InvariantCulture))));
        }

        if (!turn.IsRefused)
        {
            turn.Apply(new ProposalSubmitted
            {
                Proposal = new Proposal
                {
                    Id = submit.Proposal,
                    Number = turn.Head.ProposalsSubmitted + 1,
                    Content = submit.Content,
                    Authors = [submit.Author],
                    SubmittedAt = turn.Now,
                    ShownFrom = turn.Now + Duration.FromHours(plan.HoldHours),
                    Status = ProposalStatus.Submitted,
                },
            });
        }
    }

    internal static void Edit(CycleTurn turn, EditProposal edit)
    {
        RequireContent(turn, edit.Content);
        if (Find(turn, edit.Proposal) is not { } proposal)
        {
            return;
        }

        RequirePermission(turn, edit, proposal);
        if (edit.Content.Area != proposal.Content.Area)
        {
            turn.RequirePermission(Activity.Edit, edit, edit.Content.Area, IsAuthor(proposal, edit));
        }

        RequireStatus(turn, proposal, edit, proposal.Status, proposal.PublicStatusAt(turn.Now));
        if (!turn.IsRefused && edit.Content != proposal.Content)
        {
            turn.Apply(new ProposalEdited { Proposal = proposal.Id, Content = edit.Content });
        }
    }

    internal static void Withdraw(CycleTurn turn, WithdrawProposal withdraw)
    {
        RequireReason(turn, withdraw, withdraw.Reason, isNeeded: false);
        if (Find(turn, withdraw.Proposal) is not { } proposal)
        {
            return;
        }

        // What several people's proposals became is not one author's to take back.
        var isOfSeveral = proposal.MadeOf.Length > 1 || (!proposal.MadeOf.IsEmpty && proposal.Authors.Length > 1);
        var isOwn = !isOfSeveral && withdraw.By == proposal.Authors[0];
        turn.RequirePermission(Activity.Edit, withdraw, proposal.Content.Area, isOwn);
        RequireStatus(turn, proposal, withdraw, proposal.Status, proposal.PublicStatusAt(turn.Now));
        if (!turn.IsRefused)
        {
            turn.Apply(new ProposalWithdrawn { Proposal = proposal.Id, Reason = withdraw.Reason });
            ProposalNotices.TellStatus(turn, proposal.Id, withdraw.Reason);
        }
    }

    internal static void Add(CycleTurn turn, AddAuthor add)
    {
        turn.RequireId("author", add.Author);
        if (Find(turn, add.Proposal) is not { } proposal)
        {
            return;
        }

        RequirePermission(turn, add, proposal);
        RequireStatus(turn, proposal, add, proposal.PublicStatusAt(turn.Now));
        var isThere = proposal.Authors.Contains(add.Author) || proposal.Invited.Contains(add.Author);
        RequireAtMost(turn, "authors", proposal.Authors.Length + proposal.Invited.Length + (isThere ? 0 : 1), MostAuthors);
        if (!turn.IsRefused && !isThere)
        {
            turn.Apply(new AuthorNamed { Proposal = proposal.Id, Author = add.Author });
        }
    }

    internal static void Confirm(CycleTurn turn, ConfirmAuthor confirm)
    {
        if (Find(turn, confirm.Proposal) is not { } proposal)
        {
            return;
        }

        var isThere = IsAuthor(proposal, confirm);
        var isNamed = isThere || (confirm.By is { } by && proposal.Invited.Contains(by));
        turn.Require(isNamed, () => ProposalRefusals.NotNamed.With(("proposal", proposal.Id)));
        turn.RequirePermission(Activity.Edit, confirm, proposal.Content.Area, isAuthor: isNamed);
        RequireStatus(turn, proposal, confirm, proposal.PublicStatusAt(turn.Now));
        if (!turn.IsRefused && !isThere)
        {
            turn.Apply(new AuthorJoined { Proposal = proposal.Id, Author = confirm.By! });
        }
    }
}
