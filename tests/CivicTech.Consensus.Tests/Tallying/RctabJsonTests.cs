using System.Text.Json.Nodes;
using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Scoring;
using CivicTech.Consensus.Tallying.Transfers;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying;

public sealed class RctabJsonTests
{
    [Fact]
    public void ToRctabJson_InstantRunoff_IsTheWholeReport()
    {
        // Of 12 votes 7 elect. Without C two go to B and one counts for nobody: of 11 votes 6 elect. Two papers are not counted at all.
        var contest = new Contest(Ballots.Profile("B A C", "5: A", "4: B C", "2: C B", "1: C", "1: B=A", "1:")) { Title = "Mayor" };

        Same(
            """
            {
              "config": {"contest": "Mayor", "date": "", "generatedBy": "CivicTech instant-runoff@1", "jurisdiction": "", "office": ""},
              "jsonFormatVersion": "1",
              "results": [
                {
                  "inactiveBallots": {"exhaustedChoices": "0", "overvotes": "1", "repeatedRankings": "0", "skippedRankings": "0"},
                  "round": 1,
                  "tally": {"A": "5", "B": "4", "C": "3"},
                  "tallyResults": [{"eliminated": "C", "transfers": {"B": "2", "exhausted": "1"}}],
                  "threshold": "7"
                },
                {
                  "inactiveBallots": {"exhaustedChoices": "1", "overvotes": "1", "repeatedRankings": "0", "skippedRankings": "0"},
                  "round": 2,
                  "tally": {"A": "5", "B": "6"},
                  "tallyResults": [{"elected": "B", "transfers": {}}],
                  "threshold": "6"
                }
              ]
            }
            """,
            new InstantRunoff().Count(contest).ToRctabJson());
    }

    [Fact]
    public void ToRctabJson_SecondPass_IsThatCountAlone()
    {
        // First pass: B goes out, A has 5 of 9. Second pass without A: B has 5 + 3 of 12.
        var result = new MultiPassInstantRunoff().Count(Ballots.Contest("A B C", 2, "5: A B", "3: B", "4: C B"));

        Same(
            """
            [{
              "inactiveBallots": {"exhaustedChoices": "0", "overvotes": "0", "repeatedRankings": "0", "skippedRankings": "0"},
              "round": 1,
              "tally": {"B": "8", "C": "4"},
              "tallyResults": [{"elected": "B", "transfers": {}}],
              "threshold": "7"
            }]
            """,
            result.ToRctabJson(2)["results"]!);
        Assert.Equal([1, 2], result.ToRctabJson()["results"]!.AsArray().Select(round => round!["round"]!.GetValue<int>()));
        Assert.True(JsonNode.DeepEquals(result.ToRctabJson(), result.ToRctabJson(1)));
    }

    [Fact]
    public void ToRctabJson_PassThatWasNot_IsRefused()
    {
        var two = new MultiPassInstantRunoff().Count(Ballots.Contest("A B C", 2, "5: A B", "3: B", "4: C B"));

        Assert.Equal("pass", Assert.Throws<ArgumentOutOfRangeException>(() => two.ToRctabJson(0)).ParamName);
        Assert.Equal("pass", Assert.Throws<ArgumentOutOfRangeException>(() => two.ToRctabJson(3)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new InstantRunoff().Count(Ballots.Contest("A", 1, "A")).ToRctabJson(2));

        // A rule without rounds has an empty report, and no second one.
        var scores = new ScoreVoting().Count(Scoring.Sheets.Scores("A B", "1 0"), 1);
        Assert.Empty(scores.ToRctabJson()["results"]!.AsArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => scores.ToRctabJson(2));
    }

    [Fact]
    public void ToRctabJson_SurplusOfTheLast_IsNotLost()
    {
        // Of 15 votes 6 elect: A has two too many, and all seats are filled.
        var result = new SingleTransferableVote { SurplusOrder = SurplusOrder.Together, TransfersLastSurplus = true }
            .Count(Ballots.Contest("A B C", 2, "8: A C", "6: B", "1: C"));

        var last = result.ToRctabJson()["results"]!.AsArray()[^1]!;

        Same("""{"A": "6", "B": "6", "C": "1"}""", last["tally"]!);
        Same("""{"exhaustedChoices": "0", "overvotes": "0", "repeatedRankings": "0", "skippedRankings": "0", "finalRoundSurplus": "2"}""", last["inactiveBallots"]!);
    }

    [Fact]
    public void ToRctabJson_SurplusOfItsOwn_IsASecondElectedAndLongFractionsAreCutOff()
    {
        // Of 14 votes 5 elect: A's 7 ballots go on at 2/7 each.
        var result = new SingleTransferableVote { Decimals = null }.Count(Ballots.Contest("A B C", 2, "7: A B", "3: B", "4: C"));
        var rounds = result.ToRctabJson()["results"]!.AsArray();

        Same("""[{"elected": "A", "transfers": {}}, {"elected": "A", "transfers": {"B": "2"}}]""", rounds[0]!["tallyResults"]!);
        Same("""{"A": "5", "B": "5", "C": "4"}""", rounds[1]!["tally"]!);

        var sevenths = new SingleTransferableVote { Decimals = null }.Count(Ballots.Contest("A B C", 2, "6: A B", "1: A", "3: B", "4: C"));
        Same("""{"B": "1.714285", "exhausted": "0.285714"}""", sevenths.ToRctabJson()["results"]![0]!["tallyResults"]![1]!["transfers"]!);
    }

    public static TheoryData<string> Rules => [.. Counts.Keys];

    private static readonly Dictionary<string, ITallyRule> Counts = new()
    {
        ["instant runoff"] = new InstantRunoff { Ties = TieChain.ListedOrder },
        ["to two"] = new InstantRunoff { End = RunoffEnd.TwoLeft, EliminatesHopeless = true, Ballots = new() { MaxSkippedRanks = 0 }, Ties = TieChain.ListedOrder },
        ["multi-pass"] = new MultiPassInstantRunoff { Ties = TieChain.ListedOrder },
        ["scottish"] = StatutoryRules.ScottishLocal(TieKey.ListedOrder),
        ["rctab"] = new SingleTransferableVote
        {
            Decimals = 4, Rounding = TransferRounding.FractionThenPaper, SurplusOrder = SurplusOrder.Together, TransfersLastSurplus = true, Ties = TieChain.ListedOrder,
        },
        ["bottoms-up"] = new BottomsUp { Ties = TieChain.ListedOrder },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void ToRctabJson_RandomContests_SaysWhatTheRoundsSayAndLosesNoVote(string name)
    {
        for (var seed = 0UL; seed < 60; seed++)
        {
            var contest = Ballots.Random(seed, 2 + (int)(seed % 6), 3 + (int)(seed % 40), Counts[name] is InstantRunoff ? 1 : 1 + (int)(seed % 3), messy: seed % 2 == 0);
            var result = Counts[name].Count(contest);
            foreach (var pass in result.Rounds.Select(round => round.Pass).Distinct())
            {
                var rounds = result.Rounds.Where(round => round.Pass == pass).ToList();
                var reports = result.ToRctabJson(pass)["results"]!.AsArray();
                Assert.Equal(rounds.Count, reports.Count);
                for (var i = 0; i < rounds.Count; i++)
                {
                    Check(rounds[i], i + 1 < rounds.Count ? rounds[i + 1] : null, reports[i]!);
                }
            }
        }
    }

    private static void Check(TallyRound round, TallyRound? next, JsonNode report)
    {
        var tally = report["tally"]!.AsObject();
        Assert.Equal(round.Number, report["round"]!.GetValue<int>());
        Assert.Equal(round.Threshold!.Value, Votes(report["threshold"]));
        Assert.Equal(round.Tallies.Select(one => (one.Candidate, one.Votes)).OrderBy(one => one.Candidate, StringComparer.Ordinal), tally.Select(one => (one.Key, Votes(one.Value))));

        // What counts, what does not, and what the report has no place for: papers that rank nobody, and rounding.
        var inactive = report["inactiveBallots"]!.AsObject();
        var unranked = round.Inactive.FirstOrDefault(one => one.Reason == InactiveReason.NoRanking)?.Votes ?? Rational.Zero;
        Assert.Equal(round.Total, Sum(tally) + Sum(inactive) + unranked + round.Residual);

        foreach (var action in report["tallyResults"]!.AsArray())
        {
            var candidate = (action!["eliminated"] ?? action["elected"])!.GetValue<string>();
            var transfers = action["transfers"]!.AsObject();
            if (action["eliminated"] is not null)
            {
                Assert.Equal(Votes(tally[candidate]), Sum(transfers));
            }
            else if (transfers.Count > 0)
            {
                Assert.Equal(Votes(tally[candidate]) - next!.Tallies.Single(one => one.Candidate == candidate).Votes, Sum(transfers));
            }

            Assert.DoesNotContain(candidate, transfers.Select(transfer => transfer.Key));
        }

        Assert.Equal(
            round.Actions.Select(action => (action.Candidate, action.Kind == TallyActionKind.Eliminated)),
            report["tallyResults"]!.AsArray().Select(action => ((action!["eliminated"] ?? action["elected"])!.GetValue<string>(), action["eliminated"] is not null)));
    }

    private static Rational Votes(JsonNode? text) => Rational.Parse(text!.GetValue<string>());

    private static Rational Sum(JsonObject votes) => votes.Aggregate(Rational.Zero, (sum, one) => sum + Votes(one.Value));

    private static void Same(string expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());
}
