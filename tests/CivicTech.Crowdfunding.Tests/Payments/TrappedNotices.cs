using CivicTech.Crowdfunding.Hosting;

namespace CivicTech.Crowdfunding.Tests.Payments;

internal sealed class TrappedNotices(ICampaignNotices inner, Trap trap) : ICampaignNotices
{
    internal const string Tell = "tell";

    public async ValueTask InviteToPayAsync(PayInvitation invitation, CancellationToken cancellationToken) => await trap.PassAsync(Tell, async () =>
    {
        await inner.InviteToPayAsync(invitation, cancellationToken);
        return true;
    });

    public async ValueTask TellAsync(CampaignNotice notice, CancellationToken cancellationToken) => await trap.PassAsync(Tell, async () =>
    {
        await inner.TellAsync(notice, cancellationToken);
        return true;
    });
}
