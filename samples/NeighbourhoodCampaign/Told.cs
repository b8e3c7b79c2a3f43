using System.Globalization;
using CivicTech.Crowdfunding.Effects;
using CivicTech.Crowdfunding.Hosting;
using CivicTech.Samples;

namespace NeighbourhoodCampaign;

/// <summary>Shows who is told what, in place of sending mail. A notice that comes again under its key is shown once.</summary>
internal sealed class Told(AppConsole console) : ICampaignNotices
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public ValueTask InviteToPayAsync(PayInvitation invitation, CancellationToken cancellationToken)
    {
        Show(invitation.Key, $"{invitation.Backer} gets a link to pay {invitation.Amount}");
        return ValueTask.CompletedTask;
    }

    public ValueTask TellAsync(CampaignNotice notice, CancellationToken cancellationToken)
    {
        Show(notice.Key, Sentence(notice.Notice));
        return ValueTask.CompletedTask;
    }

    private static string Sentence(NoticeEffect notice)
    {
        var whom = notice.Audience switch
        {
            Audience.Backer => notice.Backer!,
            Audience.Backers => "all backers",
            Audience.Owner => "the owner",
            _ => "the platform",
        };
        var amount = notice.Amount is { } money ? string.Create(CultureInfo.InvariantCulture, $" ({money})") : "";
        return notice.Notice switch
        {
            NoticeKind.PaymentFailed => $"{whom}: your payment{amount} did not work, please look at your card",
            NoticeKind.PledgeDropped => $"{whom}: we gave up collecting your pledge{amount}",
            NoticeKind.CampaignSucceeded => $"{whom}: the campaign has succeeded",
            NoticeKind.BelowGoal => $"{whom}: less than the goal is left{amount}; the success stands",
            NoticeKind.FeedbackOverdue => $"{whom}: a backer has waited two days for a word from you",
            NoticeKind.RefundByHand => $"{whom}: give back{amount} by hand",
            NoticeKind.OwnerOwes => $"{whom}: a payment was charged back after the payout; you owe{amount}",
            _ => $"{whom}: {notice.Notice}{amount}",
        };
    }

    private void Show(string key, string sentence)
    {
        if (_known.Add(key))
        {
            console.WriteLine($"      > {sentence}");
        }
    }
}
