namespace CivicTech.Budgeting.Commands;

/// <summary>What can be asked about proposals.</summary>
public abstract record ProposalCommand : CycleCommand
{
    private protected ProposalCommand()
    {
    }
}
