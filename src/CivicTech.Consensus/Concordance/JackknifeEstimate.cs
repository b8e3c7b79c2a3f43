using System.Globalization;

namespace CivicTech.Consensus.Concordance;

/// <summary>A statistic of a panel with what the panel says of the population its raters were drawn from.</summary>
/// <remarks>
/// The delete-one jackknife leaves each rater out once (Tukey 1958). A bootstrap of W is not offered: a rater drawn twice agrees with
/// themselves, which adds about (1 - W)/m to every replicate, and its intervals hold the truth far less often than they say.
/// </remarks>
public sealed class JackknifeEstimate
{
    internal JackknifeEstimate(Statistic value, Statistic standardError, ConfidenceInterval? interval, UndefinedReason? noInterval)
    {
        Value = value;
        StandardError = standardError;
        Interval = interval;
        NoInterval = noInterval;
    }

    /// <summary>The statistic of these raters.</summary>
    public Statistic Value { get; }

    /// <summary>Its jackknife standard error.</summary>
    public Statistic StandardError { get; }

    /// <summary>The interval, or null when there is none.</summary>
    public ConfidenceInterval? Interval { get; }

    /// <summary>Why there is no interval; null when there is one.</summary>
    public UndefinedReason? NoInterval { get; }

    /// <summary>The value and its interval, or why there is none.</summary>
    public override string ToString() => Value.IsDefined
        ? string.Create(CultureInfo.InvariantCulture, $"{Value.Value:0.####;-0.####;0} {(Interval is { } interval ? interval.ToString() : $"(no interval: {Statistic.Words(NoInterval!.Value)})")}")
        : Value.ToString();

    internal static JackknifeEstimate UndefinedFor(UndefinedReason reason) =>
        new(Statistic.UndefinedFor(reason), Statistic.UndefinedFor(reason), null, reason);
}
