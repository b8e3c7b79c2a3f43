using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Formats;

namespace CivicTech.Conformance;

/// <summary>What cities officially funded, recomputed from the ballots by the rule that each file names.</summary>
internal sealed class PabulibOfficial : IConformanceSet
{
    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var data = new PabulibFolder(folder);
        if (data.Object("official.json") is not { } official)
        {
            yield break;
        }

        var reproduced = new ConformanceResult("pabulib official");
        var deviating = new ConformanceResult("pabulib deviating");
        foreach (var (file, node) in official)
        {
            var entry = node!.AsObject();
            string? Compare()
            {
                var election = data.Read(file);
                var counts = entry.ContainsKey("counts") ? CountSource.Declared : CountSource.Ballots;
                var allocation = PabulibReplay.Of(election, counts).Rule.Allocate(election);
                var expected = PabulibFolder.Texts(entry["funded"]).Except(PabulibFolder.Texts(entry["extra_from_reserve"])).ToList();
                return PabulibFolder.Difference(expected, [.. allocation.Funded.Select(project => project.Id)], inOrder: false);
            }

            if (entry.ContainsKey("deviates"))
            {
                deviating.Add(file, () => Compare() is null ? "the outcome should differ from the declared rule, but is the same" : null);
            }
            else
            {
                reproduced.Add(file, Compare);
            }
        }

        yield return reproduced;
        yield return deviating;
    }
}
