using System.Collections.Immutable;
using CivicTech.Ballots;
using CivicTech.Ties;

namespace CivicTech.Consensus.Tallying;

/// <summary>Runs a rule on every way through its open ties, and concludes.</summary>
internal static class TallyRun
{
    // Ways that are tried at most: beyond them a tie counts as one that matters.
    private const int WorkLimit = 20_000;

    /// <param name="rule">The rule.</param>
    /// <param name="contest">What it counts.</param>
    /// <param name="candidates">The list that the rule's indexes point into.</param>
    /// <param name="ties">How the rule breaks ties.</param>
    /// <param name="figures">The names that its chain may use.</param>
    /// <param name="request">How officials decided.</param>
    /// <param name="play">One run.</param>
    internal static TallyResult Count(
        IRule rule, Contest contest, CandidateList candidates, TieChain ties, IReadOnlyCollection<string> figures, TallyRequest request, Func<TieJudge, TallyFindings> play)
    {
        contest.Reconcile();
        CheckFigures(ties, figures);
        CheckDecisions(request, candidates);
        var wanted = ties.ListsAllOutcomes ? ties.OutcomeLimit : 1;
        var choices = new Choices();
        var ways = new List<(TallyFindings Findings, TieJudge Judge)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var several = false;
        var isComplete = true;
        var certain = int.MaxValue;
        for (var tried = 1; ; tried++)
        {
            request.CancellationToken.ThrowIfCancellationRequested();
            var judge = new TieJudge(ties, candidates, request, choices);
            var findings = play(judge);
            if (choices.WereMade)
            {
                certain = Math.Min(certain, choices.FirstRound - 1);
            }

            var isNew = seen.Add(string.Join(',', findings.Elected.Select(elected => elected.Candidate).Order()));
            several |= isNew && ways.Count > 0;
            if (isNew && ways.Count < wanted)
            {
                ways.Add((findings, judge));
            }
            else if (isNew)
            {
                isComplete = false;
                break;
            }

            if (!choices.Advance())
            {
                break;
            }

            if (tried == WorkLimit)
            {
                (isComplete, several) = (false, true);
                break;
            }
        }

        return new TallyResult(rule, contest, request, new TallyWays
        {
            Ways = [.. ways],
            Several = several,
            IsComplete = isComplete,
            ListsOutcomes = ties.ListsAllOutcomes,
            CertainRounds = certain,
        });
    }

    /// <summary>The order that a rule of rounds puts candidates in; those whose places depend on how open ties fall are tied.</summary>
    /// <param name="candidates">How many there are.</param>
    /// <param name="play">One run, on a way through open ties.</param>
    internal static Ranking Rank(int candidates, Func<Choices, TallyFindings> play)
    {
        var choices = new Choices();
        var first = new int[candidates];
        var last = new int[candidates];
        Array.Fill(first, int.MaxValue);
        for (var tried = 1; tried <= WorkLimit; tried++)
        {
            var place = 0;
            foreach (var group in play(choices).Order)
            {
                foreach (var candidate in group)
                {
                    first[candidate] = Math.Min(first[candidate], place);
                    last[candidate] = Math.Max(last[candidate], place + group.Count - 1);
                }

                place += group.Count;
            }

            if (!choices.Advance())
            {
                break;
            }
        }

        // Whose ranges of places overlap are not told apart.
        var groups = new List<List<int>>();
        var end = -1;
        foreach (var candidate in Enumerable.Range(0, candidates).OrderBy(candidate => first[candidate]).ThenBy(candidate => candidate))
        {
            if (first[candidate] > end)
            {
                groups.Add([]);
            }

            groups[^1].Add(candidate);
            end = Math.Max(end, last[candidate]);
        }

        return new Ranking(groups);
    }

    private static void CheckFigures(TieChain ties, IReadOnlyCollection<string> figures)
    {
        foreach (var key in ties.Keys)
        {
            if (key.Kind is TieKeyKind.Highest or TieKeyKind.Lowest && !figures.Contains(key.Argument))
            {
                throw new ArgumentException(
                    $"The tie key '{key}' asks for a figure that this rule does not have; it has: {string.Join(", ", figures.DefaultIfEmpty("none"))}.", nameof(ties));
            }
        }
    }

    private static void CheckDecisions(TallyRequest request, CandidateList candidates)
    {
        foreach (var decision in request.Decisions)
        {
            ArgumentNullException.ThrowIfNull(decision, nameof(request));
            if (decision.Order.IsDefault || decision.Order.Length < 2 || decision.Order.Distinct(StringComparer.Ordinal).Count() != decision.Order.Length
                || decision.Order.Any(candidate => candidate is null || candidates.IndexOf(candidate) < 0))
            {
                throw new ArgumentException($"The decision about a tie in round {decision.Round} does not order two or more candidates of the contest, each once.", nameof(request));
            }
        }
    }
}
