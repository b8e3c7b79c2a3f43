using System.Collections.Immutable;
using CivicTech.Budgeting.Voting.Designs;
using CivicTech.Processes;

namespace CivicTech.Budgeting.Voting.Deciding;

/// <summary>How a voter stands in an area.</summary>
public sealed class AreaStanding
{
    internal AreaStanding(string area, ImmutableArray<Refusal> refusals, ImmutableArray<BallotLine> basket, BallotReceipt? receipt)
    {
        (Area, Refusals, Basket, Receipt) = (area, refusals, basket, receipt);
    }

    /// <summary>The id of the area.</summary>
    public string Area { get; }

    /// <summary>Why no ballot of the voter is taken here now; empty when one is.</summary>
    public ImmutableArray<Refusal> Refusals { get; }

    /// <summary>What waits in the basket, in ballot order.</summary>
    public ImmutableArray<BallotLine> Basket { get; }

    /// <summary>The receipt of the ballot that counts; null when none does. What it says is not shown again.</summary>
    public BallotReceipt? Receipt { get; }
}
