using CivicTech.Samples;

namespace Agreement.Reading;

/// <summary>
/// A first line of numbers alone: names such as 1, 2, 3, or ratings because the header is missing. Whole numbers that rise are names,
/// and a note says so; anything else is refused.
/// </summary>
internal static class HeaderOfNumbers
{
    /// <exception cref="InputException">The first line holds ratings.</exception>
    internal static void Check(CsvRows rows, RatingsLayout layout, List<string> notes)
    {
        var previous = double.NegativeInfinity;
        var (hasNumbers, areNames) = (false, true);
        foreach (var cell in rows.Cells.AsSpan(1))
        {
            var isNumber = CellValue.TryNumber(cell, out var number);
            if (!isNumber && !CellValue.IsGap(cell))
            {
                return;
            }

            hasNumbers |= isNumber;
            areNames &= number > previous && double.IsInteger(number);
            previous = number;
        }

        if (!hasNumbers)
        {
            return;
        }

        if (!areNames)
        {
            throw rows.Fail(1, $"the first line holds numbers where the names of the {layout.Column}s should stand: the header line is missing.");
        }

        notes.Add($"The first line of the file holds only numbers; they are taken as the names of the {layout.Column}s.");
    }
}
