using CivicTech.Budgeting.Commands;
using CivicTech.Budgeting.Cycles;
using CivicTech.Budgeting.Effects;
using CivicTech.Budgeting.Realisation;
using CivicTech.Budgeting.Results;
using CivicTech.Receipts;
using static CivicTech.Tests.Budgeting.Results.Town;

namespace CivicTech.Tests.Budgeting.Results;

public sealed class ResultProcessTests
{
    private const string Areas = "north:100 south:50";
    private const string Projects = "A/north:60 B/north:30 C/north:25 D/south:20 E/south:20 F/south:45!";

    private static Town Voted => Of(Areas, Projects, "north 5*A,B", "north 4*C", "south 9*D,F");

    private static ProposeOverride ForC => new() { Area = "north", Funded = ["A", "C"], Reason = "r" };

    [Fact]
    public void Count_ToPublication_LeadsThroughTheStatuses()
    {
        var cycle = new CountedCycle(Voted, new CountPlan { Ties = ["lot"] });

        cycle.Do(new RevealLot { Secret = CountedCycle.Secret, PublicValue = "7 11" });
        Assert.Equal(CycleStatus.Closed, cycle.Head.Status);
        Assert.Equal("7 11", cycle.Head.Results.Lot!.PublicValue);
        var result = cycle.Result;
        cycle.Do(new RecordCount { Result = result });
        Assert.Equal(CycleStatus.Counted, cycle.Head.Status);
        Assert.Equal(result.Digest, cycle.Head.Results.Result);
        Assert.Equal([Eur(10), Eur(10)], cycle.Head.Realisation.Leftovers.Select(leftover => leftover.Amount));
        cycle.Do(new CertifyResult { Result = result.Digest }, by: "mayor");
        Assert.Equal((CycleStatus.Certified, "mayor"), (cycle.Head.Status, cycle.Head.Results.CertifiedBy));
        cycle.Do(new PublishResult());

        Assert.Equal(CycleStatus.Published, cycle.Head.Status);
        Assert.Equal(["A", "B", "D", "E"], cycle.State.Projects.All.Select(project => project.Key));
        Assert.All(cycle.State.Projects.All, project => Assert.Equal(ProjectStatus.AwaitingFunding, project.Value.Status));
        Assert.Equal(4, cycle.Head.Realisation.Unsettled);
        Assert.Equal(["A", "B", "D", "E"], cycle.Told(NoticeKind.ResultOut).Where(notice => notice.Audience == Audience.Authors).Select(notice => notice.Subject).Order());
    }

    [Fact]
    public void B14_RecordedAgain_DoesNotDeleteTheDraw()
    {
        var cycle = new CountedCycle(Of("north:10", "A/north:10 B/north:10", "north A,B"), new CountPlan { Ties = ["lot"] }).Counted();
        var tie = Assert.Single(cycle.State.Results["north"].Counted.Ties);

        Assert.Empty(cycle.Do(new RecordCount { Result = cycle.Result }));

        Assert.Equal(tie, Assert.Single(cycle.State.Results["north"].Counted.Ties));
        Assert.Equal($"lot:{cycle.Head.Results.Lot!.Seed}", tie.BrokenBy.Single());
    }

    [Theory]
    [InlineData(CycleStatus.Counted)]
    [InlineData(CycleStatus.Certified)]
    [InlineData(CycleStatus.Published)]
    public void B16_CountedAgain_IsTheSameOrRefused(CycleStatus status)
    {
        var cycle = new CountedCycle(Voted);
        var result = cycle.Result;
        _ = status == CycleStatus.Published ? cycle.Published() : cycle.Counted();
        if (status == CycleStatus.Certified)
        {
            cycle.Do(new CertifyResult { Result = result.Digest });
        }

        var other = result with { Areas = result.Areas.SetItem(0, result.Areas[0] with { Funded = ["C"] }) };

        Assert.Equal(status, cycle.Head.Status);
        Assert.Empty(cycle.Do(new RecordCount { Result = result }));
        Assert.Equal(["other-result"], cycle.RefusedBy(new RecordCount { Result = other }));
    }

    [Fact]
    public void B16_OverrideBeforePublication_TakesTwoAndKeepsBothLists()
    {
        var cycle = new CountedCycle(Voted).Counted();
        cycle.Do(ForC, by: "ann");

        Assert.Equal(["A", "B"], cycle.State.Results["north"].Winners.ToArray());
        Assert.Equal(["same-person"], cycle.RefusedBy(new ConfirmOverride { Area = "north", Number = 1 }, by: "ann"));
        Assert.Equal(["person-needed"], cycle.RefusedBy(new ConfirmOverride { Area = "north", Number = 1 }, by: null));
        cycle.Do(new ConfirmOverride { Area = "north", Number = 1 }, by: "bob");

        var record = cycle.State.Results["north"];
        Assert.Equal(["A", "B"], record.Counted.Funded.ToArray());
        Assert.Equal(["A", "C"], record.Winners.ToArray());
        Assert.Equal(("ann", "bob"), (record.Overrides[0].ProposedBy, record.Overrides[0].ConfirmedBy));
        Assert.Equal(Eur(15), cycle.Head.Realisation.Leftovers[0].Amount);
        Assert.Empty(cycle.Do(new ConfirmOverride { Area = "north", Number = 1 }, by: "bob"));
        Assert.Empty(cycle.Do(new RecordCount { Result = cycle.Result }));
        cycle.Do(new CertifyResult { Result = cycle.Head.Results.Result!.Value });
        cycle.Do(new PublishResult());
        Assert.Equal(["A", "C", "D", "E"], cycle.State.Projects.All.Select(project => project.Key));
    }

    [Fact]
    public void B16_OverrideAfterPublication_MovesProjectsAndTellsEverybody()
    {
        var cycle = new CountedCycle(Voted).Published();
        cycle.Do(ForC);
        cycle.Do(new ConfirmOverride { Area = "north", Number = 1 }, by: "bob");

        Assert.Equal((ProjectStatus.AwaitingFunding, ProjectStatus.Overruled), (cycle.Project("C").Status, cycle.Project("B").Status));
        Assert.Equal(4, cycle.Head.Realisation.Unsettled);
        Assert.Single(cycle.Told(NoticeKind.ResultOverridden));

        cycle.Do(ForC with { Funded = ["B", "A"] });
        cycle.Do(new ConfirmOverride { Area = "north", Number = 2 }, by: "bob");
        Assert.Equal((ProjectStatus.Overruled, ProjectStatus.AwaitingFunding), (cycle.Project("C").Status, cycle.Project("B").Status));
        Assert.Equal(Eur(10), cycle.Head.Realisation.Leftovers[0].Amount);
        Assert.Equal(["B", "A"], cycle.State.Results["north"].Winners.ToArray());
    }

    [Fact]
    public void B16_FundedMeanwhile_IsNotTakenOut()
    {
        var cycle = new CountedCycle(Voted).Published();
        cycle.Do(ForC);
        cycle.Funded("B");

        Assert.Equal(["already-funded"], cycle.RefusedBy(new ConfirmOverride { Area = "north", Number = 1 }, by: "bob"));
        Assert.Equal(["already-funded"], cycle.RefusedBy(ForC));
    }

    [Fact]
    public void Override_ProposedAnew_LeavesTheEarlierOneBehind()
    {
        var cycle = new CountedCycle(Voted).Counted();
        cycle.Do(ForC);
        cycle.Do(ForC with { Funded = [] }, by: "eve");

        Assert.Equal(["no-such-override"], cycle.RefusedBy(new ConfirmOverride { Area = "north", Number = 1 }, by: "bob"));
        cycle.Do(new ConfirmOverride { Area = "north", Number = 2 }, by: "ann");
        Assert.Empty(cycle.State.Results["north"].Winners);
        Assert.Equal(Eur(100), cycle.Head.Realisation.Leftovers[0].Amount);
    }

    [Fact]
    public void Override_ProposedTwice_IsOne()
    {
        var cycle = new CountedCycle(Voted).Counted();

        Assert.Single(cycle.Do(ForC));
        Assert.Empty(cycle.Do(ForC));
        Assert.Single(cycle.Do(ForC, by: "eve"));
        Assert.Single(cycle.Do(new ConfirmOverride { Area = "north", Number = 2 }, by: "ann"));
    }

    [Fact]
    public void Override_WhereTheQuorumWasMissed_TakesNoProjectThatLeftTheBallot()
    {
        var cycle = new CountedCycle(Voted, new CountPlan { Quorum = 100 }).Counted();

        Assert.StartsWith("removed: ", Fate(cycle.Result, "F"), StringComparison.Ordinal);
        Assert.Equal(["bad-winner"], cycle.RefusedBy(ForC with { Area = "south", Funded = ["F"] }));
    }

    [Fact]
    public void Override_ListThatIsNone_IsRefusedWithEveryReason()
    {
        var cycle = new CountedCycle(Voted).Counted();

        Assert.Equal(["bad-winner", "bad-winner", "bad-winner"], cycle.RefusedBy(ForC with { Funded = ["A", "A", "D", "nobody"] }));
        Assert.Equal(["bad-winner"], cycle.RefusedBy(ForC with { Area = "south", Funded = ["F"] }));
        Assert.Equal(["over-budget"], cycle.RefusedBy(ForC with { Funded = ["A", "B", "C"] }));
        Assert.Equal(["bad-reference", "person-needed", "no-such-area"], cycle.RefusedBy(ForC with { Area = "west", Reason = "" }, by: null));
    }

    [Fact]
    public void Record_OfSomethingElse_NamesWhat()
    {
        var cycle = new CountedCycle(Voted);
        var result = cycle.Result;

        Assert.Equal(["plan"], What(result with { Rules = Digest.Of("other"u8) }));
        Assert.Equal(["edition", "ballot"], What(result with { Edition = 2, Ballot = Digest.Of("other"u8) }));
        Assert.Equal(["box"], What(result with { Box = result.Box with { Voters = 1 } }));
        Assert.Equal(["areas"], What(result with { Areas = result.Areas[..1] }));
        Assert.Equal(["lot"], What(result with { Lot = new LotReveal { Secret = "s", PublicValue = "p", Seed = "x" } }));

        IEnumerable<string> What(CycleResult other) => cycle.Refused(new RecordCount { Result = other }).Select(refusal => refusal.Data["what"]);
    }

    [Fact]
    public void Reveal_Again_ChangesNothing()
    {
        var cycle = new CountedCycle(Voted, new CountPlan { Ties = ["lot"] });
        var reveal = new RevealLot { Secret = CountedCycle.Secret, PublicValue = "7" };

        Assert.Single(cycle.Do(reveal));
        Assert.Empty(cycle.Do(reveal));
        Assert.Equal(["lot-revealed"], cycle.RefusedBy(reveal with { PublicValue = "8" }));
    }

    [Fact]
    public void Reveal_SecretOfManyLines_IsTaken()
    {
        var secret = string.Join('\n', Enumerable.Repeat("thirty-two hexadecimal characters", 20));
        var cycle = new CountedCycle(Voted, new CountPlan { Ties = ["lot"] }, secret: secret);

        Assert.Single(cycle.Do(new RevealLot { Secret = secret, PublicValue = "7" }));
        Assert.Equal(secret, cycle.Head.Results.Lot!.Secret);
    }

    [Theory]
    [InlineData("")]
    [InlineData("too short")]
    [InlineData("half a surrogate pair \ud800")]
    public void Reveal_SecretThatNobodyCanCommitTo_IsWrong(string secret) =>
        Assert.Equal(["wrong-secret"], new CountedCycle(Voted).RefusedBy(new RevealLot { Secret = secret, PublicValue = "7" }));

    [Fact]
    public void Record_LotThatIsAnotherWithTheSameSeed_IsRefused()
    {
        var cycle = new CountedCycle(Voted, new CountPlan { Ties = ["lot"] });
        cycle.Do(new RevealLot { Secret = CountedCycle.Secret, PublicValue = "7" });
        var result = cycle.Result;

        Assert.Equal(["other-input"], cycle.RefusedBy(new RecordCount { Result = result with { Lot = result.Lot! with { PublicValue = "8" } } }));
    }

    [Fact]
    public void Certify_WithoutBeingAskedByAnybody_IsRefused()
    {
        var cycle = new CountedCycle(Voted).Counted();

        Assert.Equal(["person-needed", "other-result"], cycle.RefusedBy(new CertifyResult { Result = default }, by: null));
    }
}
