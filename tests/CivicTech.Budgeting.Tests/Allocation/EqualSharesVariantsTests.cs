using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

/// <summary>Add1, completions, the comparison with funding by votes, and what programs make of them.</summary>
public sealed class EqualSharesVariantsTests
{
    // A is affordable from 3 each, C from 5 each, B from 6 each; beside A, only C fits.
    private static readonly Election Steps = Made.Approval(11, "A:6 B:6 C:5", "2*A", "B", "C");

    [Theory]
    [InlineData(AddOneStart.Integral, true, "A C", "5", 3)]
    [InlineData(AddOneStart.Integral, false, "A C", "5", 3)]
    [InlineData(AddOneStart.Fractional, true, "A C", "5.75", 3)]
    [InlineData(AddOneStart.Fractional, false, "A C", "5.75", 3)]
    [InlineData(AddOneStart.FractionalThenIntegral, true, "A C", "5", 3)]
    public void Allocate_AddOne_TellsWhereItEnds(AddOneStart start, bool stop, string funded, string each, int steps)
    {
        var allocation = new EqualShares { AddOne = new() { Start = start, StopWhenExhaustive = stop, Increment = 1 } }.Allocate(Steps);
        Assert.Equal(funded, Made.Funded(allocation));
        Assert.Equal([$"Endowment of each voter at the end of Add1: {each}; increments: {steps}."], allocation.Notes.AsEnumerable());
    }

    [Fact]
    public void Allocate_AddOneWithoutTheStop_GoesOnToTheLastStepWithinTheBudget()
    {
        // A with 3 each, and nothing fits beside it. With 6 each, both would be bought.
        var election = Made.Approval(10, "A:6 B:6", "2*A", "B");
        AddOne Plan(bool stop, AddOneStart start) => new() { Start = start, StopWhenExhaustive = stop, Increment = 1 };
        Assert.Equal(["Endowment of each voter at the end of Add1: 3; increments: 0."], Notes(Plan(stop: true, AddOneStart.Integral)));
        Assert.Equal(["Endowment of each voter at the end of Add1: 10/3; increments: 0."], Notes(Plan(stop: true, AddOneStart.FractionalThenIntegral)));
        Assert.Equal(["Endowment of each voter at the end of Add1: 5; increments: 2."], Notes(Plan(stop: false, AddOneStart.Integral)));
        Assert.Equal(["Endowment of each voter at the end of Add1: 5; increments: 2."], Notes(Plan(stop: false, AddOneStart.FractionalThenIntegral)));
        Assert.Equal(["Endowment of each voter at the end of Add1: 16/3; increments: 2."], Notes(Plan(stop: false, AddOneStart.Fractional)));

        IEnumerable<string> Notes(AddOne addOne)
        {
            var allocation = new EqualShares { AddOne = addOne }.Allocate(election);
            Assert.Equal("A", Made.Funded(allocation));
            return allocation.Notes;
        }
    }

    [Fact]
    public void Allocate_Increment_MayBeAnyFraction()
    {
        // B needs 9/2: reached in steps of 1/4 from 10/3 at 55/12, in steps of 1 at 16/3, in a step of 7/6 just so.
        var election = Made.Approval(10, "A:5 B:9/2", "2*A", "B");
        foreach (var (increment, each, steps) in new[] { (new Rational(1, 4), "55/12", 5), (1, "16/3", 2), (new Rational(7, 6), "4.5", 1) })
        {
            var allocation = new EqualShares { AddOne = new() { Start = AddOneStart.Fractional, StopWhenExhaustive = true, Increment = increment } }.Allocate(election);
            Assert.Equal("A B", Made.Funded(allocation));
            Assert.Equal([$"Endowment of each voter at the end of Add1: {each}; increments: {steps}."], allocation.Notes.AsEnumerable());
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => new AddOne { Start = AddOneStart.Fractional, StopWhenExhaustive = true, Increment = 0 });
    }

    [Fact]
    public void Allocate_RoundsThatFit_TakesTheFirstRoundsOfTheStepBeyond()
    {
        // With 10/3 each A is bought, at 3 for a project; with 16/3 each C too, at 5. Together they go beyond the budget.
        var election = Made.Approval(10, "A:6 B:9 C:5", "2*A", "B,C");
        AddOne Plan(Overshoot overshoot) => new() { Start = AddOneStart.Fractional, StopWhenExhaustive = false, Increment = 2, OnOvershoot = overshoot };
        var before = new EqualShares { AddOne = Plan(Overshoot.StepBefore), Utility = Utility.Cardinality }.Allocate(election);
        Assert.Equal("A", Made.Funded(before));
        var fitting = new EqualShares { AddOne = Plan(Overshoot.RoundsThatFit), Utility = Utility.Cardinality, Completion = Completion.Utilitarian }.Allocate(election);
        Assert.Equal("A", Made.Funded(fitting));
        Assert.Equal(new Fate.DidNotFit(2, 1), fitting["C"].Fate);
        Assert.Equal(["Endowment of each voter at the end of Add1: 16/3; increments: 1."], fitting.Notes.AsEnumerable());
    }

    [Fact]
    public void Allocate_RoundsThatFitAndATieWithoutCommonSupporters_HasEveryOutcome()
    {
        // With 2 each all three are bought, each by its own voter; only two of them fit. So it matters in which order the tied ones come.
        var election = Made.Approval(4, "A:2 B:2 C:2", "A", "B", "C");
        var rule = new EqualShares
        {
            AddOne = new() { Start = AddOneStart.Integral, StopWhenExhaustive = false, Increment = 1, OnOvershoot = Overshoot.RoundsThatFit },
            Ties = TieChain.AllOutcomes,
        };
        Assert.Equal(3, rule.Allocate(election).Outcomes.Length);
        Assert.Equal(3, rule.Allocate(election, new AllocationRequest { Arithmetic = Arithmetic.Rational }).Outcomes.Length);
    }

    [Fact]
    public void Allocate_Utilitarian_FillsByUtilityPerCost()
    {
        // 1 each: nothing is affordable. By votes: B, C, A; by points per cost, 7/6, 5/3 and 6/5: C, A, B.
        var approvals = Made.Approval(12, "A:5 B:6 C:3", "2*A", "4*B", "3*C", "3*");
        Made.ExpectFates(
            new EqualShares { Completion = Completion.Utilitarian }.Allocate(approvals),
            "A: did not fit in round 3: 2 was missing.",
            "B: funded in round 2.",
            "C: funded in round 1.");
        var points = Made.Cardinal(12, "A:5 B:6 C:4", 0, "2*A=3", "3*B=2", "B=1", "3*C=1", "3*");
        Assert.Equal("A B", Made.Funded(new EqualShares { Utility = Utility.Points, Completion = Completion.Utilitarian }, points));
    }

    [Fact]
    public void Allocate_Comparison_TakesWhatMoreVotersPrefer()
    {
        // 1 each: six supporters of A do not have 10, four of B do have 4.
        var election = Made.Approval(10, "A:10 B:4", "6*A", "4*B");
        Assert.Equal("B", Made.Funded(new EqualShares(), election));
        var satisfied = new EqualShares { Comparison = GreedyComparison.Satisfaction }.Allocate(election, new AllocationRequest { Trace = true });
        Made.ExpectFates(satisfied, "A: funded in round 1.", "B: did not fit in round 2: 4 was missing.");
        Assert.Equal(
            ["Voters better off with Equal Shares: 4; with funding by votes: 6. The outcome is that of funding by votes."],
            satisfied.Notes.AsEnumerable());
        Assert.Null(satisfied.Trace.Single().Purchase);
        Assert.Null(satisfied["B"].Support);
        var included = new EqualShares { Comparison = GreedyComparison.Exclusion }.Allocate(election);
        Assert.Equal("A", Made.Funded(included));
        Assert.Equal(
            ["Voters who support no funded project: 6 with Equal Shares, 4 with funding by votes. The outcome is that of funding by votes."],
            included.Notes.AsEnumerable());

        // Five and five: Equal Shares stands.
        var even = Made.Approval(10, "A:10 B:4", "5*A", "5*B");
        Assert.Equal("B", Made.Funded(new EqualShares { Comparison = GreedyComparison.Satisfaction }, even));
        Assert.Equal("B", Made.Funded(new EqualShares { Comparison = GreedyComparison.Exclusion }, even));
    }

    [Fact]
    public void Presets_OneElection_FiveOutcomes()
    {
        // Seven voters, 27/7 each: A alone. In steps of 1 from there: with 34/7, A and B (tied with D); with 41/7, A, C and one more go beyond
        // the budget. From whole numbers: with 4, A and D; with 5, A and B or D, whose supporters have 72/7; with 6, beyond. The checker of
        // Pabulib takes the cheaper one, D. The browser tool adds the other: both fit. In Wieliczka, A and C by votes please four, A and D three.
        var election = Made.Approval(27, "A:11 B:9 C:16 D:7", "4*A,C", "3*A,B,D");
        Assert.Equal("A", Made.Funded(new EqualShares(), election));
        Assert.Equal("A B", Made.Funded(EqualShares.Pabutools, election));
        Assert.Equal("A D", Made.Funded(EqualShares.PabulibChecker, election));
        Assert.Equal("A B D", Made.Funded(EqualShares.BrowserTool, election));
        Assert.Equal("A C", Made.Funded(EqualShares.Wieliczka2023, election));
    }

    [Fact]
    public void BrowserTool_UnsupportedProjectThatWouldAlwaysFit_Ends() =>
        Assert.Equal("A", Made.Funded(EqualShares.BrowserTool, Made.Approval(9, "A:5 nobody:1", "A", "A")));
}
