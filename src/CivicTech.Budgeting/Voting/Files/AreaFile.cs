using CivicTech.Budgeting.Voting.Designs;
using NodaTime;

namespace CivicTech.Budgeting.Voting.Files;

/// <summary>What a voter did in one area: the ballot that counts, if any, and how many others came to nothing.</summary>
/// <remarks>Immutable; equal when all that it says is equal. Once voters and ballots are separated, all but the content is still there.</remarks>
public sealed record AreaFile
{
    internal AreaFile(string area)
    {
        Area = area;
    }

    /// <summary>The id of the area.</summary>
    public string Area { get; }

    /// <summary>Whether a ballot of the voter counts here.</summary>
    public bool IsCounted { get; internal init; }

    /// <summary>How the counted ballot came.</summary>
    public VotingChannel Channel { get; internal init; }

    /// <summary>
    /// The code of the ballot. A ballot that replaces another keeps its code: who was made to show it can still vote again unseen.
    /// </summary>
    public Tracker Tracker { get; internal init; }

    /// <summary>When it was cast, or handed in on paper. The last one, where ballots may be replaced.</summary>
    public Instant At => Instant.FromUnixTimeTicks(Ticks);

    /// <summary>The officer's reference of the paper ballot; null when it came online.</summary>
    public string? Card { get; internal init; }

    /// <summary>Whether ballots here are void: the voter voted online and on paper where that voids both. For good, unless an officer finds that it was somebody else, who may vote again then.</summary>
    public bool IsVoid { get; internal init; }

    /// <summary>Whether lines were released from the ballot, so that it may be replaced even where ballots are final.</summary>
    public bool MayReplace { get; internal init; }

    /// <summary>How many ballots another one took the place of.</summary>
    public int Replaced { get; internal init; }

    /// <summary>How many were taken back.</summary>
    public int Withdrawn { get; internal init; }

    /// <summary>How many are void.</summary>
    public int Voided { get; internal init; }

    /// <summary>How many were lost to a change of the ballot.</summary>
    public int Released { get; internal init; }

    /// <summary>How many ballots were cast here: each is counted, replaced, withdrawn, void or released.</summary>
    public int Cast => (IsCounted ? 1 : 0) + Replaced + Withdrawn + Voided + Released;

    internal long Ticks { get; init; }

    /// <summary>The edition of the official ballot that it was last checked against.</summary>
    internal int Edition { get; init; }

    /// <summary>What the counted ballot says.</summary>
    internal BallotContent Content { get; init; }

    /// <summary>What is not submitted yet; null when there is nothing.</summary>
    internal BasketPart? Basket { get; init; }
}
