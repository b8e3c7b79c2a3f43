using System.Collections.Immutable;

namespace CivicTech.Budgeting.Results;

/// <summary>How the votes decide: the rule, ties, minimums, the order of areas, and what becomes of money that is left.</summary>
/// <remarks>Immutable; equal when all that it says is equal. The default funds by votes, area by area, and returns what is left.</remarks>
public sealed record CountPlan
{
    internal const int DefaultSmallestGroup = 10;

    /// <summary>The rule of every area that has none of its own.</summary>
    public RuleChoice Rule { get; init => field = value ?? RuleChoice.ByVotes; } = RuleChoice.ByVotes;

    /// <summary>
    /// Tie keys in place of the rule's own, as <see cref="CivicTech.Ties.TieChain"/> writes them, such as <c>["lowest-cost", "lot"]</c>: the bare word <c>lot</c> is given the seed that the revealed secret and
    /// the public value make. Together they leave no tie. Empty for what the rule says by itself.
    /// </summary>
    public ImmutableArray<string> Ties { get => field.IsDefault ? [] : field; init; }

    /// <summary>How many voters must name a project, where ballots are for and against be for it, for it to be funded; 0 for no minimum.</summary>
    public long MinimumVotes { get; init; }

    /// <summary>How many voters must take part in an area for anything to be funded there; 0 for no quorum.</summary>
    public long Quorum { get; init; }

    /// <summary>In which order areas are counted.</summary>
    public CountOrder Order { get; init; }

    /// <summary>What becomes of money that is left.</summary>
    public LeftoverUse Leftover { get; init; }

    /// <summary>The area that gets what the others leave; null unless <see cref="Leftover"/> is <see cref="LeftoverUse.ToArea"/>.</summary>
    public string? LeftoverArea { get; init; }

    /// <summary>What is otherwise in single areas.</summary>
    public ImmutableArray<AreaRules> Areas { get => field.IsDefault ? [] : field; init; }

    /// <summary>A second rule that everything is counted by too, so that people can compare; it decides nothing. Null for none.</summary>
    public RuleChoice? Comparison { get; init; }

    /// <summary>How many voters an area must have for its ballots to be published as data; null for 10.</summary>
    public int? SmallestGroup { get; init; }

    /// <summary>Whether a tie may be broken by lot: a secret must be committed to before the vote, and shown before the count.</summary>
    internal bool NeedsLot => Ties.Contains(RuleChoice.Lot) || Areas.Any(area => area.Ties.Contains(RuleChoice.Lot));

    /// <summary>The rules that hold in an area, all of them.</summary>
    /// <param name="area">The id of an area.</param>
    internal (RuleChoice Rule, ImmutableArray<string> Ties, long MinimumVotes, long Quorum) Of(string area)
    {
        var own = Areas.FirstOrDefault(rules => rules.Area == area);
        return (own?.Rule ?? Rule, own is { Ties.IsEmpty: false } ? own.Ties : Ties, own?.MinimumVotes ?? MinimumVotes, own?.Quorum ?? Quorum);
    }

    /// <inheritdoc />
    public bool Equals(CountPlan? other) => other is not null && Rule == other.Rule && Ties.AsSpan().SequenceEqual(other.Ties.AsSpan())
        && MinimumVotes == other.MinimumVotes && Quorum == other.Quorum && Order == other.Order && Leftover == other.Leftover && LeftoverArea == other.LeftoverArea
        && Areas.AsSpan().SequenceEqual(other.Areas.AsSpan()) && Comparison == other.Comparison && SmallestGroup == other.SmallestGroup;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Rule, Ties.Length, MinimumVotes, Quorum, Order, Leftover, LeftoverArea, Areas.Length);
}
