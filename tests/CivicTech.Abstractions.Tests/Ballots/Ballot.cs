using System.Globalization;

namespace CivicTech.Abstractions.Tests.Ballots;

/// <summary>A ballot of any kind as the tests write it: candidates, their values (none on an approval ballot), and how many cast it.</summary>
internal sealed record Ballot(int[] Candidates, long[] Values, long Weight = 1)
{
    public (int Candidate, long Value)[] Entries =>
        [.. Candidates.Select((candidate, i) => (candidate, Values.Length == 0 ? 0 : Values[i]))];

    /// <summary>The same text for the same ballot in any order of its entries.</summary>
    public string Key => string.Join(
        ' ',
        Entries.Order().Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Candidate}:{entry.Value}")));

    public override string ToString() => $"{Weight} x [{Key}]";

    /// <summary>The same ballot with its entries in another order.</summary>
    public Ballot Shuffled(SeededRandom random)
    {
        var order = random.Shuffle(Enumerable.Range(0, Candidates.Length));
        return this with
        {
            Candidates = [.. order.Select(i => Candidates[i])],
            Values = Values.Length == 0 ? [] : [.. order.Select(i => Values[i])],
        };
    }
}
