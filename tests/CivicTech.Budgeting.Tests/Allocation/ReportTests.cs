using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Testing;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

public sealed class ReportTests
{
    private static readonly AllocationRequest Traced = new() { Trace = true };

    [Fact]
    public void ToText_ElectionWithMostFates_IsReadable() => Golden.Verify(Village().ToText());

    [Fact]
    public void ToJson_ElectionWithMostFates_IsReadable() => Golden.Verify(Village().ToJson(), "json");

    [Fact]
    public void ToText_OvershootThenStop_SaysWhatIsMissing()
    {
        var rule = new Greedy { Limits = new() { OnMisfit = Misfit.Stop, OvershootFrom = new Rational(4, 5), MaxWinners = 5 } };
        Golden.Verify(rule.Allocate(Made.Approval(1_250_000, "Bridge:900000.50 Square:400000 Fountain:1", "9*Bridge,Square", "1*Square", "2*Fountain")).ToText());
    }

    [Fact]
    public void ToText_SeveralOutcomes_SaysWhatTheyShare()
    {
        var rule = new Greedy { Ties = TieChain.AllOutcomes.OrAllOutcomes(3) };
        var open = rule.Allocate(Made.Approval(5, "A:3 B:2 C:2 D:2", "2*A", "1*B,C,D"));
        var more = rule.Allocate(Made.Approval(4, "A:1 B:2 C:2 D:2 E:2", "2*A", "1*B,C,D,E"));
        var refused = new Greedy { Ties = TieChain.Refuse }.Allocate(Made.Approval(5, "A:3 B:2 C:2 D:2", "2*A", "1*B,C,D"));
        Golden.Verify(string.Join("\n---\n\n", open.ToText(), more.ToText(), refused.ToText()));
    }

    [Fact]
    public void Fates_EachKind_IsASentence()
    {
        Fate[] fates =
        [
            new Fate.Funded(1),
            new Fate.FundedBeyondBudget(2, new Rational(5, 2)),
            new Fate.DidNotFit(3, new Rational(1, 3)),
            new Fate.GroupBudgetUsedUp(4, "district", "North", 7),
            new Fate.BelowMinimum(3, 10),
            new Fate.Excluded(5, "A"),
            new Fate.Withdrawn(),
            new Fate.NotReached("B"),
            new Fate.PlacesTaken(0),
            new Fate.PlacesTaken(1),
            new Fate.PlacesTaken(2),
            new Fate.Open(1, 3),
            new Fate.Open(0, 0),
        ];
        Golden.Verify(string.Join('\n', fates.Select(fate => $"{fate.Code} ({(fate.IsFunded ? "yes" : "no")}): {fate}")));
    }

    [Fact]
    public void ToString_Allocation_IsOneLine() =>
        Assert.Equal("greedy@1: 1 of 2 projects funded for 2.5 of 3", new Greedy().Allocate(Made.Approval(3, "A:2.5 B:1", "A")).ToString());

    private static CivicTech.Budgeting.Allocation.Allocation Village()
    {
        Project[] projects =
        [
            new("school-roof", 48_000) { Name = "New roof for the school", Categories = ["education"] },
            new("playground", 30_000) { Name = "Playground by the river", Categories = ["children", "green"] },
            new("trees", 12_500) { Name = "A hundred trees", Categories = ["green"] },
            new("pool", 250_000) { Name = "Open-air pool" },
            new("skate-a", 9_000) { Name = "Skate park, north side" },
            new("skate-b", 8_000) { Name = "Skate park, south side" },
            new("benches", new Rational(24_999, 10)) { Name = "Benches" },
            new("statue", 40_000) { Name = "Statue; \"The Voter\"" },
            new("festival", 5_000) { Name = "Festival", IsWithdrawn = true },
            new("clock", 1_000) { Name = "Tower clock" },
        ];
        var election = Made.Approval(
            100_000,
            projects,
            "120*school-roof,playground,trees",
            "80*playground,pool,skate-a",
            "60*skate-b,trees",
            "40*benches,skate-b",
            "30*statue,festival",
            "1020*school-roof",
            "4*clock");
        var groups = new GroupBudget(GroupBudget.Category, new Dictionary<string, Rational> { ["green"] = 35_000, ["children"] = 50_000 });
        return new Greedy
        {
            MinimumScore = 10,
            Limits = new() { Exclusive = [["skate-a", "skate-b"]], GroupBudgets = [groups], MaxWinners = 4 },
            Ties = TieChain.By(TieKey.Lowest("cost"), TieKey.Lot("drawn on 1 May 2026")),
        }.Allocate(election, Traced);
    }
}
