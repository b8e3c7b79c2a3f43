using System.Security.Cryptography;
using System.Text;
using CivicTech.Receipts;

namespace CivicTech.Abstractions.Tests.Ballots;

/// <summary>
/// The digest of a profile once more, as an outsider would write it from the description of the layout: 64-bit little-endian
/// numbers; texts as UTF-8 behind their length; ballots shorter first, then by candidates, then by values.
/// </summary>
internal static class DocumentedDigest
{
    public static Digest Of(string header, IEnumerable<string> candidates, IEnumerable<Ballot> ballots)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        var ids = candidates.ToArray();
        Text("civictech-profile/1");
        Text(header);
        writer.Write((long)ids.Length);
        Array.ForEach(ids, Text);

        var folded = ProfileReading.Fold(ballots).Select(ballot => Sorted(ballot, byValue: header == "ordinal")).ToList();
        folded.Sort((a, b) => Compare(a, b));
        writer.Write((long)folded.Count);
        foreach (var ballot in folded)
        {
            writer.Write(ballot.Weight);
            writer.Write((long)ballot.Candidates.Length);
            Array.ForEach(ballot.Candidates, candidate => writer.Write((long)candidate));
            Array.ForEach(ballot.Values, writer.Write);
        }

        return Digest.FromBytes(SHA256.HashData(bytes.ToArray()));

        void Text(string text)
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            writer.Write((long)utf8.Length);
            writer.Write(utf8);
        }
    }

    /// <summary>The header of scores in tenths, and the same scores with the fewest decimals.</summary>
    public static (string Header, IEnumerable<Ballot> Ballots) FewestDecimals(IReadOnlyCollection<Ballot> tenths) =>
        tenths.All(ballot => ballot.Values.All(value => value % 10 == 0))
            ? ("cardinal decimals=0", tenths.Select(ballot => ballot with { Values = [.. ballot.Values.Select(value => value / 10)] }))
            : ("cardinal decimals=1", tenths);

    private static Ballot Sorted(Ballot ballot, bool byValue)
    {
        var entries = byValue
            ? ballot.Entries.OrderBy(entry => entry.Value).ThenBy(entry => entry.Candidate)
            : ballot.Entries.OrderBy(entry => entry.Candidate);
        return ballot with
        {
            Candidates = [.. entries.Select(entry => entry.Candidate)],
            Values = ballot.Values.Length == 0 ? [] : [.. entries.Select(entry => entry.Value)],
        };
    }

    private static int Compare(Ballot a, Ballot b)
    {
        var byLength = a.Candidates.Length.CompareTo(b.Candidates.Length);
        var byCandidates = a.Candidates.AsSpan().SequenceCompareTo(b.Candidates);
        return byLength != 0 ? byLength : byCandidates != 0 ? byCandidates : a.Values.AsSpan().SequenceCompareTo(b.Values);
    }
}
