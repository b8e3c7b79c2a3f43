using CivicTech.Ballots;
using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Iterated;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Conformance;

/// <summary>Counts by Meek's method as the program stv-rs writes them down: quota, votes, surplus and residual of every round, and who is elected or out.</summary>
internal sealed class StvRsMeek : IConformanceSet
{
    // Cutting off step by step, the last decimals depend on the order in which a line of the file names equal candidates; ballots here have none.
    private const string OrderedByFile = "random/rand_5x4.equalize.fixed9";

    public IEnumerable<ConformanceResult> Run(string folder)
    {
        var data = Path.Combine(folder, "tally", "stv-rs");
        if (!Directory.Exists(Path.Combine(data, "meek")))
        {
            yield break;
        }

        var result = new ConformanceResult("stv-rs Meek transcripts");
        var meek = Path.Combine(data, "meek");
        foreach (var file in Directory.EnumerateFiles(meek, "*.log", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(meek, file)[..^".log".Length];
            var parts = Path.GetFileName(name).Split('.');
            var stem = parts[0] == "force_positive_surplus" ? "below_quota" : parts[0];
            var ballots = Path.Combine(data, "ballots", Path.GetDirectoryName(name)!, stem + ".blt");
            var transcript = StvRsTranscript.Parse(File.ReadAllLines(file));
            if (!File.Exists(ballots))
            {
                result.NotCovered.Add($"{name}: the folder does not hold its ballots");
                continue;
            }

            if (transcript.Elected is null)
            {
                result.NotCovered.Add($"{name}: the program broke off, its integers overflow; {Ours(ballots)}");
                continue;
            }

            var isEqualized = parts.Contains("equalize");
            var reading = Blt.Read(ballots);
            if (!isEqualized && HasEqualRanks((OrdinalProfile)reading.Contest.Profile))
            {
                result.NotCovered.Add($"{name}: equal ranks counted as droop does, where votes pass by candidates; its authors call that contrary to Meek's method");
                continue;
            }

            var isOrderedByFile = name == OrderedByFile;
            if (isOrderedByFile)
            {
                result.NotCovered.Add($"{name}: the figures (who is elected and out in each round is compared); their last decimals depend on the order in which a ballot names equal candidates");
            }

            var isApproximate = parts[^1] == "approx";

            // A transcript does not say whether shortfalls counted (the program can be told not to let them): it must be one of both throughout.
            result.Add(name, () =>
                Compare(Rule(reading, isEqualized, isApproximate, countsShortfalls: true).Count(reading.Contest), transcript, !isOrderedByFile) is { } difference
                && Compare(Rule(reading, isEqualized, isApproximate, countsShortfalls: false).Count(reading.Contest), transcript, !isOrderedByFile) is not null
                    ? difference
                    : null);
        }

        yield return result;
    }

    private static MeekStv Rule(ContestReading reading, bool isEqualized, bool isApproximate, bool countsShortfalls) => new()
    {
        Decimals = isApproximate ? null : 9,
        KeepDecimals = isApproximate ? 6 : 9,
        Rounding = KeptRounding.Down,
        CountsShortfalls = countsShortfalls,
        IterationEnd = IterationEnd.SurplusStays,
        EqualRanks = isEqualized ? EqualRanks.SplitStepwise : EqualRanks.Overvote,

        // The program takes out who stands first in its order.
        Ties = TieChain.By(TieKey.PublishedOrder(Enumerable.Reverse(reading.TieOrder.IsEmpty ? [.. reading.Contest.Candidates] : reading.TieOrder.ToArray()))),
    };

    private static string Ours(string ballots)
    {
        try
        {
            var reading = Blt.Read(ballots);
            var result = Rule(reading, isEqualized: true, isApproximate: false, countsShortfalls: true).Count(reading.Contest);
            return $"here {string.Join(", ", result.Elected)} of {reading.Contest.Profile.Voters} votes";
        }
        catch (Exception exception) when (exception is OverflowException or BallotFormatException)
        {
            return $"here the ballots are refused: {exception.Message}";
        }
    }

    private static bool HasEqualRanks(OrdinalProfile profile)
    {
        for (var ballot = 0; ballot < profile.DistinctBallots; ballot++)
        {
            var ranks = profile.RanksOf(ballot);
            for (var i = 1; i < ranks.Length; i++)
            {
                if (ranks[i] == ranks[i - 1])
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static string? Compare(TallyResult result, StvRsTranscript transcript, bool comparesFigures)
    {
        var elected = new List<string>();
        StvRsRound[] expected = transcript.Remaining.Elected.Count > 0 ? [.. transcript.Rounds, transcript.Remaining] : [.. transcript.Rounds];
        for (var i = 0; i < Math.Min(expected.Length, result.Rounds.Length); i++)
        {
            elected.AddRange(result.Rounds[i].Actions.Where(action => action.Kind == TallyActionKind.Elected).Select(action => action.Candidate));
            var difference = (comparesFigures ? Figures(result.Rounds[i], expected[i], elected, ((bool?)result.Options["countsShortfalls"])!.Value) : null) ?? Actions(result.Rounds[i], expected[i]);
            if (difference is not null)
            {
                return $"round {i + 1}: {difference}";
            }
        }

        return expected.Length != result.Rounds.Length ? $"{result.Rounds.Length} rounds, expected {expected.Length}"
            : !transcript.Elected!.SetEquals(result.Elected) ? $"elected {string.Join(", ", result.Elected)}, expected {string.Join(", ", transcript.Elected)}"
            : null;
    }

    private static string? Figures(TallyRound round, StvRsRound expected, List<string> elected, bool countsShortfalls)
    {
        var ours = round.Tallies.ToDictionary(tally => tally.Candidate, tally => tally.Votes);
        foreach (var (candidate, votes) in expected.Votes)
        {
            if (ours.GetValueOrDefault(candidate) != votes)
            {
                return $"{candidate} has {ours.GetValueOrDefault(candidate)}, expected {votes}";
            }
        }

        if (ours.Keys.Except(expected.Votes.Keys).FirstOrDefault() is { } unknown)
        {
            return $"{unknown} is not in the transcript";
        }

        // What became inactive and what was rounded away are one figure there.
        var surpluses = elected.Select(candidate => ours[candidate] - round.Threshold!.Value).Where(own => countsShortfalls || own.Sign > 0);
        var figures = new Dictionary<string, Rational>
        {
            ["Quota"] = round.Threshold!.Value,
            ["Residual"] = round.Inactive.Aggregate(round.Residual, (sum, inactive) => sum + inactive.Votes),
            ["Surplus"] = surpluses.Aggregate(Rational.Zero, (sum, own) => sum + own),
        };
        foreach (var (name, value) in expected.Figures)
        {
            if (figures[name] != value)
            {
                return $"{name} {figures[name]}, expected {value}";
            }
        }

        return null;
    }

    private static string? Actions(TallyRound round, StvRsRound expected)
    {
        var chosen = round.Actions.Where(action => action.Kind == TallyActionKind.Elected).Select(action => action.Candidate);
        var defeated = round.Actions.Where(action => action.Kind == TallyActionKind.Eliminated).Select(action => action.Candidate).ToList();
        return !expected.Elected.SetEquals(chosen) ? $"elected {string.Join(", ", chosen)}, expected {string.Join(", ", expected.Elected)}"
            : !defeated.SequenceEqual(expected.Defeated is null ? [] : [expected.Defeated]) ? $"out: {string.Join(", ", defeated)}, expected {expected.Defeated}"
            : null;
    }
}
