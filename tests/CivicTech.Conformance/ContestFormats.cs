using CivicTech.Consensus.Formats;

namespace CivicTech.Conformance;

/// <summary>Ballot files of others: all are read, and what can be written is read back as the same.</summary>
internal sealed class ContestFormats : IConformanceSet
{
    private static readonly DateTimeOffset AnyTime = DateTimeOffset.UnixEpoch;

    // Files that no reader here can hold, each with the reason.
    private static readonly Dictionary<string, string> NotHeld = new(StringComparer.Ordinal)
    {
        ["ballot_sum_overflows.blt"] = "more ballots than 63 bits count",
        ["test2.soi"] = "a ballot ranks alternative 6 of 5",
        ["test7.abc.yaml"] = "a weight of 1.3 voters",
    };

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var tally = Path.Combine(folder, "tally");
        if (!Directory.Exists(tally))
        {
            yield break;
        }

        yield return Files("ward tables", tally, "scottish-wards", [".csv"], null);
        yield return Files("BLT files", tally, "stv-rs", [".blt"], Blt.Write);
        yield return Files("large BLT files", tally, "large_real", [".blt"], Blt.Write);
        yield return Files("cvotes files", tally, "tideman", [".cvotes"], Cvotes.Write);
        yield return Files("PrefLib files", tally, "abcvoting", [".soc", ".soi", ".toc", ".toi", ".cat"], PrefLib.Write);
        yield return Files("abc.yaml files", tally, "abcvoting", [".yaml"], null);
        foreach (var result in ContestFormatsRctab.Run(Path.Combine(tally, "rctab")))
        {
            yield return result;
        }
    }

    internal static string? Again(ContestReading reading, Func<Consensus.Tallying.Contest, byte[]> write, string name) =>
        ContestFiles.Read(write(reading.Contest), name).Contest.Profile.Digest == reading.Contest.Profile.Digest ? null : "is written and read back as something else";

    internal static byte[] WriteCdf(Consensus.Tallying.Contest contest) => CdfJson.Write(contest, AnyTime);

    // What no reader can hold must be refused, and is said.
    private static ConformanceResult Files(string name, string tally, string folder, string[] extensions, Func<Consensus.Tallying.Contest, byte[]>? write)
    {
        var result = new ConformanceResult("ballot formats, " + name);
        var paths = Directory.EnumerateFiles(Path.Combine(tally, folder), "*", SearchOption.AllDirectories)
            .Where(path => extensions.Contains(Path.GetExtension(path)) && !path.Contains("votekit", StringComparison.Ordinal));
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            if (NotHeld.TryGetValue(file, out var reason))
            {
                result.NotCovered.Add($"{file}: {reason}");
                result.Add(file, () => Refusal.Of(() => ContestFiles.Read(path)));
                continue;
            }

            result.Add(file, () =>
            {
                var reading = ContestFiles.Read(path);
                reading.Contest.Reconcile();
                return write is null ? null : Again(reading, write, file);
            });
        }

        return result;
    }
}
