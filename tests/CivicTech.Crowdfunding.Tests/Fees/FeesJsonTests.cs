using System.Text.Json;
using System.Text.Json.Serialization;
using CivicTech.Amounts;
using CivicTech.Crowdfunding.Fees;
using static CivicTech.Crowdfunding.Tests.Fees.FeeSamples;

namespace CivicTech.Crowdfunding.Tests.Fees;

public class FeesJsonTests
{
    public static TheoryData<JsonIgnoreCondition> Conditions => [JsonIgnoreCondition.Never, JsonIgnoreCondition.WhenWritingNull, JsonIgnoreCondition.WhenWritingDefault];

    [Theory]
    [MemberData(nameof(Conditions))]
    public void FeeSchedule_AnyShape_ReadsBackEqual(JsonIgnoreCondition condition)
    {
        var context = new FeesTestContext(new JsonSerializerOptions(FeesTestContext.Default.Options) { DefaultIgnoreCondition = condition });
        var every = new FeeSchedule(new Fee
        {
            Name = "every", Rate = new(1, 3), Fixed = Euro(1), FixedPer = FixedFeePer.Campaign, Min = Euro(0), Max = Euro(9), Rounding = MoneyRounding.HalfEven, Vat = new(1, 5),
        });

        foreach (var fees in new[] { FeeSchedule.None, Kickstarter, Goteo, Ioby, Steps, OnTop, every })
        {
            Assert.Equal(fees, JsonSerializer.Deserialize(JsonSerializer.Serialize(fees, context.FeeSchedule), context.FeeSchedule));
        }

        foreach (var assessment in new[] { FeeSchedule.None.Assess(Euro(1), 1), Goteo.Assess(Euro(99), 3), OnTop.OnTop(Euro(7)), every.Assess(Euro(0.01m), 1) })
        {
            Assert.Equal(assessment, JsonSerializer.Deserialize(JsonSerializer.Serialize(assessment, context.FeeAssessment), context.FeeAssessment));
        }
    }

    [Fact]
    public void FeeSchedule_AsJson_IsAsPublished()
    {
        var indented = new FeesTestContext(new JsonSerializerOptions(FeesTestContext.Default.Options) { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull });

        Golden.Verify(JsonSerializer.Serialize(new FeeSchedule([.. Steps.Fees, OnTop.Fees[0]]), indented.FeeSchedule), "json");
    }

    [Fact]
    public void FeeSchedule_ShortJson_HasTheDefaults()
    {
        var fees = JsonSerializer.Deserialize("""{"fees":[{"name":"platform","rate":"0.05"}]}""", FeesTestContext.Default.FeeSchedule);

        Assert.Equal(Percent(FivePercent), fees);
    }
}
