using System.Collections.Immutable;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Protocols;

namespace CivicTech.Consensus.Delphi.Reading;

/// <summary>How a group answered an item: never of fewer people than the protocol's smallest cell.</summary>
public sealed class GroupAnswers
{
    private readonly AnswerCounts _counts;
    private readonly QuantileRule _rule;

    internal GroupAnswers(AnswerCounts counts, QuantileRule rule, ImmutableArray<string> reasons)
    {
        (_counts, _rule, Reasons) = (counts, rule, reasons);
    }

    /// <summary>How many people gave a value.</summary>
    public int People => _counts.Total;

    /// <summary>How many gave each value of the scale, from the lowest.</summary>
    public ImmutableArray<int> Counts => _counts.Counts;

    /// <summary>The mean.</summary>
    public Statistic Mean => _counts.Mean;

    /// <summary>The standard deviation, with n - 1.</summary>
    public Statistic StandardDeviation => _counts.StandardDeviation;

    /// <summary>The median.</summary>
    public Statistic Median => _counts.Median;

    /// <summary>The first quartile by the rule of the protocol.</summary>
    public Statistic LowerQuartile => _counts.Quantile(new(1, 4), _rule);

    /// <summary>The third quartile by the rule of the protocol.</summary>
    public Statistic UpperQuartile => _counts.Quantile(new(3, 4), _rule);

    /// <summary>References to reasons that were given, in an order that says nothing of who gave them; empty where the protocol does not show them.</summary>
    public ImmutableArray<string> Reasons { get; }

    /// <summary>The mean, and how many people.</summary>
    public override string ToString() => $"mean {Mean} of {People}";

    /// <summary>The answers of a group, or null where they are too few to be shown.</summary>
    internal static GroupAnswers? Of(DelphiProtocol protocol, ImmutableArray<int> counts, ImmutableArray<string> reasons) =>
        counts.IsDefaultOrEmpty || counts.Sum() < protocol.Feedback.SmallestCell
            ? null
            : new GroupAnswers(AnswerCounts.FromCounts(protocol.Scale, counts), protocol.Feedback.Quartiles, protocol.Feedback.ShowReasons ? reasons : []);
}
