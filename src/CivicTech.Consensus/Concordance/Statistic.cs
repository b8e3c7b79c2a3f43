using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Concordance;

/// <summary>A number that may be undefined; then it says why. Never NaN.</summary>
public sealed class Statistic : IEquatable<Statistic>
{
    private const int LargestShownDenominator = 1_000_000;

    private readonly double _value;

    private Statistic(double value, Rational? exact, UndefinedReason? undefined)
    {
        _value = value;
        Exact = exact;
        Undefined = undefined;
    }

    /// <summary>Whether there is a value.</summary>
    [MemberNotNullWhen(false, nameof(Undefined))]
    public bool IsDefined => Undefined is null;

    /// <summary>The value; where <see cref="Exact"/> is known, the double nearest to it.</summary>
    /// <exception cref="InvalidOperationException">The statistic is undefined; the message says why.</exception>
    public double Value => Undefined is { } reason ? throw new InvalidOperationException($"The statistic is undefined: {Words(reason)}") : _value;

    /// <summary>The value as a fraction, where the statistic is one and was computed as one; otherwise null.</summary>
    public Rational? Exact { get; }

    /// <summary>Why there is no value; null when there is one.</summary>
    public UndefinedReason? Undefined { get; }

    /// <summary>The value, or null when it is undefined.</summary>
    public double? ValueOrNull => IsDefined ? _value : null;

    /// <summary>Whether both are undefined for the same reason, or have the same value and the same exact value.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Statistic? left, Statistic? right) => left is null ? right is null : left.Equals(right);

    /// <summary>The opposite of equality.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Statistic? left, Statistic? right) => !(left == right);

    /// <inheritdoc />
    public bool Equals(Statistic? other) =>
        other is not null && _value.Equals(other._value) && Exact == other.Exact && Undefined == other.Undefined;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Statistic);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_value, Undefined);

    /// <summary>The value, the fraction where it is known, or the reason why there is none.</summary>
    public override string ToString() => Undefined is { } reason
        ? $"undefined: {Words(reason)}"
        // A fraction that ends as a decimal is told by the decimal.
        : Exact is { } exact && exact.Denominator < LargestShownDenominator && exact.ToString() is var fraction && fraction.Contains('/', StringComparison.Ordinal)
            ? $"{Decimal} ({fraction})"
            : Decimal;

    // What rounds to zero has no sign.
    private string Decimal => _value.ToString("0.######;-0.######;0", CultureInfo.InvariantCulture);

    internal static Statistic Of(double value)
    {
        System.Diagnostics.Debug.Assert(!double.IsNaN(value));
        return new(value, null, null);
    }

    internal static Statistic Of(Rational exact) => new(exact.ToDouble(), exact, null);

    internal static Statistic UndefinedFor(UndefinedReason reason) => new(0, null, reason);

    internal static string Words(UndefinedReason reason) => reason switch
    {
        UndefinedReason.FewerThanTwoRaters => "fewer than two raters are left.",
        UndefinedReason.FewerThanTwoItems => "fewer than two items are left.",
        UndefinedReason.NoVariation => "no rater tells items apart.",
        UndefinedReason.TooFewRaters => "an interval needs at least five raters.",
        UndefinedReason.CompleteAgreement => "all agree completely, and the statistic would divide by zero.",
        UndefinedReason.NoSpread => "leaving out any rater changes nothing, and an interval of no width would claim certainty.",
        UndefinedReason.WeightedRaters => "raters have weights, under which its distribution is not known.",
        UndefinedReason.IncompleteRatings => "ratings are missing.",
        UndefinedReason.OnlySumsKnown => "it needs every rater's own ratings, and only their sums are known.",
        UndefinedReason.NoDegreesOfFreedom => "so few raters and items leave no degrees of freedom.",
        UndefinedReason.ConstantRow => "one of the two rows has the same value throughout.",
        UndefinedReason.NotComputed => "it was turned off, or would take too much work.",
        UndefinedReason.TooFewAnswers => "there are too few answers.",
        UndefinedReason.MeanNotPositive => "the mean is not positive, and it would divide by it.",
        UndefinedReason.NothingInCommon => "no two raters have enough items in common.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
