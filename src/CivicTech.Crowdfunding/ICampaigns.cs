using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Collection;
using CivicTech.Crowdfunding.Commands;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Pledges;
using CivicTech.Crowdfunding.Reading;
using CivicTech.Processes.Running;

namespace CivicTech.Crowdfunding;

/// <summary>Pledge campaigns of a host: commands in, what is due done, and what can be read.</summary>
/// <remarks>Safe for many threads, and for many machines on one store. Campaigns are named by the host's own ids.</remarks>
public interface ICampaigns
{
    /// <summary>Does what a command asks for, once for each of its keys.</summary>
    /// <param name="campaign">The host's id of the campaign; <see cref="DraftCampaign"/> begins a new one.</param>
    /// <param name="command">What is asked.</param>
    /// <param name="cancellationToken">Gives up as long as the decision has not begun.</param>
    /// <returns>What happened, or every reason against it; a refusal is no exception.</returns>
    /// <exception cref="ArgumentException">The id, the key of the command or who asks is not such a text as <see cref="Processes.IProcessCommand"/> describes; or a plan is of another campaign.</exception>
    /// <exception cref="ProcessConflictException">Others changed the campaign again and again; nothing was written.</exception>
    Task<Execution<CampaignState, CampaignEvent>> ExecuteAsync(string campaign, CampaignCommand command, CancellationToken cancellationToken = default);

    /// <summary>Does all that is due now in all campaigns: rounds end, pledges are collected, notices sent. The host's scheduler calls it, as often as it likes.</summary>
    /// <param name="cancellationToken">Stops after what has begun.</param>
    /// <returns>What was done, and what could not be and is due again.</returns>
    Task<WorkReport> AdvanceDueAsync(CancellationToken cancellationToken = default);

    /// <summary>Takes what a payment provider says, of whatever campaigns, in any order and any number of times: what an adapter behind a webhook calls.</summary>
    /// <param name="events">Verified by the adapter: see <see cref="ProviderEvent"/>.</param>
    /// <param name="cancellationToken">Gives up; what was taken is taken, and the rest may be handed in again.</param>
    /// <returns>The events that no campaign takes, each with the reason: another system's, or broken. They may be acknowledged to the provider all the same.</returns>
    Task<IReadOnlyList<RefusedEvent>> ReceiveAsync(IEnumerable<ProviderEvent> events, CancellationToken cancellationToken = default);

    /// <summary>How far a campaign is; O(1), however many pledges there are.</summary>
    /// <param name="campaign">The host's id of the campaign.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is no such campaign.</returns>
    Task<CampaignProgress?> ProgressAsync(string campaign, CancellationToken cancellationToken = default);

    /// <summary>A pledge.</summary>
    /// <param name="campaign">The host's id of the campaign.</param>
    /// <param name="pledge">The host's id of the pledge.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    Task<Pledge?> PledgeAsync(string campaign, string pledge, CancellationToken cancellationToken = default);

    /// <summary>The pledges in the order of their ids, page by page: with all names, for the owner and the host.</summary>
    /// <param name="campaign">The host's id of the campaign.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<Pledge> PledgesAsync(string campaign, CancellationToken cancellationToken = default);

    /// <summary>The pledges that count, as everybody may see them: no anonymous backer is named.</summary>
    /// <param name="campaign">The host's id of the campaign.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<PublicPledge> BackersAsync(string campaign, CancellationToken cancellationToken = default);

    /// <summary>The fundraisers in the order of their ids, each with what came through it and all below it.</summary>
    /// <param name="campaign">The host's id of the campaign.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<KeyValuePair<string, Fundraiser>> FundraisersAsync(string campaign, CancellationToken cancellationToken = default);

    /// <summary>The ledger: every entry and the balances. Reads the journal once.</summary>
    /// <param name="campaign">The host's id of the campaign.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Statement> StatementAsync(string campaign, CancellationToken cancellationToken = default);

    /// <summary>Everything that happened, in order, with who asked for it and when.</summary>
    /// <param name="campaign">The host's id of the campaign.</param>
    /// <param name="cancellationToken">Gives up.</param>
    IAsyncEnumerable<Happening<CampaignEvent>> JournalAsync(string campaign, CancellationToken cancellationToken = default);
}
