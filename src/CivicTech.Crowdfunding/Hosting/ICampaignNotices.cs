namespace CivicTech.Crowdfunding.Hosting;

/// <summary>The port by which a campaign tells people something: the host knows who they are and how they are reached.</summary>
/// <remarks>A notice comes at least once: the key tells a repetition. An exception makes it come again later.</remarks>
public interface ICampaignNotices
{
    /// <summary>Hands a backer the link to pay by, and nobody else.</summary>
    /// <param name="invitation">The link and what it is for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask InviteToPayAsync(PayInvitation invitation, CancellationToken cancellationToken);

    /// <summary>Tells somebody something.</summary>
    /// <param name="notice">Whom and what.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask TellAsync(CampaignNotice notice, CancellationToken cancellationToken);
}
