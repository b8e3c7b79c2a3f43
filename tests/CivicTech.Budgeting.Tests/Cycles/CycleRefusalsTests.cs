using System.Collections.Immutable;
using CivicTech.Amounts;
using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Tests.Proposals;
using CivicTech.Budgeting.Voting;
using CivicTech.Processes;
using CivicTech.Tests.Budgeting.Results;
using static CivicTech.Budgeting.Tests.Proposals.ProposalSamples;

namespace CivicTech.Budgeting.Tests.Cycles;

public sealed class CycleRefusalsTests
{
    private static readonly SetPrice Price = Officer(new SetPrice { Proposal = "p1", Price = Eur(1), Explanation = "e" });

    // Those that no test of a command reaches.
    private static readonly Dictionary<string, Func<ImmutableArray<Refusal>>> Ways = new()
    {
        ["bad-id"] = () => new Solo().Refused(new SubmitProposal { Proposal = "a/b", Author = "ann", Content = Content() }),
        ["other-currency"] = () => new Solo().Feasible("p1").Refused(Price with { Price = Money.Of(1, Currency.Of("USD")) }),
        ["negative-amount"] = () => new Solo().Feasible("p1").Refused(Price with { Price = Eur(-1) }),
        ["no-exclusion"] = () => Shortlisted().Refused(Administrator(new FreezeBallot { Exclusions = [["p1"], ["p1", "p2", "p1"]] })),
        ["named-twice"] = () => [Shortlisted().Frozen().Refused(Administrator(new ChangeBallot { Change = new BallotChange { Removed = ["p1", "p1"] }, Reason = "r" }))[0]],
    };

    public static TheoryData<string> Codes { get; } = [.. Ways.Keys];

    [Fact]
    public void All_IsEveryKindThatIsDefined() => RefusalChecks.AreAll(typeof(CycleRefusals), [.. CycleRefusals.All]);

    [Theory]
    [MemberData(nameof(Codes))]
    public void Refusal_OfEachKind_ComesAloneWithItsDataInThreeLanguages(string code) => RefusalChecks.IsWellFormed(code, Ways[code](), [.. CycleRefusals.All]);

    private static Solo Shortlisted()
    {
        var solo = new Solo().Feasible("p1").Feasible("p2");
        solo.Do(Officer(new ShortlistProposals()));
        return solo;
    }
}
