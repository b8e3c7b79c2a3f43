using System.Collections.Immutable;
using CivicTech.Consensus.Delphi.Panels;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>What is asked in a round, fixed when it opens.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record RoundForm
{
    /// <summary>The round.</summary>
    public required int Round { get; init; }

    /// <summary>The panels that are asked: those that have not stopped and have items, in the order of the protocol.</summary>
    public required ImmutableArray<string> Panels { get => field.IsDefault ? [] : field; init; }

    /// <summary>The items, in the ordinal order of their ids.</summary>
    public required ImmutableArray<FormItem> Items { get => field.IsDefault ? [] : field; init; }

    /// <summary>The items that an expert is asked about: those of the panels on which he or she sits.</summary>
    /// <param name="expert">Anybody.</param>
    public IEnumerable<FormItem> For(Expert expert)
    {
        ArgumentNullException.ThrowIfNull(expert);
        return Items.Where(item => expert.SitsOn(item.Panels));
    }

    /// <summary>The item of an id; null when it is not asked.</summary>
    /// <param name="item">Its id.</param>
    public FormItem? Find(string item) => Ordered.Find(Items, asked => asked.Id, item);

    /// <inheritdoc />
    public bool Equals(RoundForm? other) =>
        other is not null && Round == other.Round && Panels.AsSpan().SequenceEqual(other.Panels.AsSpan()) && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Round, Items.Length);
}
