using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Concordance;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Numerics;
using CivicTech.Tests.Consensus.Delphi.Criteria;

namespace CivicTech.Tests.Consensus.Delphi.Stability;

public sealed class StabilityTests
{
    private static readonly RatingScale Five = RatingScale.Of(1, 5);
    private static readonly StabilityMeasure[] All =
    [
        new UnchangedShare { AtLeast = new(3, 4) },
        new KappaAtLeast { Weights = KappaWeights.Quadratic, AtLeast = new(3, 5) },
        new WilcoxonNoShift { Level = new(1, 20) },
        new ChaffinTalleyDependence { Level = new(1, 20) },
        new NetChangeBelow { Below = new(3, 20) },
        new VariationChangeBelow { Below = new(1, 10) },
    ];

    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, 6)];

    [Fact]
    public void UnchangedShare_AtTheLimit_IsStable()
    {
        var measure = new UnchangedShare { AtLeast = new(3, 4) };

        Assert.True(measure.Judge(AnswerPairs.Of(Five, (1, 1), (2, 2), (5, 5), (3, 4))).IsStable);
        Assert.False(measure.Judge(AnswerPairs.Of(Five, (1, 1), (2, 2), (5, 5), (3, 4), (4, 3))).IsStable);
        Assert.Equal(
            "Stable: unchanged share is 1 (wanted: at least 0.75); people in both rounds is 1.",
            measure.Judge(AnswerPairs.Of(Five, (1, 1))).ToString());
    }

    [Fact]
    public void KappaAtLeast_AtTheLimit_IsStable()
    {
        // 3 of 4 agree, 1/2 by chance.
        var pairs = AnswerPairs.Of(Five, (1, 1), (1, 1), (5, 5), (5, 1));

        Assert.True(new KappaAtLeast { Weights = KappaWeights.Unweighted, AtLeast = new(1, 2) }.Judge(pairs).IsStable);
        Assert.False(new KappaAtLeast { Weights = KappaWeights.Unweighted, AtLeast = new(51, 100) }.Judge(pairs).IsStable);
        var same = new KappaAtLeast { Weights = KappaWeights.Linear, AtLeast = new(1, 2) }.Judge(AnswerPairs.Of(Five, (4, 4), (4, 4)));
        Assert.Null(same.IsStable);
        Assert.Equal("Stability not measurable: kappa (Linear) is undefined, as all gave one and the same answer twice (wanted: at least 0.5); people in both rounds is 2.", same.ToString());
        Assert.StartsWith(
            "Stability not measurable: kappa (Linear) is undefined, as fewer than two people are in both rounds (",
            new KappaAtLeast { Weights = KappaWeights.Linear, AtLeast = new(1, 2) }.Judge(AnswerPairs.Of(Five, (4, 3))).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void WilcoxonNoShift_AtTheLimit_IsNotStable()
    {
        // Six up: p = 1/32.
        var pairs = AnswerPairs.Of(RatingScale.Of(0, 6), (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (0, 6));

        Assert.False(new WilcoxonNoShift { Level = new(1, 32) }.Judge(pairs).IsStable);
        Assert.True(new WilcoxonNoShift { Level = new(1, 33) }.Judge(pairs).IsStable);
        Assert.True(new WilcoxonNoShift { Level = new(1, 20) }.Judge(AnswerPairs.Of(Five, (4, 4))).IsStable);
    }

    [Fact]
    public void Directions_OfTheTests_AreOpposite()
    {
        // All keep their answers: no shift (p = 1), and complete dependence (chi-square 20, p < 0.0001).
        var kept = AnswerPairs.Of(Five, [.. Enumerable.Repeat((1, 1), 10), .. Enumerable.Repeat((5, 5), 10)]);

        Assert.Equal("1", Figure(new WilcoxonNoShift { Level = new(1, 20) }.Judge(kept), 1));
        Assert.Equal("20", Figure(new ChaffinTalleyDependence { Level = new(1, 20) }.Judge(kept), 0));
        Assert.True(new WilcoxonNoShift { Level = new(1, 20) }.Judge(kept).IsStable);
        Assert.True(new ChaffinTalleyDependence { Level = new(1, 20) }.Judge(kept).IsStable);
        Assert.Contains("below 0.05: here a small p is stable", new ChaffinTalleyDependence { Level = new(1, 20) }.Judge(kept).ToString(), StringComparison.Ordinal);

        // Independent rounds: chi-square 0, p = 1.
        var independent = AnswerPairs.Of(Five, (1, 1), (1, 5), (5, 1), (5, 5));
        Assert.False(new ChaffinTalleyDependence { Level = new(1, 20) }.Judge(independent).IsStable);
        Assert.True(new WilcoxonNoShift { Level = new(1, 20) }.Judge(independent).IsStable);
        Assert.Equal(
            "Stability not measurable: chi-square is undefined, as all gave one answer in one of the rounds; "
            + "p of independent rounds is undefined, as all gave one answer in one of the rounds (wanted: below 0.05: here a small p is stable); people in both rounds is 2.",
            new ChaffinTalleyDependence { Level = new(1, 20) }.Judge(AnswerPairs.Of(Five, (1, 1), (1, 5))).ToString());
    }

    [Fact]
    public void NetChangeBelow_AtTheLimit_IsNotStable()
    {
        // Three of twenty move up.
        AnswerPairs Moved(int people) => AnswerPairs.Of(Five, [.. Enumerable.Repeat((3, 4), people), .. Enumerable.Repeat((4, 4), 20 - people)]);

        Assert.False(new NetChangeBelow { Below = new(3, 20) }.Judge(Moved(3)).IsStable);
        Assert.True(new NetChangeBelow { Below = new(3, 20) }.Judge(Moved(2)).IsStable);
    }

    [Fact]
    public void NetChangeBelow_FewerThanSevenPeople_TakesNoChangeAtAll()
    {
        var measure = new NetChangeBelow { Below = new(3, 20) };
        AnswerPairs OneMoved(int people) => AnswerPairs.Of(Five, [(3, 4), .. Enumerable.Repeat((4, 4), people - 1)]);

        Assert.False(measure.Judge(OneMoved(6)).IsStable);
        Assert.True(measure.Judge(OneMoved(7)).IsStable);
    }

    [Fact]
    public void Measures_OfAnswersTurnedRound_SeeOtherThings()
    {
        var turned = AnswerPairs.Of(Five, [.. Enumerable.Repeat((1, 5), 10), .. Enumerable.Repeat((5, 1), 10)]);

        Assert.Equal([false, false, true, true, true, true], All.Select(measure => measure.Judge(turned).IsStable));
    }

    [Fact]
    public void KappaAtLeast_NearlyAllGiveOneAnswer_IsLowThoughNearlyAllRepeatIt()
    {
        var pairs = AnswerPairs.Of(Five, [.. Enumerable.Repeat((4, 4), 9), (4, 5)]);

        Assert.True(All[0].Judge(pairs).IsStable);
        Assert.False(All[1].Judge(pairs).IsStable);
        Assert.Equal("0", All[1].Judge(pairs).Figures[0].Value);
    }

    [Fact]
    public void VariationChangeBelow_AtTheLimit_IsComparedWithoutRounding()
    {
        // 2/3 and 1/4: a change of -5/12.
        var down = AnswerPairs.Of(Five, (1, 3), (3, 4), (5, 5));
        var up = AnswerPairs.Of(Five, (3, 1), (4, 3), (5, 5));
        Assert.All([down, up], pairs =>
        {
            Assert.False(new VariationChangeBelow { Below = new(5, 12) }.Judge(pairs).IsStable);
            Assert.True(new VariationChangeBelow { Below = Rational.Parse("0.4166666666666667") }.Judge(pairs).IsStable);
        });

        // √39/8 and 1/4: a change of -0.53062474979979977....
        var root = AnswerPairs.Of(Five, (1, 3), (2, 4), (5, 5));
        Assert.False(new VariationChangeBelow { Below = Rational.Parse("0.5306247497997997") }.Judge(root).IsStable);
        Assert.True(new VariationChangeBelow { Below = Rational.Parse("0.5306247497997998") }.Judge(root).IsStable);

        Assert.True(new VariationChangeBelow { Below = new(1, 1000) }.Judge(AnswerPairs.Of(Five, (1, 2), (2, 1))).IsStable);
        Assert.Contains("fewer than two people", new VariationChangeBelow { Below = 1 }.Judge(AnswerPairs.Of(Five, (1, 2))).ToString(), StringComparison.Ordinal);
        Assert.Contains("a mean is not positive", new VariationChangeBelow { Below = 1 }.Judge(AnswerPairs.Of(RatingScale.Of(-2, 2), (1, -1), (1, 1))).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ConcordanceStability_AtTheLimit_IsNotStable()
    {
        // Orders 123, 123, 123 become 123, 123, 213: W from 1 to 7/9.
        var before = Ratings.Of(new double[,] { { 1, 2, 3 }, { 1, 2, 3 }, { 1, 2, 3 } });
        var after = Ratings.Of(new double[,] { { 1, 2, 3 }, { 1, 2, 3 }, { 2, 1, 3 } });
        var change = new KendallW(new() { Permutations = 0 }).Compare(before, after);

        Assert.False(new ConcordanceStability { ChangeBelow = new(2, 9) }.Judge(change).IsStable);
        Assert.True(new ConcordanceStability { ChangeBelow = Rational.Parse("0.2222222222222223") }.Judge(change).IsStable);
        Assert.Equal(["1", "7/9", "-2/9", "3", "3"], new ConcordanceStability { ChangeBelow = 1 }.Judge(change).Figures.Select(figure => figure.Value));
        Assert.Equal(["changeBelow: 0, expected a share above 0, at most 1"], new ConcordanceStability { ChangeBelow = 0 }.Check());
        Assert.Throws<InvalidOperationException>(() => new ConcordanceStability { ChangeBelow = 0 }.Judge(change));

        var flat = Ratings.Of(new double[,] { { 2, 2, 2 }, { 3, 3, 3 }, { 4, 4, 4 } });
        Assert.Null(new ConcordanceStability { ChangeBelow = 1 }.Judge(new KendallW(new() { Permutations = 0, ConstantRaters = ConstantRaters.Count }).Compare(before, flat)).IsStable);
    }

    [Fact]
    public void Judge_WithoutPeople_IsNotMeasurable() => Assert.All(All, measure =>
    {
        var finding = measure.Judge(AnswerPairs.Of(Five));
        Assert.Null(finding.IsStable);
        Assert.Equal("Stability not measurable: people in both rounds is 0.", finding.ToString());
    });

    [Fact]
    public void Check_UnusableMembers_NamesEachAndWhatWasExpected()
    {
        Assert.All(All, measure => Assert.Empty(measure.Check()));
        Says(new UnchangedShare { AtLeast = 0 }, "atLeast: 0, expected a share above 0, at most 1");
        Says(new KappaAtLeast { Weights = (KappaWeights)9, AtLeast = 2 }, "weights: 9, expected Unweighted, Linear or Quadratic", "atLeast: 2, expected a share above 0, at most 1");
        Says(new WilcoxonNoShift { Level = 1 }, "level: 1, expected above 0 and below 1");
        Says(new ChaffinTalleyDependence { Level = 0 }, "level: 0, expected above 0 and below 1");
        Says(new NetChangeBelow { Below = new(-1, 2) }, "below: -0.5, expected a share above 0, at most 1");
        Says(new VariationChangeBelow { Below = 0 }, "below: 0, expected above 0");
        Assert.Equal(
            "The measure cannot be used: level: 1, expected above 0 and below 1.",
            Assert.Throws<InvalidOperationException>(() => new WilcoxonNoShift { Level = 1 }.Judge(AnswerPairs.Of(Five, (1, 1)))).Message);
    }

    [Fact]
    public void All_Kinds_AreAllThereAre() => Assert.Equal(
        typeof(StabilityMeasure).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType),
        All.Select(measure => measure.GetType()));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Json_EveryKind_ReadsAsItWasAndMissesNothing(int kind)
    {
        var json = JsonSerializer.Serialize(All[kind], DelphiJson.Default.StabilityMeasure);
        Assert.Equal(All[kind], JsonSerializer.Deserialize(json, DelphiJson.Default.StabilityMeasure));
        foreach (var member in JsonNode.Parse(json)!.AsObject().Select(member => member.Key).ToArray())
        {
            var less = JsonNode.Parse(json)!.AsObject();
            less.Remove(member);
            var error = Record.Exception(() => JsonSerializer.Deserialize(less.ToJsonString(), DelphiJson.Default.StabilityMeasure));
            Assert.True(error is JsonException or NotSupportedException, $"{member}: {error}");
        }
    }

    [Fact]
    public void Json_OfPanelsAndFindings_ReadsAsItWas()
    {
        Assert.Equal("""{"changeBelow":"0.2"}""", JsonSerializer.Serialize(new ConcordanceStability { ChangeBelow = new(1, 5) }, DelphiJson.Default.ConcordanceStability));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("{}", DelphiJson.Default.ConcordanceStability));
        Assert.Equal(
            """{"kind":"kappa-at-least","weights":"quadratic","atLeast":"0.6"}""",
            JsonSerializer.Serialize(All[1], DelphiJson.Default.StabilityMeasure));
        foreach (var finding in new[] { All[0].Judge(AnswerPairs.Of(Five, (1, 1))), All[0].Judge(AnswerPairs.Of(Five, (1, 2))), All[0].Judge(AnswerPairs.Of(Five)) })
        {
            var read = JsonSerializer.Deserialize(JsonSerializer.Serialize(finding, DelphiJson.Default.StabilityFinding), DelphiJson.Default.StabilityFinding);
            Assert.Equal(finding, read);
            Assert.Equal(finding.GetHashCode(), read!.GetHashCode());
            Assert.Equal(finding.ToString(), read.ToString());
        }
    }

    private static string Figure(StabilityFinding finding, int index) => finding.Figures[index].Value;

    private static void Says(StabilityMeasure measure, params string[] expected) => Assert.Equal(expected, measure.Check());
}
