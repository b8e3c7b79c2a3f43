using CivicTech.Numerics;

namespace CivicTech.Conformance;

/// <summary>What a transcript of the program stv-rs says, round by round.</summary>
internal sealed class StvRsTranscript
{
    private StvRsTranscript()
    {
    }

    internal List<StvRsRound> Rounds { get; } = [];

    /// <summary>Those elected behind the last round, because as many are left as there are seats; with the votes then.</summary>
    internal StvRsRound Remaining { get; } = new();

    /// <summary>Null when the program broke off.</summary>
    internal HashSet<string>? Elected { get; private set; }

    internal static StvRsTranscript Parse(string[] lines)
    {
        var transcript = new StvRsTranscript();
        StvRsRound? round = null;
        Dictionary<string, Rational> votes = [];
        foreach (var line in lines)
        {
            if (line.StartsWith("Round ", StringComparison.Ordinal))
            {
                round = new StvRsRound();
                transcript.Rounds.Add(round);
            }
            else if (line.StartsWith("Action: ", StringComparison.Ordinal))
            {
                var action = line["Action: ".Length..];
                votes = new(StringComparer.Ordinal);
                if (action.StartsWith("Elect remaining: ", StringComparison.Ordinal))
                {
                    round = transcript.Remaining;
                    _ = round.Elected.Add(action["Elect remaining: ".Length..]);
                }
                else if (action.StartsWith("Defeat remaining: ", StringComparison.Ordinal))
                {
                    round = null;
                }
                else if (action == "Count Complete")
                {
                    round = null;
                    transcript.Elected = new(StringComparer.Ordinal);
                }
                else if (action.StartsWith("Elect: ", StringComparison.Ordinal))
                {
                    _ = round!.Elected.Add(action["Elect: ".Length..]);
                }
                else if (action.StartsWith("Defeat (", StringComparison.Ordinal))
                {
                    round!.Defeated = action[(action.IndexOf("): ", StringComparison.Ordinal) + 3)..];
                }
            }
            else if (line.StartsWith('\t') && line.IndexOf(": ", StringComparison.Ordinal) is var colon && colon > 0)
            {
                var name = line[1..colon];
                var text = line[(colon + 1)..].Trim();
                if (name is "Elected" or "Hopeful" or "Defeated")
                {
                    var open = text.LastIndexOf('(');
                    var amount = Rational.Parse(text[(open + 1)..^1]);
                    foreach (var candidate in text[..(open - 1)].Split(", "))
                    {
                        votes[candidate] = amount;
                        if (name == "Elected" && transcript.Elected is { } elected)
                        {
                            _ = elected.Add(candidate);
                        }
                    }

                    // The votes of the first who is elected because enough are out; the program takes the others out one by one.
                    if (round is not null && (round != transcript.Remaining || round.Elected.Count == 1))
                    {
                        round.Votes = votes;
                    }
                }
                else if (round is not null && round != transcript.Remaining && name is "Quota" or "Residual" or "Surplus")
                {
                    round!.Figures[name] = Rational.Parse(text);
                }
            }
        }

        return transcript;
    }
}

/// <summary>A round of a transcript, as it stands at its end.</summary>
internal sealed class StvRsRound
{
    internal HashSet<string> Elected { get; } = new(StringComparer.Ordinal);

    internal string? Defeated { get; set; }

    internal Dictionary<string, Rational> Votes { get; set; } = [];

    /// <summary>Quota, Residual, Surplus.</summary>
    internal Dictionary<string, Rational> Figures { get; } = new(StringComparer.Ordinal);
}
