using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Delphi.Answers;

/// <summary>How often each answer of a scale was given to one item: all that criteria of consensus look at.</summary>
/// <remarks>
/// Immutable; equal are counts of the same answers on the same scale. Every figure takes time that grows with the steps of the scale, not
/// with the answers. Figures that are fractions are exact; without answers they are undefined for
/// <see cref="Concordance.UndefinedReason.TooFewAnswers"/>.
/// </remarks>
public sealed partial class AnswerCounts : IEquatable<AnswerCounts>
{
    private AnswerCounts(RatingScale scale, ImmutableArray<int> counts, int total)
    {
        Scale = scale;
        Counts = counts;
        Total = total;
    }

    /// <summary>The answers that could be given.</summary>
    public RatingScale Scale { get; }

    /// <summary>How often each was given, from the lowest to the highest.</summary>
    public ImmutableArray<int> Counts { get; }

    /// <summary>How many answers there are.</summary>
    public int Total { get; }

    /// <summary>Whether both count the same answers on the same scale.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(AnswerCounts? left, AnswerCounts? right) => left is null ? right is null : left.Equals(right);

    /// <summary>The opposite of equality.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(AnswerCounts? left, AnswerCounts? right) => !(left == right);

    /// <summary>Counts answers.</summary>
    /// <param name="scale">What could be answered.</param>
    /// <param name="answers">One a person, in any order; may be empty.</param>
    /// <exception cref="ArgumentException">The scale cannot be used, or an answer is not on it.</exception>
    public static AnswerCounts Of(RatingScale scale, params ReadOnlySpan<int> answers)
    {
        ArgumentNullException.ThrowIfNull(scale);
        scale.ThrowIfUnfit(nameof(scale));
        var counts = new int[scale.Steps];
        for (var i = 0; i < answers.Length; i++)
        {
            counts[scale.Place(answers[i], nameof(answers), "Answer", i)]++;
        }

        return new(scale, ImmutableCollectionsMarshal.AsImmutableArray(counts), answers.Length);
    }

    /// <summary>Counts answers.</summary>
    /// <param name="scale">What could be answered.</param>
    /// <param name="answers">One a person, in any order; may be empty.</param>
    /// <exception cref="ArgumentException">The scale cannot be used, or an answer is not on it.</exception>
    public static AnswerCounts Of(RatingScale scale, IEnumerable<int> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return Of(scale, [.. answers]);
    }

    /// <summary>Takes answers that are counted already.</summary>
    /// <param name="scale">What could be answered.</param>
    /// <param name="counts">How often each was, from the lowest to the highest: one number a step, none negative.</param>
    /// <exception cref="ArgumentException">The scale cannot be used, or these are no such counts, or together more than an <see cref="int"/> holds.</exception>
    public static AnswerCounts FromCounts(RatingScale scale, ImmutableArray<int> counts)
    {
        ArgumentNullException.ThrowIfNull(scale);
        scale.ThrowIfUnfit(nameof(scale));
        if (counts.IsDefault || counts.Length != scale.Steps)
        {
            throw new ArgumentException($"There are {(counts.IsDefault ? 0 : counts.Length)} counts, expected {scale.Steps}: one a step from {scale}.", nameof(counts));
        }

        var total = 0L;
        for (var i = 0; i < counts.Length; i++)
        {
            total += counts[i] >= 0 ? counts[i] : throw new ArgumentException($"The count of answer {RatingScale.Text(scale.Lowest + i)} is {RatingScale.Text(counts[i])}, expected 0 or more.", nameof(counts));
        }

        return total <= int.MaxValue
            ? new(scale, counts, (int)total)
            : throw new ArgumentException($"There are {total} answers, expected at most {int.MaxValue}.", nameof(counts));
    }

    /// <summary>The answers of both, as if counted together. Whoever is in both is counted twice.</summary>
    /// <param name="other">Answers on the same scale.</param>
    /// <exception cref="ArgumentException">The scales differ, or there are more answers than an <see cref="int"/> holds.</exception>
    public AnswerCounts Merge(AnswerCounts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Scale != other.Scale)
        {
            throw new ArgumentException($"The scales are {Scale} and {other.Scale}, expected one and the same.", nameof(other));
        }

        if ((long)Total + other.Total > int.MaxValue)
        {
            throw new ArgumentException($"There are {(long)Total + other.Total} answers, expected at most {int.MaxValue}.", nameof(other));
        }

        return new(Scale, [.. Counts.Zip(other.Counts, (one, two) => one + two)], Total + other.Total);
    }

    /// <inheritdoc />
    public bool Equals(AnswerCounts? other) => other is not null && Scale == other.Scale && Counts.AsSpan().SequenceEqual(other.Counts.AsSpan());

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as AnswerCounts);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Scale);
        hash.AddBytes(MemoryMarshal.AsBytes(Counts.AsSpan()));
        return hash.ToHashCode();
    }

    /// <summary>The answers that were given, each with how often: <c>3×1 4×6 5×2</c>.</summary>
    public override string ToString() => Total == 0
        ? "no answers"
        : string.Join(' ', Counts.Index().Where(step => step.Item > 0).Select(step => $"{RatingScale.Text(Scale.Lowest + step.Index)}×{RatingScale.Text(step.Item)}"));
}
