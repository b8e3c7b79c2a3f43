using CivicTech.Amounts;
using CivicTech.Budgeting.Proposals;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Proposals;

public sealed class ProposalPlanCheckTests
{
    private static readonly Dictionary<string, ProposalPlan> Wrong = new()
    {
        ["criteria[1]"] = Rules with { Criteria = [new() { Id = "a", IsRequired = true }, new() { Id = "a", IsRequired = false }] },
        ["themes[0]"] = Rules with { Themes = [""] },
        ["submitterConditions[1]"] = Rules with { SubmitterConditions = ["a", "a"] },
        ["supporterConditions[0]"] = Rules with { SupporterConditions = ["\u0001"] },
        ["reviewers"] = Rules with { Reviewers = -1 },
        ["moderation"] = Rules with { Moderation = (ModerationMode)9 },
        ["holdHours"] = Rules with { HoldHours = 1 },
        ["mostPerPerson"] = Rules with { MostPerPerson = -1 },
        ["lowestPrice"] = Rules with { LowestPrice = Eur(-1) },
        ["highestPrice"] = Rules with { LowestPrice = Eur(2), HighestPrice = Eur(1) },
        ["appeals.days"] = Rules with { Appeals = new AppealRule { Days = -1, Zone = Zone } },
        ["appeals.zone"] = Rules with { Appeals = new AppealRule { Days = 1, Zone = "Europe/Atlantis" } },
        ["shortlist.number"] = Rules with { Shortlist = ShortlistRule.TopOfArea(0) },
        ["shortlist.kind"] = Rules with { Shortlist = new ShortlistRule { Kind = (ShortlistKind)9 } },
        ["takesSupports"] = Rules with { Shortlist = ShortlistRule.Threshold(1), TakesSupports = false },
        ["publishesTogether"] = Rules with { PublishesTogether = "doomsday" },
    };

    public static TheoryData<string> Fields { get; } = [.. Wrong.Keys];

    [Fact]
    public void Problems_OfPlansThatCanBeFollowed_AreNone()
    {
        foreach (var plan in new[]
        {
            new ProposalPlan(), Rules, Rules with { Shortlist = ShortlistRule.ByHand }, Rules with { LowestPrice = Eur(1), HighestPrice = Eur(1) }, Rules with { Moderation = ModerationMode.Hold, HoldHours = 48 },
            Rules with { MostPerPerson = 0, PublishesTogether = "publication", Shortlist = ShortlistRule.TopOfTheme(1) },
        })
        {
            Assert.Empty(ProposalPlanCheck.Problems(plan, Euro, Calendar));
        }
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Problems_OfOneWrongField_NameItAlone(string field) => Assert.Equal([field], ProposalPlanCheck.Problems(Wrong[field], Euro, Calendar).Select(problem => problem.Field));

    [Fact]
    public void Problems_OfSeveral_AreAllNamed() => Assert.Equal(
        ["reviewers", "holdHours", "lowestPrice", "highestPrice"],
        ProposalPlanCheck.Problems(Rules with { Reviewers = 101, Moderation = ModerationMode.Hold, LowestPrice = Money.Of(1, Currency.Of("USD")), HighestPrice = Eur(-1) }, Euro, Calendar).Select(problem => problem.Field));
}
