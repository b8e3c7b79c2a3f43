using CivicTech.Ballots;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Committees;
using CivicTech.Consensus.Tallying.Iterated;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Tests.Consensus.Tallying.Laws;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying;

/// <summary>Ballots of every kind with candidates who cannot be elected, beside the same ballots typed without them.</summary>
public sealed class StandingProfileTests
{
    // Counts of rounds read the ballots themselves: a withdrawn candidate keeps its rank there.
    private static readonly LawfulRule[] Rows =
        [.. EveryRule.Rows.Where(row => row.Rule is not (InstantRunoff or MultiPassInstantRunoff or BottomsUp or SingleTransferableVote or IteratedStv))];

    public static TheoryData<string> Rules => [.. Rows.Select(row => row.Name)];

    [Fact]
    public void Rules_OfEveryForm_AreThere() => Assert.Equal(Enum.GetValues<BallotForm>(), Rows.Select(row => row.Form).Distinct().Order());

    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_CandidatesWhoCannotBeElected_IsTheCountOfTheOthers(string rule)
    {
        var row = Rows.Single(row => row.Name == rule);
        for (var seed = 0UL; seed < 25; seed++)
        {
            var random = new SplitMix64(seed + 77);
            var sheet = RandomSheets.MakeMessy(random, row.Form);
            int[] order = [.. Enumerable.Range(0, sheet.Candidates)];
            random.Shuffle(order);
            var gone = order[..random.Between(1, sheet.Candidates - 1)];
            int[] kept = [.. order[gone.Length..].Order()];
            var seats = random.Between(1, 3);
            var hasWriteIns = random.OneIn(2);

            var contest = new Contest(sheet.ToProfile(row.Form), seats)
            {
                WriteIns = hasWriteIns ? Sheet.Name(gone[0]) : null,
                Withdrawn = [.. gone.Skip(hasWriteIns ? 1 : 0).Select(Sheet.Name)],
            };
            var (with, without) = (row.Rule.Count(contest), row.Rule.Count(Typed(row.Form, sheet, kept), seats));

            Assert.Equal(Figures(without), Figures(with));
            Assert.Equal(Report(without), Report(with));
        }
    }

    [Fact]
    public void Standing_ScoresWithDecimals_KeepTheirValue()
    {
        var profile = new CardinalProfileBuilder(new CandidateList("A", "B", "C"), 2);
        profile.Add([0, 1, 2], [125, 50, -300]);
        profile.Add([1], [75], 3);
        profile.Add([0, 2], [200, 0]);
        var contest = new Contest(profile.Build()) { Withdrawn = ["B"] };

        // A has 1.25 + 2, C has -3: five voters, of whom three are left with nothing to say.
        var result = new ScoreVoting().Count(contest);
        Assert.Equal(["A", "C"], contest.Standing.Candidates);
        Assert.Equal(5, contest.Standing.Voters);
        Assert.Equal(["3.25", "-3"], result.Figures.Single(figure => figure.Name == "points").Values.Select(points => points.ToString()));
        Assert.Equal(["0.65", "-0.6"], result.Figures.Single(figure => figure.Name == "average").Values.Select(points => points.ToString()));
    }

    [Fact]
    public void Standing_BallotsAlikeButForTheWithdrawn_AreOne()
    {
        var contest = new Contest(Scoring.Sheets.Marks("A B C", "2: A B", "3: A", "1: B")) { Withdrawn = ["B"] };

        Assert.Equal(2, contest.Standing.DistinctBallots);
        Assert.Equal(Scoring.Sheets.Marks("A C", "5: A", "1:").Digest, contest.Standing.Digest);
    }

    // Three points for everybody: what was given to B is not given, and the first ballot is within what it may spend.
    [Fact]
    public void Count_PointsForTheWithdrawn_AreNotGiven()
    {
        var contest = new Contest(Scoring.Sheets.Scores("A B C", "2: 2 2 1", "1: 0 3 0", "1: 0 0 2"), 1) { Withdrawn = ["B"] };

        var result = new CumulativeVoting { Points = 3 }.Count(contest);

        Scoring.Lists.Equal([4, 4], result.Figures.Single(figure => figure.Name == "points").Values);
        Assert.Equal(TallyStatus.OpenTie, result.Status);
    }

    [Fact]
    public void Standing_BallotsForAndAgainst_KeepTheirSides()
    {
        var with = new SignedProfileBuilder(new CandidateList("A", "B", "C", "D"));
        with.Add([0, 1], [2], 2);
        with.Add([3], [1, 0], 1);
        with.Add([1], [], 4);
        var without = new SignedProfileBuilder(new CandidateList("A", "C", "D"));
        without.Add([0], [1], 2);
        without.Add([2], [0], 1);
        without.Add([], [], 4);

        Assert.Equal(without.Build().Digest, new Contest(with.Build()) { Withdrawn = ["B"] }.Standing.Digest);
    }

    [Fact]
    public void Standing_RanksOfTheWithdrawn_StaySkipped()
    {
        var contest = new Contest(Ballots.Profile("A B C D", "2: B A=C D", "1: B")) { Withdrawn = ["B"], UnnamedOvervote = "C" };

        Assert.Equal(Ballots.Profile("A D", "2: - A D", "1:").Digest, contest.Standing.Digest);
    }

    private static Profile Typed(BallotForm form, Sheet sheet, int[] kept)
    {
        if (form != BallotForm.Ranking)
        {
            var typed = new Sheet(kept.Length, [.. sheet.Ballots.Select(ballot => ballot with { Values = [.. kept.Select(candidate => ballot.Values[candidate])] })]);
            return typed.ToProfile(form, [.. Enumerable.Range(0, kept.Length)], place => Sheet.Name(kept[place]));
        }

        var rankings = new OrdinalProfileBuilder(new CandidateList(kept.Select(Sheet.Name)));
        foreach (var (values, weight) in sheet.Ballots)
        {
            int[] named = [.. Enumerable.Range(0, kept.Length).Where(place => values[kept[place]] > 0)];
            rankings.Add(named, [.. named.Select(place => (long)(values.Max() - values[kept[place]] + 1))], weight);
        }

        return rankings.Build();
    }

    private static string Figures(TallyResult result)
    {
        var json = result.ToJson();
        return string.Join('\n', new[] { "outcome", "figures", "pairwise", "rounds", "notes" }.Select(part => $"{part}: {json[part]?.ToJsonString()}"));
    }

    // What is behind the head of the report and before the digest.
    private static string Report(TallyResult result)
    {
        var text = result.ToText();
        var start = text.IndexOf("\n\n", StringComparison.Ordinal);
        return text[start..text.LastIndexOf("Receipt:", StringComparison.Ordinal)];
    }
}
