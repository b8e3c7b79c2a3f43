using System.Collections.Immutable;
using CivicTech.Crowdfunding.Campaigns;
using CivicTech.Crowdfunding.Events;
using CivicTech.Crowdfunding.Goals;
using CivicTech.Crowdfunding.Ledger;
using CivicTech.Crowdfunding.Plans;
using CivicTech.Receipts;
using NodaTime;

namespace CivicTech.Crowdfunding.Reading;

/// <summary>How far a campaign is: what a page about it shows.</summary>
public sealed class CampaignProgress
{
    internal CampaignProgress(CampaignState state)
    {
        Plan = state.Plan;
        Head = state.Head;
    }

    /// <summary>What it is for and by which rules it runs.</summary>
    public CampaignPlan Plan { get; }

    /// <summary>Where it stands.</summary>
    public CampaignStage Stage => Head.Stage;

    /// <summary>How it ended.</summary>
    public CampaignOutcome Outcome => Head.Outcome;

    /// <summary>What counts to the goal.</summary>
    public Money Counted => Head.Sums.Counted;

    /// <summary>What is in flight and would count.</summary>
    public Money Pending => Head.Sums.Pending;

    /// <summary>What is collected and the project's.</summary>
    public Money Collected => Head.Sums.Project;

    /// <summary>How many backers' money counts.</summary>
    public int People => Head.People;

    /// <summary>How many pledges were ever made.</summary>
    public int Pledges => Head.PledgesMade;

    /// <summary>The running round, from 0, or the last one.</summary>
    public int Round => Head.Round;

    /// <summary>The end of the round: the first instant that is too late; null while it has none.</summary>
    public Instant? EndsAt => Head.RoundEndsAt;

    /// <summary>What the target of the round needs and what is there, leaf by leaf; empty without a target.</summary>
    public ImmutableArray<TargetProgress> Target => Plan.Goal.Rounds[Head.Round].Target?.Progress(Head.Totals) ?? [];

    /// <summary>The verdicts of the rounds that are over.</summary>
    public ImmutableArray<RoundVerdict> Verdicts => Head.Verdicts;

    /// <summary>The SHA-256 of the plan that backers were shown; null before the launch.</summary>
    public Digest? Rules => Head.Rules;

    /// <summary>What is on each account.</summary>
    public Balances Ledger => Head.Ledger;

    /// <summary>All of the head, for what is not shown here.</summary>
    public CampaignHead Head { get; }
}
