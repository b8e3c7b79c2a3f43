using System.Globalization;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Consensus.Formats;

namespace CivicTech.Tests.Consensus.Formats;

internal delegate bool TryRead(ReadOnlyMemory<byte> content, out ContestReading? reading, out BallotDiagnostic? problem);

/// <summary>Ballots in words, one line each: <c>3: A > B=C > - > D</c>, in an order of their own.</summary>
internal static class Ballots
{
    internal static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    internal static string[] Of(ContestReading reading)
    {
        var profile = reading.Contest.Profile;
        return [.. Enumerable.Range(0, profile.DistinctBallots).Select(ballot => $"{profile.WeightOf(ballot).ToString(CultureInfo.InvariantCulture)}: {Ranking(profile, ballot)}").Order(StringComparer.Ordinal)];
    }

    /// <summary>The problem of a file that is refused, as it is printed.</summary>
    internal static string Problem(TryRead tryRead, string file)
    {
        Assert.False(tryRead(Utf8(file), out var reading, out var problem), "The file is read.");
        Assert.Null(reading);
        return problem!.ToString();
    }

    private static string Ranking(Profile profile, int ballot)
    {
        var named = profile.CandidatesOf(ballot);
        if (profile is not OrdinalProfile ordinal)
        {
            return string.Join(',', named.ToArray().Select(candidate => profile.Candidates[candidate]));
        }

        var ranks = ordinal.RanksOf(ballot);
        var text = new StringBuilder();
        var rank = 0L;
        for (var i = 0; i < named.Length; i++)
        {
            var isEqual = ranks[i] == rank;
            for (; rank + 1 < ranks[i]; rank++)
            {
                text.Append(rank == 0 ? "-" : " > -");
            }

            text.Append(isEqual ? "=" : rank == 0 ? "" : " > ").Append(profile.Candidates[named[i]]);
            rank = ranks[i];
        }

        return text.ToString();
    }
}
