using CivicTech.Crowdfunding.Pledges;

namespace CivicTech.Crowdfunding.Campaigns;

/// <summary>Keeps the sums of a campaign in step with its pledges: the difference that a change of one pledge makes to the campaign, its backer and its fundraisers.</summary>
internal static class PledgeSums
{
    internal static CampaignState Set(CampaignState state, Pledge pledge)
    {
        var before = state.Pledges.Find(pledge.Id);
        var zero = PledgeTally.Zero(state.Plan.Currency);
        var old = before is null ? zero : PledgeTally.Of(before, state.Plan);
        var now = PledgeTally.Of(pledge, state.Plan);
        var (backers, people, pending) = WithBacker(state, pledge.Backer, old, now);
        return state.With(
            state.Head with
            {
                Sums = state.Head.Sums.Plus(now.Minus(old)),
                People = state.Head.People + people,
                PendingPeople = state.Head.PendingPeople + pending,
                PledgesMade = state.Head.PledgesMade + (before is null ? 1 : 0),
            },
            state.Pledges.Set(pledge.Id, pledge),
            backers,
            WithFundraisers(state, pledge.Via, old, now));
    }

    private static (Processes.Parts<BackerTotals> Backers, int People, int Pending) WithBacker(CampaignState state, string id, PledgeTally old, PledgeTally now)
    {
        if (old.Promised == now.Promised && old.Counted == now.Counted && old.Pending == now.Pending)
        {
            return (state.Backers, 0, 0);
        }

        var before = state.Backers.Find(id) ?? new BackerTotals { Amount = state.Zero };
        var after = before with
        {
            Pledges = before.Pledges + Sign(now.Counted) - Sign(old.Counted),
            Pending = before.Pending + Sign(now.Pending) - Sign(old.Pending),
            Amount = before.Amount + now.Promised - old.Promised,
        };
        return (state.Backers.Set(id, after), Counts(after) - Counts(before), Waits(after) - Waits(before));

        static int Counts(BackerTotals backer) => backer.Pledges > 0 ? 1 : 0;

        static int Waits(BackerTotals backer) => backer is { Pledges: 0, Pending: > 0 } ? 1 : 0;
    }

    // A person, its team and its organisation each show it; the campaign has counted it once.
    private static Processes.Parts<Fundraiser> WithFundraisers(CampaignState state, string? via, PledgeTally old, PledgeTally now)
    {
        var fundraisers = state.Fundraisers;
        if (old.Counted == now.Counted)
        {
            return fundraisers;
        }

        for (var id = via; id is not null; id = fundraisers[id].Parent)
        {
            var fundraiser = fundraisers[id];
            fundraisers = fundraisers.Set(id, fundraiser with
            {
                Raised = fundraiser.Raised + now.Counted - old.Counted,
                Pledges = fundraiser.Pledges + Sign(now.Counted) - Sign(old.Counted),
            });
        }

        return fundraisers;
    }

    private static int Sign(Money amount) => amount.IsPositive ? 1 : 0;
}
