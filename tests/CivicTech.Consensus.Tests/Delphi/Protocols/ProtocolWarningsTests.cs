using CivicTech.Consensus.Delphi.Criteria;
using CivicTech.Consensus.Delphi.Protocols;
using CivicTech.Consensus.Delphi.Stability;
using CivicTech.Numerics;
using static CivicTech.Tests.Consensus.Delphi.Studies.Solo;

namespace CivicTech.Tests.Consensus.Delphi.Protocols;

public sealed class ProtocolWarningsTests
{
    private static readonly ConsensusCriterion Spread = new VariationAtMost { AtMost = new Rational(1, 2) };

    private static readonly DelphiProtocol Plain = DelphiPresets.Isfahan("s", "texts/s", Panel("a", ("x", 5), ("y", 5))) with
    {
        Criterion = Spread,
        Stability = new ItemsStable { Measure = new UnchangedShare { AtLeast = new Rational(3, 4) }, AtLeast = 1 },
    };

    [Fact]
    public void Of_AProtocolWithoutWeakness_IsEmpty() => Assert.Empty(ProtocolWarnings.Of(Plain with { Criterion = new EveryRole { Criterion = Spread } }));

    [Fact]
    public void Of_AMeanBesideASpreadAndASmallRoleThatIsNotJudged_IsEmpty() => Assert.Empty(ProtocolWarnings.Of(Plain with
    {
        Panels = [Panel("a", ("x", 5), ("y", 4))],
        Criterion = new EveryRole { Roles = ["x"], Criterion = new AllOf { Criteria = [new MeanAgainstNeutral { Neutral = 3, AtNeutral = AtNeutral.Drop }, Spread] } },
    }));

    [Fact]
    public void Of_EachWeakness_IsNamedAlone()
    {
        (string Code, DelphiProtocol Protocol)[] weak =
        [
            ("change-of-w", Plain with { Stability = new ConcordanceStability { ChangeBelow = new Rational(1, 5) } }),
            ("consensus-alone", Plain with { Stop = Plain.Stop with { When = StopWhen.Consensus } }),
            ("fixed-rounds", Plain with { Stop = Plain.Stop with { When = StopWhen.Never } }),
            ("mean-of-ordinal", Plain with { Criterion = new MeanAgainstNeutral { Neutral = 3, AtNeutral = AtNeutral.Drop } }),
            ("mean-of-ordinal", Plain with { Criterion = new AllOf { Criteria = [new AnswersAtLeast { Fewest = 5, Criterion = new EveryRole { Criterion = new MeanAgainstNeutral { Neutral = 3, AtNeutral = AtNeutral.Drop } } }] } }),
            ("panels-stop-apart", Plain with { Panels = [Panel("a", ("x", 5)), Panel("b", ("x", 5))], Stop = Plain.Stop with { Scope = StopScope.EachPanel } }),
            ("small-role", Plain with { Panels = [Panel("a", ("x", 5), ("y", 4))], Criterion = new AllOf { Criteria = [Spread, new AnswersAtLeast { Fewest = 5, Criterion = new EveryRole { Criterion = Spread } }] } }),
            ("small-panel", Plain with { Panels = [Panel("a", ("x", 2), ("y", 2))] }),
        ];
        Assert.All(weak, one => Assert.Equal(one.Code, Assert.Single(ProtocolWarnings.Of(one.Protocol)).Code));
    }
}
