using CivicTech.Consensus.Formats;

namespace CivicTech.Conformance;

/// <summary>Ballot files of others: all are read, and what can be written is read back as the same.</summary>
internal sealed class ContestFormats : IConformanceSet
{
    // Files that no reader here can hold, each with the reason.
    private static readonly Dictionary<string, string> NotHeld = new(StringComparer.Ordinal)
    {
        ["ballot_sum_overflows.blt"] = "more ballots than 64 bits count",
        ["test2.soi"] = "a ballot ranks alternative 6 of 5",
    };

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var tally = Path.Combine(folder, "tally");
        if (!Directory.Exists(tally))
        {
            yield break;
        }

        yield return Files("ward tables", tally, "scottish-wards", "*.csv", path => WardCsv.Read(path), null);
        yield return Files("BLT files", tally, "stv-rs", "*.blt", path => Blt.Read(path), reading => Blt.Read(Blt.Write(reading.Contest)));
        yield return Files("BLT files, large", tally, "large_real", "*.blt", path => Blt.Read(path), reading => Blt.Read(Blt.Write(reading.Contest)));
        yield return Files("cvotes files", tally, "tideman", "*.cvotes", path => Cvotes.Read(path), reading => Cvotes.Read(Cvotes.Write(reading.Contest)));
    }

    private static ConformanceResult Files(
        string name, string tally, string folder, string pattern, Func<string, ContestReading> read, Func<ContestReading, ContestReading>? again)
    {
        var result = new ConformanceResult("ballot formats, " + name);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(tally, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            result.Add(NotHeld.TryGetValue(file, out var reason) ? $"{file} (cannot hold: {reason})" : file, () => Check(path, read, again));
        }

        return result;
    }

    private static string? Check(string path, Func<string, ContestReading> read, Func<ContestReading, ContestReading>? again)
    {
        var reading = read(path);
        reading.Contest.Reconcile();
        return again is null || again(reading).Contest.Profile.Digest == reading.Contest.Profile.Digest ? null : "is written and read back as something else";
    }
}
