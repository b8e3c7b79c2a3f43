namespace CivicTech.Consensus.Auditing;

/// <summary>The printed mean and standard deviation of what all raters answered about one item.</summary>
/// <remarks>
/// Numbers are decimal text as printed, because zeros at the end say how far they were rounded: 3.50 stands for 3.495 to 3.505, and 3.5
/// for 3.45 to 3.55, ends included, so that every way to round halves is accepted.
/// </remarks>
public sealed class ItemSummary : SummaryRow
{
    /// <summary>A row with a standard deviation.</summary>
    /// <param name="place">Where the row stands; findings repeat it.</param>
    /// <param name="mean">The mean, such as 3.50.</param>
    /// <param name="standardDeviation">The standard deviation, such as 1.23; null when none is printed.</param>
    /// <param name="raters">How many raters answered, from 2 to 1,000,000.</param>
    /// <param name="scale">What each could answer.</param>
    /// <exception cref="ArgumentException">
    /// A text is not a decimal number, or <paramref name="raters"/> is out of range; the message names the place.
    /// </exception>
    public ItemSummary(string place, string mean, string? standardDeviation, int raters, AnswerScale scale)
        : base(place, raters)
    {
        ArgumentNullException.ThrowIfNull(scale);
        Scale = scale;
        PrintedMean = PrintedNumber.Parse(mean, place, "mean", nameof(mean));
        PrintedDeviation = standardDeviation is null ? null : PrintedNumber.Parse(standardDeviation, place, "SD", nameof(standardDeviation));
    }

    /// <summary>The mean as printed.</summary>
    public string Mean => PrintedMean.Text;

    /// <summary>The standard deviation as printed; null when none is.</summary>
    public string? StandardDeviation => PrintedDeviation?.Text;

    /// <summary>What each rater could answer.</summary>
    public AnswerScale Scale { get; }

    /// <summary>Which standard deviation is printed; unknown unless said.</summary>
    public StandardDeviationKind DeviationKind { get; init; }

    internal PrintedNumber PrintedMean { get; }

    internal PrintedNumber? PrintedDeviation { get; }

    /// <summary>The row as printed.</summary>
    public override string ToString() => StandardDeviation is null ? $"{Place}: mean {Mean}" : $"{Place}: mean {Mean}, SD {StandardDeviation}";

    internal override void Audit(AuditLog log) => ItemAudit.Check(this, log);
}
