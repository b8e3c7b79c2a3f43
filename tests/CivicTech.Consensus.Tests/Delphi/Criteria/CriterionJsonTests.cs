using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CivicTech.Consensus.Delphi.Answers;
using CivicTech.Consensus.Delphi.Criteria;

namespace CivicTech.Tests.Consensus.Delphi.Criteria;

public sealed class CriterionJsonTests
{
    // Without these, a criterion asks for less. All others are required.
    private static readonly string[] Optional = ["out", "medianAtLeast", "medianAtMost", "roles"];

    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, Plans.All.Count)];

    [Fact]
    public void Plans_Kinds_AreAllThereAre() => Assert.Equal(
        typeof(ConsensusCriterion).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType),
        Plans.All.Select(criterion => criterion.GetType()));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Json_EveryKind_ReadsAsItWas(int kind)
    {
        var criterion = Plans.All[kind];
        var read = Read(Write(criterion));

        Assert.Equal(criterion, read);
        Assert.Equal(criterion.GetHashCode(), read!.GetHashCode());
        Assert.NotEqual(Plans.All[(kind + 1) % Plans.All.Count], read);
        Assert.Equal(Write(criterion), Write(read));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Json_MissingMember_IsRefused(int kind)
    {
        var members = JsonNode.Parse(Write(Plans.All[kind]))!.AsObject().Select(member => member.Key).ToArray();
        foreach (var member in members)
        {
            var less = JsonNode.Parse(Write(Plans.All[kind]))!.AsObject();
            less.Remove(member);
            var error = Record.Exception(() => Read(less.ToJsonString()));
            if (Optional.Contains(member))
            {
                Assert.Null(error);
                continue;
            }

            // Without a kind it cannot be told what was meant.
            Assert.True(error is JsonException or NotSupportedException, $"{member}: {error}");
        }
    }

    [Fact]
    public void Json_Text_IsPlain() => Assert.Equal(
        """
        {"kind":"every-role","criterion":{"kind":"comet","inLowest":7,"inHighest":9,"outLowest":1,"outHighest":3,"atLeast":"0.7","below":"0.15"},"roles":["clinicians","patients"]}
        """,
        Write(Plans.EveryRole));

    [Theory]
    [InlineData("""{"quantiles":"hazen","rangeAtMost":"4/3","kind":"median-and-range"}""")]
    [InlineData("""{"kind":"median-and-range","quantiles":"hazen","rangeAtMost":"8/6","medianAtLeast":null}""")]
    public void Json_OrderAndNull_MakeNoDifference(string json) =>
        Assert.Equal(new MedianAndRange { Quantiles = QuantileRule.Hazen, RangeAtMost = new(4, 3) }, Read(json));

    [Theory]
    [InlineData("""{"kind":"rand-ucla","quantiles":"Seven"}""")]
    [InlineData("""{"kind":"best-guess"}""")]
    public void Json_UnknownWord_IsRefused(string json) => Assert.Throws<JsonException>(() => Read(json));

    [Fact]
    public void Json_Finding_ReadsAsItWas()
    {
        var finding = Plans.Both.Judge(new(AnswerCounts.Of(Plans.Nine, 7, 8, 8)));
        var json = JsonSerializer.Serialize(finding, DelphiJson.Default.CriterionFinding);
        var read = JsonSerializer.Deserialize(json, DelphiJson.Default.CriterionFinding);

        Assert.Equal(finding, read);
        Assert.Equal(finding.GetHashCode(), read!.GetHashCode());
        Assert.Equal(finding.ToString(), read.ToString());
        Assert.NotEqual(finding, finding with { Figures = finding.Figures[1..] });
        Assert.Contains("""
            "verdict":"in","figures":[{"name":"mean","value":"23/3","wanted":
            """, json, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_Scale_HasItsEndsAlone() =>
        Assert.Equal("""{"lowest":1,"highest":9}""", JsonSerializer.Serialize(Plans.Nine, DelphiJson.Default.RatingScale));

    private static string Write(ConsensusCriterion criterion) => JsonSerializer.Serialize(criterion, DelphiJson.Default.ConsensusCriterion);

    private static ConsensusCriterion? Read(string json) => JsonSerializer.Deserialize(json, DelphiJson.Default.ConsensusCriterion);
}
