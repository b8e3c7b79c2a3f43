namespace Agreement.Reading;

/// <summary>How a file of ratings is written.</summary>
/// <param name="Transposed">One line an item and one column a rater, not the other way round.</param>
/// <param name="Weights">The name of the column (transposed: of the line) that holds how often each rater counts; null when there is none.</param>
public sealed record RatingsLayout(bool Transposed, string? Weights)
{
    /// <summary>What a line after the header stands for.</summary>
    internal string Row => Transposed ? "item" : "rater";

    /// <summary>What a column stands for.</summary>
    internal string Column => Transposed ? "rater" : "item";

    internal bool IsWeight(string row, string column) => Weights is not null && (Transposed ? row : column) == Weights;
}
