using System.Collections.Immutable;
using System.Globalization;

namespace CivicTech.Consensus.Formats;

/// <summary>The lines of a cvotes file that begin with <c>#/</c>.</summary>
internal sealed class CvotesParameters(BallotContent content)
{
    private readonly SortedDictionary<string, string> _others = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.OrdinalIgnoreCase);

    internal List<string>? Candidates { get; private set; }

    internal int Seats { get; private set; } = 1;

    internal bool IsImplicit { get; private set; } = true;

    internal bool HasWeights { get; private set; }

    internal ImmutableSortedDictionary<string, string> Attributes => _others.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Reads a line.</summary>
    /// <param name="line">Without <c>#/</c>.</param>
    /// <param name="at">Where it begins.</param>
    internal void Read(string line, int at)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            throw content.Error(at, $"found the parameter {BallotContent.Shown(line)}; expected a colon and a value");
        }

        var name = line[..colon].Trim();
        var value = line[(colon + 1)..].Trim();
        if (!_seen.Add(name))
        {
            throw content.Error(at, $"the parameter {BallotContent.Shown(name)} stands in the file twice");
        }

        if (value.Contains('#', StringComparison.Ordinal))
        {
            throw content.Error(at, "found # in a parameter; comments stand on lines of their own or behind votes");
        }

        switch (name.ToUpperInvariant())
        {
            case "CANDIDATES":
                Candidates = ReadCandidates(value, at);
                break;
            case "NUMBER OF SEATS":
                Seats = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seats) && seats > 0
                    ? seats
                    : throw content.Error(at, $"found {BallotContent.Shown(value)} seats; expected a number from 1");
                break;
            case "IMPLICIT RANKING":
                IsImplicit = Flag(value, at);
                _others.Add("Implicit Ranking", IsImplicit ? "true" : "false");
                break;
            case "WEIGHT ALLOWED":
                HasWeights = Flag(value, at);
                break;
            default:
                // Voting methods and what programs add: hints, which say nothing about the ballots.
                _others.Add(name, value);
                break;
        }
    }

    private List<string> ReadCandidates(string value, int at)
    {
        List<string> names = [.. value.Split(';').Select(name => name.Trim())];
        if (names.Contains("") || names.Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            throw content.Error(at, "expected candidates separated by semicolons, each with a name that nobody else has");
        }

        return names;
    }

    private bool Flag(string value, int at) => value.ToUpperInvariant() switch
    {
        "TRUE" => true,
        "FALSE" => false,
        _ => throw content.Error(at, $"found {BallotContent.Shown(value)}; expected true or false"),
    };
}
