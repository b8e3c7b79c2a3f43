using System.Collections.Immutable;
using System.Globalization;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Proposals;

namespace CivicTech.Budgeting.Cycles;

/// <summary>What several commands about proposals require.</summary>
internal static class ProposalRequirements
{
    internal const int MostPictures = 20;
    internal const int MostAuthors = 50;
    internal const int MostParts = 50;

    internal static Proposal? Find(CycleTurn turn, string id)
    {
        if (!turn.RequireId("proposal", id))
        {
            return null;
        }

        var proposal = turn.State.Proposals.Find(id);
        turn.Require(proposal is not null, () => ProposalRefusals.NoSuchProposal.With(("proposal", id)));
        return proposal;
    }

    internal static bool RequireNew(CycleTurn turn, string field, string id) => turn.RequireId(field, id)
        && turn.Require(turn.State.Proposals.Find(id) is null, () => ProposalRefusals.ProposalExists.With(("proposal", id)));

    /// <summary>That a proposal takes a command where it stands; who must not know of decisions that are not public yet is told what the public knows.</summary>
    internal static bool RequireStatus(CycleTurn turn, Proposal proposal, ProposalCommand command, ProposalStatus status, ProposalStatus? told = null) => turn.Require(
        ProposalStatuses.Table.Allows(status, command.Name),
        () => ProposalRefusals.ProposalStatus.With(("proposal", proposal.Id), ("status", EnumNames.Of(told ?? status)), ("command", command.Name)));

    internal static bool RequirePermission(CycleTurn turn, ProposalCommand command, Proposal proposal) =>
        turn.RequirePermission(command.Activity!.Value, command, proposal.Content.Area, IsAuthor(proposal, command));

    internal static bool IsAuthor(Proposal proposal, CycleCommand command) => command.By is { } by && proposal.Authors.Contains(by);

    internal static bool RequireReason(CycleTurn turn, CycleCommand command, string? reason, bool isNeeded) => reason is null
        ? turn.Require(!isNeeded, () => ProposalRefusals.ReasonNeeded.With(("command", command.Name)))
        : turn.RequireText("reason", reason);

    internal static void RequirePrice(CycleTurn turn, string field, Money price)
    {
        var plan = turn.Plan.Proposals;
        if (turn.RequireAmount(field, price))
        {
            var lowest = plan.LowestPrice ?? Money.Zero(turn.Plan.Currency);
            turn.Require(
                price >= lowest && (plan.HighestPrice is not { } highest || price <= highest),
                () => ProposalRefusals.PriceOutOfRange.With(("price", price.ToString()), ("lowest", lowest.ToString()), ("highest", plan.HighestPrice?.ToString() ?? "-")));
        }
    }

    internal static bool RequireArea(CycleTurn turn, string area) =>
        turn.Require(turn.Plan.Voting.Areas.Any(one => one.Id == area), () => CycleRefusals.NoSuchArea.With(("area", area)));

    internal static void RequireContent(CycleTurn turn, ProposalContent content)
    {
        RequireArea(turn, content.Area);
        turn.Require(content.Theme is null || turn.Plan.Proposals.Themes.Contains(content.Theme), () => ProposalRefusals.NoSuchTheme.With(("theme", content.Theme!)));
        turn.RequireText("text", content.Text);
        RequireAtMost(turn, "pictures", content.Pictures.Length, MostPictures);
        foreach (var picture in content.Pictures)
        {
            turn.RequireText("pictures", picture);
        }

        if (content.Place is { } place && turn.Require(place.IsSomewhere, () => ProposalRefusals.BadPlace.With()) && place.Reference is { } reference)
        {
            turn.RequireId("place", reference);
        }
    }

    internal static void RequireEligible(CycleTurn turn, ImmutableArray<string> conditions, ImmutableArray<EligibilityVerdict> verdicts)
    {
        foreach (var condition in conditions)
        {
            var finding = verdicts.FirstOrDefault(verdict => verdict.Criterion == condition)?.Finding ?? Finding.Unknown;
            turn.Require(finding == Finding.Met, () => ProposalRefusals.NotEligible.With(("condition", condition), ("finding", EnumNames.Of(finding))));
        }
    }

    internal static bool RequireAtMost(CycleTurn turn, string field, int count, int most) =>
        turn.Require(count <= most, () => ProposalRefusals.TooMany.With(("field", field), ("most", most.ToString(CultureInfo.InvariantCulture))));
}
