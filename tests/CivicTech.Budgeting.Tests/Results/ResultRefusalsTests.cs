using System.Collections.Immutable;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Results;
using CivicTech.Processes;
using CivicTech.Receipts;
using CivicTech.Ties;
using static CivicTech.Tests.Budgeting.Results.Town;

namespace CivicTech.Tests.Budgeting.Results;

// Every reason to say no, provoked once.
public sealed class ResultRefusalsTests
{
    private static readonly ProposeOverride Other = new() { Area = "north", Funded = ["B"], Reason = "r" };

    private static readonly Dictionary<string, Func<ImmutableArray<Refusal>>> Ways = new(StringComparer.Ordinal)
    {
        ["no-lot"] = () => Cycle(hasLot: false).Refused(new RevealLot { Secret = CountedCycle.Secret, PublicValue = "7" }),
        ["wrong-secret"] = () => Cycle().Refused(new RevealLot { Secret = "another secret that is long", PublicValue = "7" }),
        ["lot-revealed"] = () => Revealed().Refused(new RevealLot { Secret = CountedCycle.Secret, PublicValue = "8" }),
        ["lot-hidden"] = () => Cycle(new CountPlan { Ties = ["lot"] }) is var cycle ? cycle.Refused(new RecordCount { Result = Cycle().Result with { Rules = cycle.Head.Rules!.Value } }) : [],
        ["other-input"] = () => Cycle() is var cycle ? cycle.Refused(new RecordCount { Result = cycle.Result with { Rules = Digest.Of("x"u8) } }) : [],
        ["result-open"] = () => Cycle(new CountPlan { Rule = RuleChoice.Of(new Greedy { Ties = TieChain.Refuse }) }) is var cycle ? cycle.Refused(new RecordCount { Result = cycle.Result }) : [],
        ["other-result"] = () => Cycle().Counted().Refused(new CertifyResult { Result = Digest.Of("x"u8) }),
        ["person-needed"] = () => Cycle().Counted() is var cycle ? cycle.Refused(new CertifyResult { Result = cycle.Head.Results.Result!.Value }, by: null) : [],
        ["same-person"] = () => Proposed().Refused(new ConfirmOverride { Area = "north", Number = 1 }),
        ["no-such-override"] = () => Proposed().Refused(new ConfirmOverride { Area = "north", Number = 2 }, by: "bob"),
        ["bad-winner"] = () => Cycle().Counted().Refused(Other with { Funded = ["Z"] }),
        ["over-budget"] = () => Cycle().Counted().Refused(Other with { Funded = ["A", "B"] }),
        ["already-funded"] = () => Cycle().Published().Funded("A").Refused(Other),
    };

    public static TheoryData<string> Codes { get; } = [.. ResultRefusals.All.Select(kind => kind.Code)];

    [Fact]
    public void All_Kinds_HaveAWayToThem() => Assert.Equal(ResultRefusals.All.Select(kind => kind.Code).Order(StringComparer.Ordinal), Ways.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void All_IsEveryKindThatIsDefined() => RefusalChecks.AreAll(typeof(ResultRefusals), ResultRefusals.All);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Refusal_OfEachKind_ComesAloneWithItsDataInThreeLanguages(string code) => RefusalChecks.IsWellFormed(code, Ways[code](), ResultRefusals.All);

    private static CountedCycle Cycle(CountPlan? plan = null, bool hasLot = true) => new(Of("north:10", "A/north:10 B/north:10", "north A,B"), plan, hasLot);

    private static CountedCycle Revealed()
    {
        var cycle = Cycle();
        cycle.Do(new RevealLot { Secret = CountedCycle.Secret, PublicValue = "7" });
        return cycle;
    }

    private static CountedCycle Proposed()
    {
        var cycle = Cycle().Counted();
        cycle.Do(Other);
        return cycle;
    }
}
