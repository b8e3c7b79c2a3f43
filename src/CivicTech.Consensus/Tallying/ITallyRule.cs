namespace CivicTech.Consensus.Tallying;

/// <summary>A rule that counts the votes of a contest: ballots in, who is elected out, with every round and tie.</summary>
public interface ITallyRule : IRule
{
    /// <summary>Counts.</summary>
    /// <param name="contest">The ballots and seats.</param>
    /// <param name="request">What else is wanted, and how officials decided ties.</param>
    /// <exception cref="ArgumentException">The rule does not know ballots of this kind, or the request decides a tie wrongly.</exception>
    /// <exception cref="InvalidOperationException">The ballots are not as many as the contest's batches declare.</exception>
    /// <exception cref="OperationCanceledException">The count was cancelled.</exception>
    TallyResult Count(Contest contest, TallyRequest request);
}
