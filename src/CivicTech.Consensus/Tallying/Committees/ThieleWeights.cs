using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json.Serialization;
using CivicTech.Numerics;

namespace CivicTech.Consensus.Tallying.Committees;

/// <summary>
/// What a voter's first, second, third, … approved member of a committee is worth: the only thing in which Thiele's rules differ.
/// </summary>
/// <remarks>
/// Immutable and safe to share between threads. Weights never rise: a further member is never worth more than the one before. The text form
/// is what options documents hold: see <see cref="ToString"/>.
/// </remarks>
[JsonConverter(typeof(ThieleWeightsJsonConverter))]
public sealed class ThieleWeights : IEquatable<ThieleWeights>
{
    private const string GeometricPrefix = "geometric:";

    private readonly string _text;

    // The worth of the i-th member, from 1, in an election of so many voters of which a committee has at most so many members.
    private readonly Func<int, int, long, Rational> _worth;

    private ThieleWeights(string text, Func<int, int, long, Rational> worth)
    {
        _text = text;
        _worth = worth;
    }

    /// <summary>1, 1/2, 1/3, …: proportional approval voting (PAV), which divides seats between parties as D'Hondt does. <c>harmonic</c>.</summary>
    public static ThieleWeights Harmonic { get; } = new("harmonic", (i, _, _) => new Rational(1, i));

    /// <summary>1, 1/3, 1/5, …: Sainte-Laguë approval voting (SLAV), kinder to small groups. <c>sainte-lague</c>.</summary>
    public static ThieleWeights SainteLague { get; } = new("sainte-lague", (i, _, _) => new Rational(1, (2L * i) - 1));

    /// <summary>
    /// 1, 0, 0, …: approval Chamberlin-Courant (CC), as many voters as possible have somebody in the committee. <c>coverage</c>.
    /// </summary>
    public static ThieleWeights Coverage { get; } = new("coverage", (i, _, _) => i == 1 ? 1 : 0);

    /// <summary>
    /// Each weight beyond comparison below the one before: as many voters as possible have at least one member, then at least two, and so on
    /// (lexicographic CC). A weight is written as (voters + 1) to the power of the places behind it. <c>lexicographic-coverage</c>.
    /// </summary>
    public static ThieleWeights LexicographicCoverage { get; } =
        new("lexicographic-coverage", (i, members, voters) => BigInteger.Pow((BigInteger)voters + 1, members - i));

    /// <summary>1, 1, 1, …: the members with most approvals (AV). <c>approvals</c>.</summary>
    public static ThieleWeights Approvals { get; } = new("approvals", (_, _, _) => 1);

    /// <summary>Whether the score says nothing to people, but how many voters have at least so many members does.</summary>
    internal bool IsLexicographic => ReferenceEquals(this, LexicographicCoverage);

    /// <summary>1, 1/base, 1/base², …. <c>geometric:2</c>.</summary>
    /// <param name="ratio">The base: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The base is below 1.</exception>
    public static ThieleWeights Geometric(Rational ratio)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(ratio, Rational.One);
        return new(GeometricPrefix + ratio, (i, _, _) => new Rational(BigInteger.Pow(ratio.Denominator, i - 1), BigInteger.Pow(ratio.Numerator, i - 1)));
    }

    /// <summary>Any weights; members beyond the last weight are worth nothing. <c>1,0.5,1/3</c>.</summary>
    /// <param name="weights">At least one; the first above 0, none above the one before, none below 0.</param>
    /// <exception cref="ArgumentException">The weights are not so.</exception>
    public static ThieleWeights Of(params IEnumerable<Rational> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ImmutableArray<Rational> all = [.. weights];
        if (all.IsEmpty || all[0].Sign <= 0 || all[^1].Sign < 0 || all.Zip(all.Skip(1)).Any(pair => pair.Second > pair.First))
        {
            throw new ArgumentException("Weights begin above 0, never rise and never fall below 0.", nameof(weights));
        }

        return new(string.Join(',', all), (i, _, _) => i <= all.Length ? all[i - 1] : 0);
    }

    /// <summary>Reads the text form.</summary>
    /// <param name="text">As <see cref="ToString"/> writes it.</param>
    /// <exception cref="FormatException">It names no weights.</exception>
    public static ThieleWeights Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var named in new[] { Harmonic, SainteLague, Coverage, LexicographicCoverage, Approvals })
        {
            if (text == named._text)
            {
                return named;
            }
        }

        try
        {
            return text.StartsWith(GeometricPrefix, StringComparison.Ordinal)
                ? Geometric(Rational.Parse(text[GeometricPrefix.Length..]))
                : Of(text.Split(',').Select(Rational.Parse));
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw new FormatException(
                $"'{text}' names no weights: expected 'harmonic', 'sainte-lague', 'coverage', 'lexicographic-coverage', 'approvals', "
                + "'geometric:BASE' with a base of at least 1, or weights that never rise, such as '1,1/2,1/3'.",
                exception);
        }
    }

    /// <summary>The text form: a name, <c>geometric:2</c>, or <c>1,0.5,1/3</c>.</summary>
    public override string ToString() => _text;

    /// <inheritdoc />
    public bool Equals(ThieleWeights? other) => other is not null && _text == other._text;

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as ThieleWeights);

    /// <inheritdoc />
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether two weights are the same.</summary>
    public static bool operator ==(ThieleWeights? left, ThieleWeights? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two weights differ.</summary>
    public static bool operator !=(ThieleWeights? left, ThieleWeights? right) => !(left == right);

    /// <summary>The weights of the first so many members.</summary>
    internal Rational[] ForMembers(int members, long voters) => [.. Enumerable.Range(1, members).Select(i => _worth(i, members, voters))];
}
