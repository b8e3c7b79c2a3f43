using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Formats;
using CivicTech.Samples;

namespace Tally;

/// <summary>Reads an election and applies the rule: this is all that the library asks of an application.</summary>
public sealed class Tallier(RuleChoice choice, TallyRequest request, AppConsole console, CancellationToken cancellation)
{
    private const int ShownRepairs = 5;

    public bool IsReplay => choice.IsReplay;

    /// <exception cref="InputException">The election cannot be read, or the rule cannot work on it.</exception>
    public TallyResult Tally(ElectionSource source)
    {
        var reading = Read(source);
        var (rule, notes) = choice.For(reading.Election, source.Name);
        return InputException.WhenRefused(source.Name, () =>
        {
            var allocation = rule.Allocate(reading.Election, new AllocationRequest { Trace = request.Trace, CancellationToken = cancellation });
            return new TallyResult(source.Name, reading, allocation, notes, choice.IsReplay ? OfficialOutcome.Of(allocation) : null);
        });
    }

    /// <exception cref="InputException">The election cannot be read.</exception>
    public PabulibReading Read(ElectionSource source)
    {
        const int Megabyte = 1 << 20;
        try
        {
            return source.Read(
                request.Strict,
                (read, length) => console.Progress($"Reading {Path.GetFileName(source.Name)}: {read / Megabyte} of {length / Megabyte} MB"),
                cancellation);
        }
        finally
        {
            console.ClearProgress();
        }
    }

    public static string Repairs(PabulibReading reading) => reading.RepairCount == 1 ? "1 repair" : $"{reading.RepairCount} repairs";

    /// <summary>What was repaired, on standard error: how many of each kind, and the first few with their places.</summary>
    public void ReportRepairs(string source, PabulibReading reading)
    {
        if (reading.RepairCount == 0)
        {
            return;
        }

        var kinds = reading.Repairs.GroupBy(repair => repair.Code).Select(kind => $"{kind.Key} {(kind.Count() == 100 ? "100 or more" : kind.Count())}");
        console.Error($"{source}: read with {Repairs(reading)} ({string.Join(", ", kinds)}):");
        foreach (var repair in reading.Repairs.Take(ShownRepairs))
        {
            console.Error($"  {PabulibErrors.PlaceOf(source, repair)}: {repair.Message} [{repair.Code}]");
        }

        if (reading.RepairCount > ShownRepairs)
        {
            console.Error($"  … and {reading.RepairCount - ShownRepairs} more; --strict stops at the first.");
        }
    }
}
