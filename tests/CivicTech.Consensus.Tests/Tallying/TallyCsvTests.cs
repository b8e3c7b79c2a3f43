using System.Collections.Immutable;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying;

public sealed class TallyCsvTests
{
    [Fact]
    public void ToCsv_InstantRunoff_IsTheTableOfTheRounds()
    {
        // Of 12 votes 7 elect. Without C two go to B and one counts for nobody: of 11 votes 6 elect.
        var result = new InstantRunoff().Count(Ballots.Contest("A B C", 1, "5: A", "4: B C", "2: C B", "1: C"));

        Assert.Equal(
            """
            candidate,votes 1,change 1,votes 2,change 2,outcome
            A,5,,5,,
            B,4,+2,6,,elected in round 2
            C,3,-3,,,eliminated in round 1
            (exhausted-choices),0,+1,1,,
            (lost to rounding),0,,0,,
            (all),12,,12,,
            (threshold),7,,6,,

            """.ReplaceLineEndings("\r\n"),
            result.ToCsv());
    }

    public static TheoryData<string> Rules => [.. Counts.Keys];

    private static readonly Dictionary<string, ITallyRule> Counts = new()
    {
        ["instant runoff"] = new InstantRunoff { Ties = TieChain.ListedOrder },
        ["multi-pass"] = new MultiPassInstantRunoff { Ties = TieChain.ListedOrder },
        ["scottish"] = StatutoryRules.ScottishLocal(TieKey.ListedOrder),
        ["whole votes"] = new SingleTransferableVote { Decimals = 0, Ties = TieChain.ListedOrder },
        ["exact"] = new SingleTransferableVote { Decimals = null, HasWholeQuota = false, Ties = TieChain.ListedOrder },
        ["bottoms-up"] = new BottomsUp { Ties = TieChain.ListedOrder },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void ToCsv_RandomContests_EveryColumnAddsUpAndLeadsToTheNext(string name)
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var contest = Ballots.Random(seed, 2 + (int)(seed % 6), 3 + (int)(seed % 40), name == "instant runoff" ? 1 : 1 + (int)(seed % 3), messy: seed % 2 == 0);
            var result = Counts[name].Count(contest);
            var rows = CsvText.Rows(result.ToCsv());
            var places = rows.Skip(1).TakeWhile(row => row[0] != "(all)").ToImmutableArray();
            var all = rows.Single(row => row[0] == "(all)");

            Assert.All(rows, row => Assert.Equal(2 + (2 * result.Rounds.Length), row.Length));
            for (var round = 0; round < result.Rounds.Length; round++)
            {
                var column = 1 + (2 * round);
                Assert.Equal(all[column], Sum(places.Select(row => row[column])).ToString());
                Assert.Equal(Rational.Zero, Sum(places.Select(row => row[column + 1])));
                if (round + 1 < result.Rounds.Length && result.Rounds[round + 1].Pass == result.Rounds[round].Pass)
                {
                    Assert.All(places, row => Assert.Equal(Value(row[column + 2]), Value(row[column]) + Value(row[column + 1])));
                }
            }

            // Who is out in one count may be elected in a later one.
            Assert.Equal(result.Elected.Order(), places.Where(row => row[^1].StartsWith("elected", StringComparison.Ordinal)).Select(row => row[0]).Order());
        }
    }

    [Fact]
    public void ToCsv_NameThatBeginsAFormula_IsReadAsText()
    {
        var rows = CsvText.Rows(new InstantRunoff().Count(Ballots.Contest("=1+2 @cmd -x", 1, "2: @cmd")).ToCsv());

        Assert.Equal(["'=1+2", "'@cmd", "'-x"], rows.Skip(1).Take(3).Select(row => row[0]));
    }

    private static Rational Sum(IEnumerable<string> cells) => cells.Aggregate(Rational.Zero, (sum, cell) => sum + Value(cell));

    private static Rational Value(string cell) => cell.Length == 0 ? Rational.Zero : Rational.Parse(cell.TrimStart('+'));
}
