using System.Buffers;
using System.Numerics;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Auditing;

/// <summary>A number as printed, and all numbers that would be printed so.</summary>
internal sealed class PrintedNumber
{
    private const int MostCharacters = 40;

    private static readonly SearchValues<char> Characters = SearchValues.Create("0123456789.");

    private PrintedNumber(string text, Rational value, Rational lower, Rational upper, int decimals)
    {
        Text = text;
        Value = value;
        Lower = lower;
        Upper = upper;
        Decimals = decimals;
    }

    internal string Text { get; }

    /// <summary>The number that stands there.</summary>
    internal Rational Value { get; }

    /// <summary>The smallest number that rounds to it when halves may go either way.</summary>
    internal Rational Lower { get; }

    /// <summary>The largest number that rounds to it when halves may go either way.</summary>
    internal Rational Upper { get; }

    internal int Decimals { get; }

    internal bool Overlaps(Rational lower, Rational upper) => Lower <= upper && lower <= Upper;

    /// <summary>An optional minus, digits, optionally a point and more digits; digits before the point may be missing.</summary>
    internal static PrintedNumber Parse(string text, string place, string noun, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        if (!TryRead(text, out var value, out var decimals))
        {
            throw new ArgumentException($"{place}: the {noun} '{text}' is not a decimal number such as 3.50.", parameter);
        }

        var half = new Rational(1, 2 * BigInteger.Pow(10, decimals));
        return new(text, value, value - half, value + half, decimals);
    }

    /// <summary>The same, or a bound on a probability: &lt; .001 stands for 0 to .001, &gt; .05 for .05 to 1.</summary>
    internal static PrintedNumber ParseBounded(string text, string place, string noun, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        if (text is not ['<' or '>', ..])
        {
            return Parse(text, place, noun, parameter);
        }

        if (!TryRead(text[1..].TrimStart(' '), out var value, out var decimals))
        {
            throw new ArgumentException($"{place}: the {noun} '{text}' is not a decimal number, nor one behind < or >.", parameter);
        }

        return text[0] == '<'
            ? new(text, value, Rational.Min(0, value), value, decimals)
            : new(text, value, value, Rational.Max(1, value), decimals);
    }

    private static bool TryRead(string text, out Rational value, out int decimals)
    {
        var isNegative = text.StartsWith('-');
        var digits = isNegative ? text[1..] : text;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        decimals = point < 0 ? 0 : digits.Length - point - 1;
        value = default;
        if (text.Length > MostCharacters || digits.AsSpan().ContainsAnyExcept(Characters)
            || !Rational.TryParse(point == 0 ? "0" + digits : digits, out value))
        {
            return false;
        }

        value = isNegative ? -value : value;
        return true;
    }
}
