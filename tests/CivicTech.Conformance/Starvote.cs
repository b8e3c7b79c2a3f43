using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Numerics;

namespace CivicTech.Conformance;

/// <summary>
/// Elections of starvote: points and votes of every round, open ties, who is elected and in which order, against its transcripts; and inputs
/// that it refuses.
/// </summary>
/// <remarks>
/// <para>The rules run with the options that read the protocols as starvote does: <see cref="StarTies.PreferenceVotes"/>,
/// <see cref="QuotaFilling.WholeBallots"/>, <see cref="StarSpending.Scale"/>. Lots that Python's generator draws are taken from the transcript
/// as decisions of officials, those that a file lists as a published order.</para>
/// <para>What cannot hold is listed with its reason, and what is right instead is checked.</para>
/// </remarks>
internal sealed class Starvote : IConformanceSet
{
    public IEnumerable<ConformanceResult> Run(string folder)
    {
        folder = Path.Combine(folder, "tally", "starvote");
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        var refused = new ConformanceResult("starvote malformed inputs");
        var held = new ConformanceResult("starvote transcripts");
        var oneLetter = new ConformanceResult("starvote transcripts of a single candidate (they print the first letter of the winner's name only)");
        var idle = new ConformanceResult("starvote transcripts of a tie for the runoff that changes nothing (left open there, noted here: either of the tied loses the runoff)");
        var vacant = new ConformanceResult("starvote transcripts of more seats than candidates (an error there, vacant seats here)");
        var dropped = new ConformanceResult(
            "starvote transcripts in which stars run out (with the ballots used up it also drops those that gave the elected nothing, so rounds behind that are not compared)");
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".starvote" or ".csv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            var transcript = StarvoteTranscript.Read(Path.ChangeExtension(file, ".txt"));
            if (name.StartsWith("bad_syntax", StringComparison.Ordinal) || transcript.Error?.StartsWith("ValueError", StringComparison.Ordinal) == true)
            {
                refused.Add(name, () => CheckRefused(file));
            }
            else if (transcript.Error is not null)
            {
                vacant.Add(name, () => Count(file, transcript) is { Status: TallyStatus.Decided } result && result.Elected.Length == result.Contest.Candidates.Count ? null : "not everybody is elected");
            }
            else if (transcript.Rounds is [{ Figures.Count: 0 }] && !transcript.EverybodyWins && transcript.Winners is [{ Length: 1 } letter])
            {
                oneLetter.Add(name, () => Count(file, transcript).Elected is [var winner] && winner.StartsWith(letter, StringComparison.Ordinal) ? null : "the only candidate is not elected");
            }
            else if (name == "test_election_unbreakable_tie_for_second_in_score_round.starvote")
            {
                idle.Add(name, () => CheckIdle(Count(file, transcript), transcript));
            }
            else
            {
                (transcript.RoundsBeforeExhaustion == int.MaxValue ? held : dropped).Add(name, () => Check(Count(file, transcript), transcript));
            }
        }

        yield return held;
        yield return refused;
        yield return oneLetter;
        yield return idle;
        yield return vacant;
        yield return dropped;
    }

    private static string? CheckRefused(string file)
    {
        try
        {
            _ = StarvoteReader.Read(file);
            return "it is not refused";
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static TallyResult Count(string file, StarvoteTranscript transcript)
    {
        var election = StarvoteReader.Read(file);
        ITallyRule rule = election.Method switch
        {
            "allocated" => new AllocatedScore { MaximumScore = election.MaximumScore, Ties = election.Ties, QuotaFilling = QuotaFilling.WholeBallots },
            "rrv" => new ReweightedRange { MaximumScore = election.MaximumScore, Ties = election.Ties },
            "sss" => new SequentiallySpentScore { MaximumScore = election.MaximumScore, Ties = election.Ties, Spending = StarSpending.Scale },
            _ => new Star { MaximumScore = election.MaximumScore, Ties = election.Ties, TieProtocol = StarTies.PreferenceVotes },
        };
        return rule.Count(new Contest(election.Profile, election.Seats), new TallyRequest { Decisions = [.. transcript.Draws] });
    }

    private static string? Check(TallyResult result, StarvoteTranscript transcript)
    {
        if (transcript.EverybodyWins)
        {
            return result.Elected.Length == result.Contest.Candidates.Count ? null : "not everybody is elected";
        }

        // A transcript without rounds was asked to print none.
        for (var i = 0; i < Math.Min(transcript.Rounds.Count, transcript.RoundsBeforeExhaustion); i++)
        {
            if (CheckRound(result.Rounds[i], transcript.Rounds[i]) is { } difference)
            {
                return $"round {i + 1}: {difference}";
            }
        }

        foreach (var (round, winner) in transcript.RoundWinners.Where(won => won.Round <= transcript.RoundsBeforeExhaustion))
        {
            if (result.Rounds[round - 1].Actions is not [var action] || action.Candidate != winner)
            {
                return $"round {round} is not won by {winner}";
            }
        }

        if (transcript.RoundsBeforeExhaustion < transcript.Rounds.Count)
        {
            return null;
        }

        if (transcript.Tie is { } tie)
        {
            return result.OpenTie is { } open && open.Round == transcript.Rounds.Count && tie == InWords(open.Tied) ? null
                : $"the open tie is {(result.OpenTie is null ? "none" : string.Join(", ", result.OpenTie.Tied))}, there it is between {tie}";
        }

        return result.Status != TallyStatus.Decided ? $"it is {result.Status}"
            : !result.Elected.Order(StringComparer.Ordinal).SequenceEqual(transcript.Winners.Order(StringComparer.Ordinal)) ? $"elected are {string.Join(", ", result.Elected)}, there {string.Join(", ", transcript.Winners)}"
            : null;
    }

    private static string? CheckIdle(TallyResult result, StarvoteTranscript transcript) =>
        result.Status != TallyStatus.Decided ? $"it is {result.Status}"
        : result.Ties is not [{ BrokenBy.IsEmpty: true } tie] || InWords(tie.Tied) != transcript.Tie ? $"the tie is not noted as one between {transcript.Tie}"
        : CheckRound(result.Rounds[0], transcript.Rounds[0]);

    private static string? CheckRound(TallyRound round, StarvoteTranscript.Round expected)
    {
        foreach (var tally in round.Tallies)
        {
            if (!expected.Figures.TryGetValue(tally.Candidate, out var figure) || figure != tally.Votes)
            {
                return $"{tally.Candidate} has {tally.Votes}, there {figure}";
            }
        }

        var indifferent = round.Inactive.Aggregate(Rational.Zero, (sum, inactive) => sum + inactive.Votes);
        return round.Tallies.Length != expected.Figures.Count ? $"{round.Tallies.Length} are counted, there {expected.Figures.Count}"
            : expected.NoPreference is { } none && none != indifferent ? $"{indifferent} have no preference, there {none}"
            : null;
    }

    private static string InWords(IReadOnlyList<string> names) =>
        names.Count == 2 ? $"{names[0]} and {names[1]}" : $"{string.Join(", ", names.SkipLast(1))}, and {names[^1]}";
}
