using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Conformance;

/// <summary>Committees that the Python package abcvoting elects with rules that are funding rules here.</summary>
/// <remarks>
/// abcvoting gives seats that are left when everybody with a supporter has one to anybody, which funding rules here do not; so this is done
/// before the comparison.
/// </remarks>
internal sealed class AbcVotingFundingRules : IConformanceSet
{
    private static readonly (string Id, Func<AbcVotingFile, TieChain, IAllocationRule> Make)[] Rules =
    [
        ("equal-shares", (_, ties) => new EqualShares { Completion = Completion.Phragmen, Ties = ties }),
        ("equal-shares-with-av-completion", (_, ties) => new EqualShares { Completion = Completion.Utilitarian, Ties = ties }),
        ("equal-shares-with-increment-completion", (file, ties) => new EqualShares { AddOne = OneMoreSeat(file), Ties = ties }),
        ("maximin-support", (_, ties) => new MaximinSupport { Ties = ties }),
        ("seqphragmen", (_, ties) => new Phragmen { Ties = ties }),
    ];

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var paths = AbcVotingReader.Find(folder);
        if (paths.Count == 0)
        {
            yield break;
        }

        var reading = new ConformanceResult("abcvoting files");
        var files = new List<AbcVotingFile>();
        foreach (var path in paths)
        {
            reading.Add(Path.GetFileName(path), () =>
            {
                files.Add(AbcVotingReader.Read(path));
                return null;
            });
        }

        yield return reading;
        foreach (var (id, make) in Rules)
        {
            var result = new ConformanceResult("abcvoting funding rules, " + id);
            foreach (var file in files)
            {
                foreach (var computation in file.Computations.Where(one => one.RuleId == id && one.Committees is not null))
                {
                    result.Add($"{file.Name} {(computation.IsResolute ? "one committee" : "all committees")}", () => Compare(file, computation, make));
                }
            }

            yield return result;
        }
    }

    private static string? Compare(AbcVotingFile file, AbcVotingComputation computation, Func<AbcVotingFile, TieChain, IAllocationRule> make)
    {
        var rule = make(file, computation.IsResolute ? TieChain.ListedOrder : TieChain.AllOutcomes);
        var allocation = rule.AllocateCommittee(file.Profile, file.Seats);
        if (!allocation.IsComplete)
        {
            return "not all outcomes are listed";
        }

        var elected = allocation.Outcomes.SelectMany(outcome => Filled(allocation, outcome.Funded, file.Seats)).Distinct(StringComparer.Ordinal).ToList();
        var expected = computation.Committees!.Select(AbcVotingFile.Text).ToList();
        return computation.IsResolute
            ? expected.Contains(elected[0]) ? null : $"elected {elected[0]}; expected one of {string.Join("; ", expected)}"
            : PabulibFolder.Difference(expected, elected, inOrder: false);
    }

    // What is shared out grows by one seat in each step, until the run in which all seats are taken.
    private static AddOne OneMoreSeat(AbcVotingFile file) => new()
    {
        Start = AddOneStart.Fractional,
        StopWhenExhaustive = true,
        Increment = new Rational(1, Math.Max(1, file.Profile.Voters)),
        OnOvershoot = Overshoot.RoundsThatFit,
    };

    // With every choice of candidates without a supporter for the seats that are left, those listed first at first.
    private static IEnumerable<string> Filled(Allocation allocation, IReadOnlyList<Project> members, int seats)
    {
        var candidates = allocation.Election.Projects;
        int[] elected = [.. members.Select(project => candidates.IndexOf(project))];
        int[] nobodys = [.. Enumerable.Range(0, candidates.Length).Where(candidate => allocation.Projects[candidate].Votes.IsZero)];
        return elected.Length + nobodys.Length < seats
            ? [AbcVotingFile.Text(elected)]
            : Choices(nobodys, seats - elected.Length).Select(filling => AbcVotingFile.Text([.. elected, .. filling]));
    }

    private static IEnumerable<int[]> Choices(int[] from, int count) => count == 0
        ? [[]]
        : Enumerable.Range(0, from.Length).SelectMany(i => Choices(from[(i + 1)..], count - 1).Select(rest => (int[])[from[i], .. rest]));
}
