using System.Globalization;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>That a figure of a panel is not told, and why.</summary>
/// <remarks>Receipts have the reason and the number, and not the sentence.</remarks>
public sealed record Withheld
{
    private readonly int _smallest;

    internal Withheld(WithheldReason reason, int smallest, long? experts = null) => (Reason, _smallest, Experts) = (reason, smallest, experts);

    /// <summary>Why.</summary>
    public WithheldReason Reason { get; }

    /// <summary>How many experts there are, for <see cref="WithheldReason.SmallGroup"/> and <see cref="WithheldReason.FewTellApart"/>; otherwise null.</summary>
    public long? Experts { get; }

    /// <summary>A sentence without its full stop.</summary>
    public override string ToString() => Reason switch
    {
        WithheldReason.FirstRound => "it is the first round",
        WithheldReason.PanelNotAsked => "the panel was not asked in the round before",
        WithheldReason.TooFewWithoutGaps => "fewer than two experts or items are left without gaps",
        WithheldReason.SmallGroup => string.Create(CultureInfo.InvariantCulture, $"{Experts} experts, fewer than {_smallest}, are left without gaps"),
        WithheldReason.FewTellApart => string.Create(CultureInfo.InvariantCulture, $"{Experts} experts, fewer than {_smallest}, tell items apart"),
        _ => string.Create(CultureInfo.InvariantCulture, $"beside what is told of other groups it would tell how fewer than {_smallest} experts ordered the items"),
    };
}
