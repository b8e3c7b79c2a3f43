using System.Collections.Immutable;

namespace CivicTech.Consensus.Delphi.Rounds;

/// <summary>The answers of an expert in a round.</summary>
/// <remarks>Immutable; equal when all that it says is equal.</remarks>
public sealed record AnswerSheet
{
    /// <summary>The round.</summary>
    public required int Round { get; init; }

    /// <summary>Who.</summary>
    public required string Expert { get; init; }

    /// <summary>The answers, in the ordinal order of their items.</summary>
    public required ImmutableArray<SheetAnswer> Answers { get => field.IsDefault ? [] : field; init; }

    /// <summary>The answer to an item; null when there is none.</summary>
    /// <param name="item">Its id.</param>
    public SheetAnswer? Find(string item) => Ordered.Find(Answers, answer => answer.Item, item);

    /// <inheritdoc />
    public bool Equals(AnswerSheet? other) =>
        other is not null && Round == other.Round && Expert == other.Expert && Answers.AsSpan().SequenceEqual(other.Answers.AsSpan());

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Round, Expert, Answers.Length);

    /// <summary>With answers in place of earlier ones to the same items; both lists are in order, so it takes time for each once.</summary>
    internal AnswerSheet With(ImmutableArray<Answer> answers, int shown)
    {
        var merged = ImmutableArray.CreateBuilder<SheetAnswer>(Answers.Length + answers.Length);
        var place = 0;
        foreach (var answer in answers.OrderBy(answer => answer.Item, StringComparer.Ordinal))
        {
            while (place < Answers.Length && string.CompareOrdinal(Answers[place].Item, answer.Item) < 0)
            {
                merged.Add(Answers[place++]);
            }

            var before = place < Answers.Length && Answers[place].Item == answer.Item ? Answers[place++] : null;
            merged.Add(new SheetAnswer { Item = answer.Item, Value = answer.Value, Reason = answer.Reason, Since = before is not null && before.Value == answer.Value ? before.Since : shown });
        }

        merged.AddRange(Answers[place..]);
        return this with { Answers = merged.ToImmutable() };
    }
}
