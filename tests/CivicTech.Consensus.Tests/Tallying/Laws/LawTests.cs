namespace CivicTech.Tests.Consensus.Tallying.Laws;

/// <summary>The laws that rules promise, on elections at random.</summary>
public sealed class LawTests
{
    private const int Elections = 120;

    private static readonly Law[] Every = [.. Enum.GetValues<Law>().Where(law => law != Law.None)];

    public static TheoryData<string, string> Promises
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (row, law) in RuleTable.Rows.SelectMany(row => Every.Where(law => row.Laws.HasFlag(law)).Select(law => (row, law))))
            {
                data.Add(row.Name, law.ToString());
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Promises))]
    public void Count_RandomElections_KeepsThePromisedLaw(string rule, string promised)
    {
        var row = RuleTable.Row(rule);
        var law = Enum.Parse<Law>(promised);
        var spoken = 0;
        for (var n = 0UL; n < Elections; n++)
        {
            var (before, after) = RandomCase(new SplitMix64((n * 31) + (ulong)law), row, law, n % 2 == 0);
            var finding = after is null ? LawCheck.OfOne(law, row, before) : LawCheck.OfTwo(law, row, before, after);
            Assert.True(finding != Finding.Broken, $"{n}: {string.Join(" / ", before.ToLines(row.Form))} then {string.Join(" / ", after?.ToLines(row.Form) ?? [])}");
            spoken += finding == Finding.Kept ? 1 : 0;
        }

        // A law that never spoke was not tested.
        Assert.True(spoken >= 4, $"Only {spoken} elections were such that the law says something.");
    }

    /// <summary>An election, and for laws that compare two the other one.</summary>
    internal static (Sheet Before, Sheet? After) RandomCase(SplitMix64 random, LawfulRule row, Law law, bool complete)
    {
        // Turning a short ballot around is not defined.
        var before = RandomSheets.Make(random, row.Form, complete || law == Law.Reversal);
        if (!LawCheck.IsAboutTwo(law))
        {
            return (before, null);
        }

        var candidate = law == Law.Monotonicity && row.Winners(before) is [var winner] ? winner : random.Below(before.Candidates);
        return (before, law switch
        {
            Law.Monotonicity => RandomSheets.Raise(random, row.Form, before, candidate),
            Law.Clones when random.OneIn(2) => RandomSheets.Clone(random, row.Form, RandomSheets.Clone(random, row.Form, before, candidate), candidate),
            Law.Clones => RandomSheets.Clone(random, row.Form, before, candidate),
            Law.Reversal => Changes.Reverse(before, row.Form switch { BallotForm.Ranking => before.Candidates + 1, BallotForm.Approval => 1, _ => Sheet.Highest }),
            _ => before with { Ballots = [.. before.Ballots, new(RandomSheets.Values(random, row.Form, before.Candidates, complete), random.Between(1, 6))] },
        });
    }
}
