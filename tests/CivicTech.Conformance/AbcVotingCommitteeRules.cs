using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Committees;
using CivicTech.Ties;

namespace CivicTech.Conformance;

/// <summary>Committees that the Python package abcvoting elects with rules that are committee rules here.</summary>
internal sealed class AbcVotingCommitteeRules : IConformanceSet
{
    private static readonly (string Id, string Name, Func<AbcVotingFile, TieChain, ITallyRule> Make)[] Rules =
    [
        ("av", "av by marks", (file, ties) => new LimitedVoting { Marks = file.Profile.Candidates.Count, Ties = ties }),
        ("av", "av by score", (_, ties) => new Thiele { Weights = ThieleWeights.Approvals, Ties = ties }),
        ("sav", "sav", (_, ties) => new SatisfactionApproval { Ties = ties }),
        ("pav", "pav", (_, ties) => new Thiele { Ties = ties }),
        ("slav", "slav", (_, ties) => new Thiele { Weights = ThieleWeights.SainteLague, Ties = ties }),
        ("cc", "cc", (_, ties) => new Thiele { Weights = ThieleWeights.Coverage, Ties = ties }),
        ("lexcc", "lexcc", (_, ties) => new Thiele { Weights = ThieleWeights.LexicographicCoverage, Ties = ties }),
        ("geom2", "geom2", (_, ties) => new Thiele { Weights = ThieleWeights.Geometric(2), Ties = ties }),
        ("seqpav", "seqpav", (_, ties) => new SequentialThiele { Ties = ties }),
        ("seqslav", "seqslav", (_, ties) => new SequentialThiele { Weights = ThieleWeights.SainteLague, Ties = ties }),
        ("seqcc", "seqcc", (_, ties) => new SequentialThiele { Weights = ThieleWeights.Coverage, Ties = ties }),
        ("revseqpav", "revseqpav", (_, ties) => new ReverseSequentialThiele { Ties = ties }),
    ];

    // Why a rule of these files is not here.
    private static readonly (string Id, string Reason)[] LeftOut =
    [
        ("adams", "not a rule of this package"),
        ("consensus-rule", "not a rule of this package"),
        ("eph", "not a rule of this package"),
        ("equal-shares", "a funding rule"),
        ("equal-shares-with-av-completion", "a funding rule"),
        ("equal-shares-with-increment-completion", "a funding rule"),
        ("greedy-monroe", "not a rule of this package"),
        ("leximaxphragmen", "not a rule of this package"),
        ("lexminimaxav", "not a rule of this package"),
        ("maximin-support", "a funding rule"),
        ("minimaxav", "not a rule of this package"),
        ("minimaxphragmen", "not a rule of this package"),
        ("monroe", "not a rule of this package"),
        ("phragmen-enestroem", "not a rule of this package"),
        ("rsd", "decided by chance"),
        ("seqphragmen", "a funding rule"),
        ("trivial", "elects every committee"),
    ];

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var files = AbcVotingReader.Find(folder).Select(AbcVotingReader.Read).ToList();
        if (files.Count == 0)
        {
            yield break;
        }

        foreach (var (id, name, make) in Rules)
        {
            var result = new ConformanceResult("abcvoting committee rules, " + name);
            foreach (var file in files)
            {
                foreach (var computation in file.Computations.Where(one => one.RuleId == id && one.Committees is not null))
                {
                    result.Add($"{file.Name} {(computation.IsResolute ? "one committee" : "all committees")}", () => Compare(file, computation, make));
                }
            }

            yield return result;
        }

        // Nothing is left out unseen: every rule of the files is counted above or has its reason.
        var unknown = new ConformanceResult("abcvoting committee rules, every rule is compared or left out with a reason");
        foreach (var reason in LeftOut.GroupBy(rule => rule.Reason, rule => rule.Id))
        {
            unknown.NotCovered.Add($"{string.Join(", ", reason)}: {reason.Key}");
        }

        foreach (var id in files.SelectMany(file => file.Computations).Select(computation => computation.RuleId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            unknown.Add(id, () => Rules.Any(rule => rule.Id == id) || LeftOut.Any(rule => rule.Id == id) ? null : "is neither");
        }

        yield return unknown;
    }

    private static string? Compare(AbcVotingFile file, AbcVotingComputation computation, Func<AbcVotingFile, TieChain, ITallyRule> make)
    {
        var expected = computation.Committees!.Select(AbcVotingFile.Text).ToList();
        var result = make(file, computation.IsResolute ? TieChain.ListedOrder : TieChain.AllOutcomes).Count(file.Profile, file.Seats);
        var elected = result.Outcomes.Select(outcome => AbcVotingFile.Text(file.Profile.Candidates.IndexesOf(outcome))).ToList();
        return computation.IsResolute
            ? expected.Contains(elected.Single()) ? null : $"elected {elected[0]}; expected one of {string.Join("; ", expected)}"
            : result.IsComplete ? PabulibFolder.Difference(expected, elected, inOrder: false) : "not all outcomes are listed";
    }
}
