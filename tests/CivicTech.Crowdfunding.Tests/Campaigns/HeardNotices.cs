using System.Collections.Concurrent;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Hosting;

namespace CivicTech.Crowdfunding.Tests.Campaigns;

/// <summary>Remembers who was told what; a repetition under the same key is heard once, as a host would have it.</summary>
internal sealed class HeardNotices : ICampaignNotices
{
    private readonly ConcurrentDictionary<string, CampaignNotice> _heard = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PayInvitation> _invitations = new(StringComparer.Ordinal);

    internal IEnumerable<PayInvitation> Invitations => _invitations.Values.OrderBy(invitation => invitation.Key, StringComparer.Ordinal);

    public ValueTask InviteToPayAsync(PayInvitation invitation, CancellationToken cancellationToken)
    {
        _invitations[invitation.Key] = invitation;
        return ValueTask.CompletedTask;
    }

    public ValueTask TellAsync(CampaignNotice notice, CancellationToken cancellationToken)
    {
        _heard[notice.Key] = notice;
        return ValueTask.CompletedTask;
    }

    internal int Count(NoticeKind kind) => _heard.Values.Count(notice => notice.Notice.Notice == kind);
}
