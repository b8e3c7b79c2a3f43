using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CivicTech.Numerics;
using CivicTech.Reports;

namespace CivicTech.Budgeting.Realisation;

/// <summary>How a cycle comes on: the status of all its projects, won or not, and what the money did.</summary>
/// <remarks>Immutable.</remarks>
public sealed class Monitoring
{
    private Monitoring(ImmutableArray<MonitoringLine> lines, Currency currency)
    {
        Lines = lines;
        var zero = Money.Zero(currency);
        Planned = lines.Aggregate(zero, (sum, line) => sum + (line.Planned ?? zero));
        Spent = lines.Aggregate(zero, (sum, line) => sum + (line.Spent ?? zero));
        Counts = lines.GroupBy(line => line.Status).ToImmutableSortedDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var toBe = lines.Where(line => line.Progress is not null).Select(line => (Weight: (Rational)(line.Planned?.MinorUnits ?? 0), Done: line.Progress!.Value)).ToArray();
        var weight = toBe.Aggregate(Rational.Zero, (sum, line) => sum + line.Weight);
        Progress = weight.IsZero ? null : toBe.Aggregate(Rational.Zero, (sum, line) => sum + line.Weight * line.Done) / weight;
    }

    /// <summary>The projects, in the order in which they were given.</summary>
    public ImmutableArray<MonitoringLine> Lines { get; }

    /// <summary>How many projects there are of each status, by its name.</summary>
    public ImmutableSortedDictionary<string, int> Counts { get; }

    /// <summary>What may be spent on all of them.</summary>
    public Money Planned { get; }

    /// <summary>What was spent on all of them.</summary>
    public Money Spent { get; }

    /// <summary>How much of the work is done, in hundredths: projects that are to be realised weigh as much as may be spent on them. Null when there is nothing to spend.</summary>
    public Rational? Progress { get; }

    /// <summary>Makes the overview. O(projects).</summary>
    /// <param name="lines">The projects: see <see cref="MonitoringLine.Of"/>.</param>
    /// <param name="currency">The currency of the cycle.</param>
    public static Monitoring Of(IEnumerable<MonitoringLine> lines, Currency currency)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return new Monitoring([.. lines], currency);
    }

    /// <summary>The overview as a report for people.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Projects  {Lines.Length}: {string.Join(", ", Counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Value} {count.Key}")))}\n");
        text.Append(CultureInfo.InvariantCulture, $"Spent     {Amount(Spent)} of {Amount(Planned)} {Planned.Currency.Code}\n");
        if (Progress is { } progress)
        {
            text.Append(CultureInfo.InvariantCulture, $"Progress  {progress.Floor()} %\n");
        }

        var table = new TextTable("project", "area", "status", "progress", "planned", "spent", "late") { Figures = ["progress", "planned", "spent", "late"] };
        foreach (var line in Lines)
        {
            table.Add(
                line.Project,
                line.Area ?? "",
                line.Status,
                line.Progress is { } done ? string.Create(CultureInfo.InvariantCulture, $"{done} %") : "",
                line.Planned is { } planned ? Amount(planned) : "",
                line.Spent is { } spent ? Amount(spent) : "",
                line.Overdue == 0 ? "" : line.Overdue.ToString(CultureInfo.InvariantCulture));
        }

        table.Write(text, "All projects");
        return text.ToString();
    }

    private static string Amount(Money amount) => TextTable.Grouped(Results.MajorUnits.Of(amount));
}
