namespace CivicTech.Crowdfunding.Collection;

/// <summary>
/// Something known that only grows: <see cref="Join"/> is associative, commutative and idempotent, so that what is known after several
/// joins depends neither on their order nor on repetitions (a join-semilattice).
/// </summary>
internal interface IFact<TSelf>
    where TSelf : class, IFact<TSelf>
{
    /// <summary>What is known when both are.</summary>
    TSelf Join(TSelf other);
}
