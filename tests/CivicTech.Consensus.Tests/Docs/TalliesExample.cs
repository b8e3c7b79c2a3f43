using CivicTech;
using CivicTech.Ballots;
using CivicTech.Consensus;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Pairwise;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Receipts;
using CivicTech.Ties;

namespace Examples;

public sealed class TalliesExample
{
    private static Contest Ward()
    {
        // <tallies>
        var candidates = new CandidateList("Ada", "Bertie", "Clara", "Dov");
        var ballots = new OrdinalProfileBuilder(candidates);
        ballots.Add([0, 1], 40);       // forty ballots: Ada, then Bertie
        ballots.Add([1, 2], 20);
        ballots.Add([2], 22);
        ballots.Add([3, 2], 18);
        var ward = new Contest(ballots.Build(), seats: 3) { Title = "Millbrook ward" };
        // </tallies>
        return ward;
    }

    [Fact]
    public void TalliesPage_Ward_IsCounted()
    {
        using var Console = new StringWriter { NewLine = "\n" };
        var ward = Ward();

        // <tallies>

        TallyResult result = StatutoryRules.ScottishLocal().Count(ward);
        Console.WriteLine(string.Join(", ", result.Elected));
        foreach (var round in result.Rounds)
            foreach (var action in round.Actions)
                Console.WriteLine($"round {round.Number}: {action.Candidate} {action.Kind}: {action.Why}");
        // </tallies>

        Golden.Verify(Console.ToString());
    }

    [Fact]
    public void TalliesPage_Ties_AreDecidedByOfficialsOrLot()
    {
        using var Console = new StringWriter { NewLine = "\n" };

        // <tallies-ties>
        var ballots = new OrdinalProfileBuilder(new CandidateList("Ada", "Clara", "Dov"));
        ballots.Add([0], 40);
        ballots.Add([1, 2], 30);
        ballots.Add([2, 1], 30);
        var contest = new Contest(ballots.Build());

        var open = new InstantRunoff().Count(contest);
        Console.WriteLine($"{open.Status}, round {open.OpenTie!.Round}: {string.Join(", ", open.OpenTie.Tied)}");

        // The officials drew a lot: Dov wins the tie.
        var decided = new InstantRunoff().Count(contest, new TallyRequest { Decisions = [new TieDecision(1, ["Dov", "Clara"])] });
        Console.WriteLine($"{decided.Status}: {decided.Elected[0]}");

        // Or everybody draws the same from a text that was published after voting.
        var drawn = new InstantRunoff { Ties = TieChain.By(TieKey.Highest("votes-backwards"), TieKey.Lot("Lottery of 9 May: 4 8 15 16 23 42")) }.Count(contest);
        Console.WriteLine(drawn.Ties[0]);
        // </tallies-ties>

        Golden.Verify(Console.ToString());
    }

    [Fact]
    public void TalliesPage_Receipt_IsVerifiedAndBallotsAreFollowed()
    {
        using var Console = new StringWriter { NewLine = "\n" };
        var ward = Ward();

        // <tallies-receipt>
        var rules = new RuleRegistry(new ConsensusRules());
        var stv = rules.Create<ITallyRule>("stv@1", """{"decimals": 4, "rounding": "fraction-then-paper", "ties": ["lot:2026-05-07"]}""");
        TallyResult result = stv.Count(ward);

        string published = result.Receipt.ToJson();
        Console.WriteLine(TallyReceipt.Verify(Receipt.Parse(published), ward, rules));

        foreach (var path in result.BallotPaths().Take(2))
            foreach (var step in path.Steps)
                Console.WriteLine($"{path.Weight} ballots: from round {step.Round} on {step.Candidate ?? step.Inactive.ToString()}, worth {step.Value}");
        // </tallies-receipt>

        Golden.Verify(Console.ToString());
    }

    [Fact]
    public void TalliesPage_Budget_IsFundedDownAList()
    {
        using var Console = new StringWriter { NewLine = "\n" };

        // <tallies-ranking>
        var grades = new GradedProfileBuilder(new CandidateList("park", "library", "well"), "reject", "poor", "fair", "good", "excellent");
        grades.Add([0, 1, 2], [4, 2, 3], 30);
        grades.Add([0, 1, 2], [1, 3, 3], 40);
        grades.Add([0, 1, 2], [0, 4, 2], 31);

        GradedProfile graded = grades.Build();
        Ranking ranking = new MajorityJudgment().Rank(graded);
        foreach (var group in ranking.Groups)
            Console.WriteLine(string.Join(" = ", group.Select(project => graded.Candidates[project])));

        // Any ranking rule: in the budget's rules it stands in "ranking".
        var rules = new RuleRegistry(new ConsensusRules());
        IRankingRule schulze = rules.Create<IRankingRule>("schulze@1", """{"strength": "margins"}""");
        Console.WriteLine(schulze.Id);
        // </tallies-ranking>

        Golden.Verify(Console.ToString());
    }

    [Fact]
    public void Readme_CountAWard_IsAsItsCommentsSay()
    {
        using var Console = new StringWriter { NewLine = "\n" };
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".blt");
        File.WriteAllText(file, "3 1\n4 1 2 0\n3 2 0\n2 3 2 0\n0\n\"Ada\"\n\"Bertie\"\n\"Clara\"\n\"Ward\"\n");

        try
        {
            // <readme-tally>
            var contest = CivicTech.Consensus.Formats.ContestFiles.Read(file).Contest;             // BLT, PrefLib, cast vote records, …
            TallyResult count = StatutoryRules.Maine(TieKey.Lot("2026-05-07")).Count(contest);
            Console.WriteLine(string.Join(", ", count.Elected));                                // Bertie
            Console.WriteLine(count.Rounds.Length);                                             // 2
            var condorcet = new RankedPairs().Count(contest);
            Console.WriteLine(string.Join(" > ", condorcet.Order.Select(group => string.Join(" = ", group))));   // Bertie > Ada > Clara
            // </readme-tally>
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Equal("Bertie\n2\nBertie > Ada > Clara\n", Console.ToString());
    }
}
