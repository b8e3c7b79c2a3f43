using CivicTech.Budgeting.Allocation;
using CivicTech.Ties;

namespace CivicTech.Conformance;

/// <summary>An election with integer costs in which doubles elect another project than exact arithmetic does.</summary>
internal sealed class PabulibExactTie : IConformanceSet
{
    private const string File = "synthetic_exact_tie_float_fails.pb";

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var data = new PabulibFolder(folder);
        if (!data.Instances.Any(instance => Path.GetFileName(instance) == File))
        {
            yield break;
        }

        var result = new ConformanceResult("pabulib exact tie");
        foreach (var arithmetic in Enum.GetValues<Arithmetic>())
        {
            result.Add($"{File} {arithmetic}", () =>
            {
                var rule = new EqualShares { Ties = TieChain.By(TieKey.Highest("votes"), TieKey.Lowest("cost")) };
                var funded = rule.Allocate(data.Read(File), new AllocationRequest { Arithmetic = arithmetic }).Funded.Select(project => project.Id).ToList();
                return funded.Contains("p0_0") && !funded.Contains("p4_0") ? null : $"funded {string.Join(", ", funded)}; expected p0_0 and not p4_0";
            });
        }

        yield return result;
    }
}
