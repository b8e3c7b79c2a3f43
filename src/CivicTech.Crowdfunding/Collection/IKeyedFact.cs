namespace CivicTech.Crowdfunding.Collection;

/// <summary>A fact about one thing of several: only facts with the same key are joined.</summary>
internal interface IKeyedFact<TSelf> : IFact<TSelf>
    where TSelf : class, IKeyedFact<TSelf>
{
    string Key { get; }
}
