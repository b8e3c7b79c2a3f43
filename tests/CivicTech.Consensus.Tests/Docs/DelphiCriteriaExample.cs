using CivicTech.Consensus.Coefficients;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Numerics;

namespace Examples;

public sealed class DelphiCriteriaExample
{
    [Fact]
    public void DelphiCriteriaPage_Item_IsJudged()
    {
        using var Console = new StringWriter { NewLine = "\n" };

        // <delphi-criterion>
        var scale = RatingScale.Of(1, 9);
        var patients = AnswerCounts.Of(scale, 8, 9, 7, 7, 8, 6, 9, 8);
        var clinicians = AnswerCounts.Of(scale, 7, 3, 8, 9, 5, 7, 2, 7);
        var answers = new ItemAnswers(
            patients.Merge(clinicians),
            KeyValuePair.Create("patients", patients),
            KeyValuePair.Create("clinicians", clinicians));

        ConsensusCriterion criterion = new EveryRole { Criterion = CometCriterion.Comet7015 };
        CriterionFinding finding = criterion.Judge(answers);
        Console.WriteLine(finding.Verdict);
        foreach (var figure in finding.Figures)
        {
            Console.WriteLine($"  {figure}");
        }
        // </delphi-criterion>

        Golden.Verify(Console.ToString());
        DocPages.AssertShows("docs/delphi-criteria.md", "DelphiCriteriaExample.DelphiCriteriaPage_Item_IsJudged");
    }

    [Fact]
    public void DelphiCriteriaPage_TwoRounds_AreCompared()
    {
        using var Console = new StringWriter { NewLine = "\n" };

        // <delphi-stability>
        var pairs = AnswerPairs.Of(
            RatingScale.Of(1, 5),
            (4, 4), (4, 4), (3, 4), (4, 4), (5, 4), (4, 4), (2, 4), (4, 4), (4, 4), (4, 3));

        StabilityMeasure[] measures =
        [
            new UnchangedShare { AtLeast = new(3, 4) },
            new KappaAtLeast { Weights = KappaWeights.Quadratic, AtLeast = new(3, 5) },
            new WilcoxonNoShift { Level = new(1, 20) },
            new ChaffinTalleyDependence { Level = new(1, 20) },
            new NetChangeBelow { Below = new(3, 20) },
            new VariationChangeBelow { Below = new(1, 10) },
        ];
        foreach (var measure in measures)
        {
            Console.WriteLine(measure.Judge(pairs));
        }
        // </delphi-stability>

        Golden.Verify(Console.ToString());
        DocPages.AssertShows("docs/delphi-criteria.md", "DelphiCriteriaExample.DelphiCriteriaPage_TwoRounds_AreCompared");
    }

    [Fact]
    public void DelphiCriteriaPage_OwnRule_IsAsked()
    {
        var answers = new ItemAnswers(AnswerCounts.Of(RatingScale.Of(1, 5), 4, 4, 5, 4));

        // <delphi-own-rule>
        var rules = new Dictionary<string, IConsensusRule>(StringComparer.Ordinal) { ["our:single-mode@1"] = new SingleMode() };
        var criterion = new CustomCriterion { Rule = "our:single-mode@1" };
        CriterionFinding finding = criterion.Judge(answers, rules);
        // </delphi-own-rule>

        Assert.Equal(ConsensusVerdict.In, finding.Verdict);
    }

    // <delphi-own-rule>
    // More than half gave one and the same answer, and a high one.
    private sealed class SingleMode : IConsensusRule
    {
        public string Id => "our:single-mode@1";

        public CriterionFinding Judge(ItemAnswers answers)
        {
            if (answers.All.Total == 0)
            {
                return new() { Verdict = ConsensusVerdict.TooFew };
            }

            var mode = answers.All.Modes[0];
            Rational share = answers.All.ShareIn(mode, mode).Exact!.Value;
            return new()
            {
                Verdict = share <= new Rational(1, 2) ? ConsensusVerdict.None : mode >= 4 ? ConsensusVerdict.In : ConsensusVerdict.Out,
                Figures = [new() { Name = $"share of {mode}", Value = share.ToString(), Wanted = "above 0.5" }],
            };
        }
    }
    // </delphi-own-rule>
}
