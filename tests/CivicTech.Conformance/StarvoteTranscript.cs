using CivicTech.Consensus.Tallying;
using CivicTech.Numerics;

namespace CivicTech.Conformance;

/// <summary>What starvote printed: points and votes of every round, who wins it, lots that were drawn, and who is elected.</summary>
internal sealed class StarvoteTranscript
{
    private StarvoteTranscript()
    {
    }

    /// <summary>Scoring rounds and runoffs, in order.</summary>
    internal List<Round> Rounds { get; } = [];

    /// <summary>Lists of all candidates that were drawn for the ties of a round.</summary>
    internal List<TieDecision> Draws { get; } = [];

    /// <summary>Who wins which round, where no lot is drawn.</summary>
    internal List<(int Round, string Winner)> RoundWinners { get; } = [];

    internal List<string> Winners { get; } = [];

    /// <summary>Whom the tie is between that starvote leaves open, as it prints them; null when there is none.</summary>
    internal string? Tie { get; private set; }

    /// <summary>Why it refused; null when it did not.</summary>
    internal string? Error { get; private set; }

    internal bool EverybodyWins { get; private set; }

    /// <summary>The last round before which no ballot was used up.</summary>
    internal int RoundsBeforeExhaustion { get; private set; } = int.MaxValue;

    internal sealed record Round(Dictionary<string, Rational> Figures, Rational? NoPreference);

    internal static StarvoteTranscript Read(string path)
    {
        var transcript = new StarvoteTranscript();
        string heading = "";
        List<string>? drawn = null;
        foreach (var line in File.ReadLines(path).Select(line => line.Trim()))
        {
            if (line.StartsWith('[') && line.EndsWith(']'))
            {
                heading = line[1..^1].Split(": ")[^1];
                if (heading is "Scoring Round" or "Automatic Runoff Round" or "Score round" || (heading.StartsWith("Round ", StringComparison.Ordinal) && !line.Contains("allocation", StringComparison.Ordinal)))
                {
                    // A round of Bloc STAR or reweighted range has its own heading only when it holds nothing else.
                    transcript.Rounds.Add(new Round([], null));
                }

                drawn = null;
            }
            else if (line.EndsWith("ermuted list of candidates:", StringComparison.Ordinal))
            {
                drawn = [];
            }
            else if (drawn is not null && (line.StartsWith("Tiebreaker", StringComparison.Ordinal) || line.StartsWith("Choosing", StringComparison.Ordinal)))
            {
                // A list that is printed before the first round is the one that the file defines.
                if (transcript.Rounds.Count > 0)
                {
                    transcript.Draws.Add(new TieDecision(transcript.Rounds.Count, [.. drawn]));
                }

                drawn = null;
            }
            else if (drawn is not null)
            {
                drawn.Add(char.IsAsciiDigit(line[0]) ? line[(line.IndexOf(". ", StringComparison.Ordinal) + 2)..] : line);
            }
            else
            {
                transcript.ReadLine(heading, line);
            }
        }

        return transcript;
    }

    private void ReadLine(string heading, string line)
    {
        if (heading is "Winner" or "Winners")
        {
            Winners.AddRange(line.Length > 0 ? [line] : []);
        }
        else if (line.StartsWith("Tie between ", StringComparison.Ordinal))
        {
            Tie = line["Tie between ".Length..^1];
        }
        else if (line.Contains("Every candidate wins", StringComparison.Ordinal))
        {
            EverybodyWins = true;
        }
        else if (line.Contains("Error(", StringComparison.Ordinal))
        {
            Error = line;
        }
        else if (line.StartsWith("Allocated ", StringComparison.Ordinal))
        {
            RoundsBeforeExhaustion = Math.Min(RoundsBeforeExhaustion, Rounds.Count);
        }
        else if (line.EndsWith(" wins a seat.", StringComparison.Ordinal) || (heading == "Automatic Runoff Round" && line.EndsWith(" wins.", StringComparison.Ordinal)))
        {
            // Before the points there is a sentence on what the round is about.
            if (Rounds[^1].Figures.Count > 0)
            {
                RoundWinners.Add((Rounds.Count, line[..line.LastIndexOf(" wins", StringComparison.Ordinal)]));
            }
        }
        else if (heading is not ("First tiebreaker" or "Second tiebreaker") && line.IndexOf(" -- ", StringComparison.Ordinal) is > 0 and var at)
        {
            var figure = Figure(line[(at + 4)..].Split(" -- ")[0].Split('(')[0]);
            if (line[..at].Trim() == "No Preference")
            {
                Rounds[^1] = Rounds[^1] with { NoPreference = figure };
            }
            else
            {
                Rounds[^1].Figures.Add(line[..at].Trim(), figure);
            }
        }
    }

    // Such as "6564+ 904/1337".
    private static Rational Figure(string text) =>
        text.Replace(" ", "", StringComparison.Ordinal).Split('+').Aggregate(Rational.Zero, (sum, part) => sum + Rational.Parse(part));
}
