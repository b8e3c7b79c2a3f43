using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Pairwise;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Tests.Consensus.Tallying.Laws;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying;

public sealed class TallyTextTests
{
    [Fact]
    public void ToText_InstantRunoff_IsTheWholeReport()
    {
        // Of 12 votes 7 elect. D stood down; without C, B has 6 and A 5 of 11.
        var contest = new Contest(Ballots.Profile("A B C D", "5: A", "4: D B C", "2: C B", "1: C"), 1) { Title = "Mayor\nof the town", Withdrawn = ["D"] };
        var result = new InstantRunoff().Count(contest);

        var lines = result.ToText().Split('\n');
        Assert.StartsWith("Rule: instant-runoff@1 {", lines[3], StringComparison.Ordinal);
        Assert.Equal(
            $"""
            Mayor of the town
            12 ballots (4 different), 3 candidates, 1 seat
            Withdrawn: D
            {lines[3]}

            Elected: B

            Order
              #  candidate
              1  B
              2  A
              3  C

            Round 1, threshold 7
              candidate  votes  and then
              A              5
              B              4
              C              3  eliminated: has the fewest votes
              From C: 2 to B, 1 to exhausted choices

            Round 2, threshold 6
              candidate            votes  and then
              B                        6  elected: reaches the threshold
              A                        5
              (exhausted choices)      1

            Receipt: {result.Receipt.Digest}

            """.ReplaceLineEndings("\n"),
            result.ToText());
    }

    [Fact]
    public void ToText_OpenTie_SaysWhatHangsOnIt()
    {
        var text = new InstantRunoff().Count(Ballots.Contest("A B C", 1, "3: A", "3: B", "1: C")).ToText();

        Assert.Contains("\nOpen: They are tied for the seat. Round 2: A, B.\nCertain so far: nobody\n", text, StringComparison.Ordinal);

        // A has a quota before the tie: that is certain.
        var seats = new SingleTransferableVote().Count(Ballots.Contest("A B C", 2, "8: A", "3: B", "3: C")).ToText();
        Assert.Contains("\nCertain so far: A\n", seats, StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_SeveralOutcomes_ListsThemAndSaysWhenThereAreMore()
    {
        var contest = Ballots.Contest("A B C D", 2, "8: A", "3: B", "3: C", "3: D");

        var all = new SingleTransferableVote { Ties = TieChain.AllOutcomes }.Count(contest).ToText();
        Assert.Contains("\nTies lead to 3 outcomes; elected in all of them: A\n", all, StringComparison.Ordinal);
        Assert.Equal(["  A, B", "  A, C", "  A, D"], all.Split('\n').SkipWhile(line => !line.StartsWith("Ties lead", StringComparison.Ordinal)).Skip(1).Take(3).Order());

        var two = new SingleTransferableVote { Ties = TieChain.Refuse.OrAllOutcomes(2) }.Count(contest).ToText();
        Assert.Contains("\nTies lead to at least 2 outcomes; elected in all of them: A\n", two, StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_Stopped_SaysThatItIsNotCertain() =>
        Assert.Contains(
            "\nStopped before it was certain. The best so far: nobody\n",
            new InstantRunoff { StopAfterRound = 1 }.Count(Ballots.Contest("A B C", 1, "3: A", "2: B", "1: C")).ToText(),
            StringComparison.Ordinal);

    [Fact]
    public void ToText_RoundingAndPasses_AreShown()
    {
        // Of 14 votes 5 elect. 2/7 of a paper are 0.28571: seven of them lack 0.00003 of two votes.
        var surplus = new SingleTransferableVote().Count(Ballots.Contest("A B C", 2, "7: A B", "3: B", "4: C")).ToText();
        Assert.Contains("  From A: 1.99997 to B, 0.00003 to rounding\n", surplus, StringComparison.Ordinal);
        Assert.Contains($"  {"B".PadRight("(lost to rounding)".Length)}  4.99997\n", surplus, StringComparison.Ordinal);
        Assert.Contains("  (lost to rounding)  0.00003", surplus, StringComparison.Ordinal);

        var passes = new MultiPassInstantRunoff().Count(Ballots.Contest("A B C", 2, "5: A B", "3: B", "4: C B")).ToText();
        Assert.Equal(
            ["Pass 1, round 1, threshold 7", "Pass 1, round 2, threshold 5", "Pass 2, round 1, threshold 7"],
            passes.Split('\n').Where(line => line.StartsWith("Pass ", StringComparison.Ordinal)));
    }

    // Names come from files: a line break would tear the report, an escape could steer a terminal.
    [Fact]
    public void ToText_NamesWithControlCharacters_TearNothing()
    {
        foreach (var row in EveryRule.Rows)
        {
            var sheet = RandomSheets.MakeMessy(new SplitMix64(7), row.Form);
            int[] order = [.. Enumerable.Range(0, sheet.Candidates)];
            string Wild(int candidate) => $"{Sheet.Name(candidate)}\n\u001b[2J\t";
            string Tame(int candidate) => $"{Sheet.Name(candidate)}  [2J ";
            var wild = Report(row.Rule.Count(new Contest(sheet.ToProfile(row.Form, order, Wild), 1) { Title = "T\r\n\u0007" }));
            var tame = Report(row.Rule.Count(new Contest(sheet.ToProfile(row.Form, order, Tame), 1) { Title = "T   " }));

            Assert.DoesNotContain(wild, c => char.IsControl(c) && c != '\n');
            Assert.Equal(tame, wild);
        }

        static string Report(TallyResult result)
        {
            var text = result.ToText();
            return text[..text.LastIndexOf("Receipt:", StringComparison.Ordinal)];
        }
    }

    [Fact]
    public void ToText_Pairwise_IsATableOfUpToTwelve()
    {
        var three = new Copeland().Count(Ballots.Contest("A B C", 1, "2: A B C", "1: B C A")).ToText();
        Assert.Contains(
            """

            Voters who prefer the candidate of the row to that of the column
              prefer  A  B  C
              A       .  2  2
              B       1  .  3
              C       1  0  .

            """.ReplaceLineEndings("\n"),
            three,
            StringComparison.Ordinal);
        Assert.DoesNotContain("Voters who prefer", new Copeland().Count(Ballots.Contest("A B C D E F G H I J K L M", 1, "A B C")).ToText(), StringComparison.Ordinal);
    }
}
