namespace CivicTech.Budgeting.Events;

/// <summary>What can happen to proposals.</summary>
public abstract record ProposalEvent : CycleEvent
{
    private protected ProposalEvent()
    {
    }
}
