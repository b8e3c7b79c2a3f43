namespace CivicTech.Consensus.Tallying;

/// <summary>How a count ended.</summary>
public enum TallyStatus
{
    /// <summary>It is certain who is elected.</summary>
    Decided,

    /// <summary>A tie that the rule does not break decides who is elected.</summary>
    OpenTie,

    /// <summary>Ties lead to several outcomes, which are listed.</summary>
    SeveralOutcomes,

    /// <summary>The rule stopped at its limit of work: what it found is the best so far, and a gap says how far from the best it may be.</summary>
    Stopped,
}
