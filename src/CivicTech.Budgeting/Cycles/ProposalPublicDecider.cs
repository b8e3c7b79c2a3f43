using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Events;
using CivicTech.Budgeting.Proposals;
using static CivicTech.Budgeting.Cycles.ProposalRequirements;

namespace CivicTech.Budgeting.Cycles;

/// <summary>Commands of people about the proposals of others: they see what the public sees.</summary>
internal static class ProposalPublicDecider
{
    internal static void Comment(CycleTurn turn, CommentOnProposal comment)
    {
        var isNamed = turn.RequireId("comment", comment.Comment);
        turn.RequireText("author", comment.Author);
        turn.RequireText("text", comment.Text);
        var isAnswer = comment.ReplyTo is null || turn.RequireId("replyTo", comment.ReplyTo);
        if (FindShown(turn, comment, comment.Proposal) is not { } proposal)
        {
            return;
        }

        if (isAnswer && comment.ReplyTo is { } answered)
        {
            turn.Require(
                turn.State.Comments.Find($"{proposal.Id}/{answered}") is not null,
                () => ProposalRefusals.NoSuchComment.With(("proposal", proposal.Id), ("comment", answered)));
        }

        var before = isNamed ? turn.State.Comments.Find($"{proposal.Id}/{comment.Comment}") : null;
        var isSame = before is not null && before.Author == comment.Author && before.Text == comment.Text && before.ReplyTo == comment.ReplyTo;
        turn.Require(before is null || isSame, () => ProposalRefusals.CommentExists.With(("proposal", proposal.Id), ("comment", comment.Comment)));
        if (!turn.IsRefused && !isSame)
        {
            turn.Apply(new CommentPosted
            {
                Proposal = proposal.Id,
                Comment = comment.Comment,
                Content = new ProposalComment { Author = comment.Author, Text = comment.Text, ReplyTo = comment.ReplyTo, At = turn.Now },
            });
        }
    }

    internal static void Support(CycleTurn turn, SupportProposal support)
    {
        var isSomebody = RequireSupporter(turn, support.Person);
        RequireEligible(turn, turn.Plan.Proposals.SupporterConditions, support.Eligibility);
        if (FindShown(turn, support, support.Proposal) is { } proposal && isSomebody && !turn.IsRefused
            && turn.State.Supports.Find(ProposalSupporters.Key(proposal.Id, support.Person)) is null)
        {
            turn.Apply(new ProposalSupported { Proposal = proposal.Id, Person = support.Person, At = turn.Now });
        }
    }

    internal static void WithdrawSupport(CycleTurn turn, WithdrawSupport withdraw)
    {
        // What is hidden by now can be abandoned all the same.
        var isSomebody = RequireSupporter(turn, withdraw.Person);
        if (Find(turn, withdraw.Proposal) is not { } proposal)
        {
            return;
        }

        RequirePermission(turn, withdraw, proposal);
        RequireStatus(turn, proposal, withdraw, proposal.PublicStatusAt(turn.Now));
        if (isSomebody && !turn.IsRefused && turn.State.Supports.Find(ProposalSupporters.Key(proposal.Id, withdraw.Person)) is not null)
        {
            turn.Apply(new SupportWithdrawn { Proposal = proposal.Id, Person = withdraw.Person });
        }
    }

    private static bool RequireSupporter(CycleTurn turn, string person) =>
        turn.Require(turn.Plan.Proposals.TakesSupports, () => ProposalRefusals.SupportsOff.With()) & turn.RequireId("person", person);

    private static Proposal? FindShown(CycleTurn turn, ProposalCommand command, string id)
    {
        if (Find(turn, id) is not { } proposal)
        {
            return null;
        }

        RequirePermission(turn, command, proposal);
        RequireStatus(turn, proposal, command, proposal.PublicStatusAt(turn.Now));
        turn.Require(proposal.IsShownAt(turn.Now), () => ProposalRefusals.NotShown.With(("proposal", id)));
        return proposal;
    }
}
