using CivicTech.Consensus.Concordance;

namespace CivicTech.Consensus.Coefficients;

/// <summary>The order that two rows put the same items in: pairs with a gap are left out, equal values share a class.</summary>
internal sealed class PairedOrder
{
    private PairedOrder(int[] first, int[] firstSizes, int[] second, int[] secondSizes)
    {
        First = first;
        FirstSizes = firstSizes;
        Second = second;
        SecondSizes = secondSizes;
    }

    internal int Count => First.Length;

    /// <summary>The class of each item in the first row, from 0 for the lowest value.</summary>
    internal int[] First { get; }

    /// <summary>How many items each class of the first row has.</summary>
    internal int[] FirstSizes { get; }

    internal int[] Second { get; }

    internal int[] SecondSizes { get; }

    internal bool IsTied => FirstSizes.Length < Count || SecondSizes.Length < Count;

    /// <summary>Why no correlation is defined; null when one is.</summary>
    internal UndefinedReason? Undefined =>
        Count < 2 ? UndefinedReason.FewerThanTwoItems
        : FirstSizes.Length < 2 || SecondSizes.Length < 2 ? UndefinedReason.ConstantRow
        : null;

    /// <exception cref="ArgumentException">The rows differ in length.</exception>
    internal static PairedOrder Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"The rows have {first.Length} and {second.Length} values: expected as many.", nameof(second));
        }

        var (left, right) = (new List<double>(first.Length), new List<double>(first.Length));
        for (var i = 0; i < first.Length; i++)
        {
            if (!double.IsNaN(first[i]) && !double.IsNaN(second[i]))
            {
                left.Add(first[i]);
                right.Add(second[i]);
            }
        }

        var (firstClasses, firstSizes) = Classes([.. left]);
        var (secondClasses, secondSizes) = Classes([.. right]);
        return new(firstClasses, firstSizes, secondClasses, secondSizes);
    }

    private static (int[] Classes, int[] Sizes) Classes(double[] values)
    {
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(values, order);
        var classes = new int[values.Length];
        var sizes = new List<int>();
        for (var i = 0; i < values.Length; i++)
        {
            if (i == 0 || values[i] != values[i - 1])
            {
                sizes.Add(0);
            }

            sizes[^1]++;
            classes[order[i]] = sizes.Count - 1;
        }

        return (classes, [.. sizes]);
    }
}
