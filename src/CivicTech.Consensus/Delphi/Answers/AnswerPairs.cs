using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace CivicTech.Consensus.Delphi.Answers;

/// <summary>What the same people answered to one item in two rounds: all that measures of stability look at.</summary>
/// <remarks>Immutable. People who answered in one of the rounds only have no part in it.</remarks>
public sealed partial class AnswerPairs
{
    private AnswerPairs(RatingScale scale, ImmutableArray<int> table, int total)
    {
        Scale = scale;
        Table = table;
        Total = total;
        var (before, after) = (new int[scale.Steps], new int[scale.Steps]);
        for (var row = 0; row < scale.Steps; row++)
        {
            for (var column = 0; column < scale.Steps; column++)
            {
                before[row] += Cell(row, column);
                after[column] += Cell(row, column);
            }
        }

        Before = AnswerCounts.FromCounts(scale, ImmutableCollectionsMarshal.AsImmutableArray(before));
        After = AnswerCounts.FromCounts(scale, ImmutableCollectionsMarshal.AsImmutableArray(after));
    }

    /// <summary>The answers that could be given, in both rounds.</summary>
    public RatingScale Scale { get; }

    /// <summary>
    /// How many people answered what before and after: a square, row after row from the lowest earlier answer, in each row from the lowest
    /// later answer.
    /// </summary>
    public ImmutableArray<int> Table { get; }

    /// <summary>How many people answered in both rounds.</summary>
    public int Total { get; }

    /// <summary>Their answers in the earlier round.</summary>
    public AnswerCounts Before { get; }

    /// <summary>Their answers in the later round.</summary>
    public AnswerCounts After { get; }

    /// <summary>Counts answers of two rounds.</summary>
    /// <param name="scale">What could be answered.</param>
    /// <param name="answers">One pair a person, in any order; may be empty.</param>
    /// <exception cref="ArgumentException">The scale cannot be used, or an answer is not on it.</exception>
    public static AnswerPairs Of(RatingScale scale, params ReadOnlySpan<(int Before, int After)> answers)
    {
        ArgumentNullException.ThrowIfNull(scale);
        scale.ThrowIfUnfit(nameof(scale));
        var table = new int[scale.Steps * scale.Steps];
        for (var i = 0; i < answers.Length; i++)
        {
            var row = scale.Place(answers[i].Before, nameof(answers), "The earlier answer", i);
            table[(row * scale.Steps) + scale.Place(answers[i].After, nameof(answers), "The later answer", i)]++;
        }

        return new(scale, ImmutableCollectionsMarshal.AsImmutableArray(table), answers.Length);
    }

    /// <summary>How many people gave one answer before and another, or the same, after.</summary>
    /// <param name="before">The earlier answer.</param>
    /// <param name="after">The later answer.</param>
    /// <exception cref="ArgumentException">One is not on the scale.</exception>
    public int CountOf(int before, int after) => Cell(Scale.Place(before, nameof(before), "The earlier answer"), Scale.Place(after, nameof(after), "The later answer"));

    /// <summary>How many people, and the earlier and later answers.</summary>
    public override string ToString() => $"{RatingScale.Text(Total)} in both rounds, before {Before}, after {After}";

    private int Cell(int row, int column) => Table[(row * Scale.Steps) + column];
}
