namespace CivicTech.Consensus.Tallying;

/// <summary>What can happen to a candidate in a round.</summary>
public enum TallyActionKind
{
    /// <summary>The candidate is elected.</summary>
    Elected,

    /// <summary>The candidate is out of the count.</summary>
    Eliminated,

    /// <summary>The votes of a candidate who was elected in an earlier round and has more than needed are transferred.</summary>
    Surplus,
}
