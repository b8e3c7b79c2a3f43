using System.Text.Json.Nodes;
using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Budgeting.Elections;
using CivicTech.Numerics;
using CivicTech.Receipts;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

/// <summary>Options as documents, what is refused, receipts.</summary>
public sealed class EqualSharesOptionsTests
{
    private static readonly RuleRegistry Registry = new(new BudgetingRules(), new OwnUtilities());

    [Fact]
    public void DescribeOptions_Defaults_AreAllExplicit() => Assert.True(JsonNode.DeepEquals(
        JsonNode.Parse("""
            {"utility":"cost","endowments":"equal","addOne":null,"completion":"none","comparison":"none","ties":["listed-order"],"ownUtility":null}
            """),
        new EqualShares().DescribeOptions()));

    [Fact]
    public void Create_EveryOption_RoundTrips()
    {
        foreach (var document in Documents())
        {
            var rule = Registry.Create<IAllocationRule>(EqualShares.RuleId, document.ToJsonString());
            Assert.Equal(EqualShares.RuleId, rule.Id);
            Assert.True(JsonNode.DeepEquals(document, rule.DescribeOptions()), $"{document.ToJsonString()} {rule.DescribeOptions().ToJsonString()}");
        }

        foreach (var preset in new[] { EqualShares.Wieliczka2023, EqualShares.PabulibChecker, EqualShares.Pabutools, EqualShares.BrowserTool })
        {
            var document = preset.DescribeOptions();
            Assert.True(JsonNode.DeepEquals(document, Registry.Create<IAllocationRule>(EqualShares.RuleId, document.ToJsonString()).DescribeOptions()));
        }
    }

    [Theory]
    [InlineData("""{"addone": null}""", "addone")]
    [InlineData("""{"utility": "votes"}""", "utility")]
    [InlineData("""{"utility": 1}""", "utility")]
    [InlineData("""{"endowments": "unequal"}""", "endowments")]
    [InlineData("""{"completion": "add1"}""", "completion")]
    [InlineData("""{"comparison": true}""", "comparison")]
    [InlineData("""{"ties": ["coin"]}""", "coin")]
    [InlineData("""{"ties": null}""", "ties")]
    [InlineData("""{"addOne": {}}""", "start")]
    [InlineData("""{"addOne": {"start": "integral", "increment": "1"}}""", "stopWhenExhaustive")]
    [InlineData("""{"addOne": {"start": "integral", "stopWhenExhaustive": true}}""", "increment")]
    [InlineData("""{"addOne": {"start": "half", "stopWhenExhaustive": true, "increment": "1"}}""", "start")]
    [InlineData("""{"addOne": {"start": "integral", "stopWhenExhaustive": 1, "increment": "1"}}""", "stopWhenExhaustive")]
    [InlineData("""{"addOne": {"start": "integral", "stopWhenExhaustive": true, "increment": "0"}}""", "increment")]
    [InlineData("""{"addOne": {"start": "integral", "stopWhenExhaustive": true, "increment": "-1/3"}}""", "increment")]
    [InlineData("""{"addOne": {"start": "integral", "stopWhenExhaustive": true, "increment": "x"}}""", "increment")]
    [InlineData("""{"addOne": {"start": "integral", "stopWhenExhaustive": true, "increment": "1", "onOvershoot": "all"}}""", "onOvershoot")]
    [InlineData("""{"addOne": {"start": "integral", "stopWhenExhaustive": true, "increment": "1", "steps": 3}}""", "steps")]
    [InlineData("""{"ownUtility": {}}""", "ownUtility")]
    [InlineData("""{"ownUtility": {"rule": "nobody/utility@1"}}""", "nobody/utility@1")]
    [InlineData("""{"ownUtility": {"rule": "greedy@1"}}""", "greedy@1")]
    public void Create_WrongOptions_AreRefusedByName(string document, string named)
    {
        var exception = Assert.Throws<ArgumentException>(() => Registry.Create<IAllocationRule>(EqualShares.RuleId, document));
        Assert.Contains(named, exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Allocate_WhatTheBallotsDoNotCarry_IsRefused()
    {
        Refused(new EqualShares { Utility = Utility.Points }, Made.Cardinal(9, "A:1 B:1", 0, "A=2,B=-1"), "'B'");
        Refused(new EqualShares { Utility = Utility.Points }, Made.Cardinal(9, "A:1 B:1", -1, "A=2"), "'B'");
        Refused(new EqualShares { Utility = Utility.Points }, Made.Approval(9, "A:1", "A"), "Approval");
        Refused(new EqualShares { Utility = Utility.Borda }, Made.Cardinal(9, "A:1", 0, "A=2"), "Cardinal");
        Refused(new EqualShares { Ties = TieChain.By(TieKey.Highest("points")) }, Made.Approval(9, "A:1", "A"), "points");

        var grades = new GradedProfileBuilder(new CandidateList(["A"]), "good", "bad");
        grades.Add([0], [0], 1);
        Refused(new EqualShares(), new Election(9, [new Project("A", 1)], grades.Build()), "Grades");

        // Who is against a project just does not support it.
        Assert.Equal("A", Made.Funded(new EqualShares(), Made.Cardinal(9, "A:1 B:1", 0, "A=2,B=-1")));
    }

    [Fact]
    public void Allocate_EndowmentsThatCannotBeGiven_AreRefused()
    {
        var given = new EqualShares { Endowments = Endowments.Given };
        Refused(given, Made.Approval(9, "A:1", "A"), "groups");
        var group = Made.Approval(9, "A:1", "3*A").Profile;
        Refused(given, new Election(9, Made.Projects("A:1"), new VoterGroup(group) { Endowment = new Rational(10, 3) }), "10");
        Assert.Equal("A", Made.Funded(given, new Election(9, Made.Projects("A:1"), new VoterGroup(group) { Endowment = 3 })));
    }

    [Fact]
    public void Receipt_EveryPresetAndAnOwnUtility_Verifies()
    {
        var election = Made.Approval(27, "A:11 B:9 C:16 D:7", "4*A,C", "3*A,B,D");
        EqualShares[] rules =
        [
            EqualShares.Wieliczka2023, EqualShares.PabulibChecker, EqualShares.Pabutools, EqualShares.BrowserTool, new() { OwnUtility = new DividedAttention() },
        ];
        foreach (var rule in rules)
        {
            var receipt = Receipt.Parse(rule.Allocate(election).Receipt.ToJson());
            Assert.True(AllocationReceipt.Verify(receipt, election, Registry).Holds);
            var other = Made.Approval(27, "A:11 B:9 C:16 D:7", "4*A,C", "2*A,B,D", "D");
            Assert.False(AllocationReceipt.Verify(receipt, other, Registry).Holds);
        }
    }

    private static void Refused(EqualShares rule, Election election, string named) =>
        Assert.Contains(named, Assert.Throws<ArgumentException>(() => rule.Allocate(election)).Message, StringComparison.Ordinal);

    private static IEnumerable<JsonObject> Documents()
    {
        var defaults = new EqualShares().DescribeOptions();
        foreach (var (option, values) in new (string, string[])[]
        {
            ("utility", ["cost", "cardinality", "effort", "points", "borda"]),
            ("endowments", ["equal", "given"]),
            ("completion", ["none", "utilitarian", "phragmen"]),
            ("comparison", ["none", "satisfaction", "exclusion"]),
        })
        {
            foreach (var value in values)
            {
                yield return With(option, value);
            }
        }

        foreach (var start in new[] { "fractional", "integral", "fractional-then-integral" })
        {
            foreach (var overshoot in new[] { "step-before", "rounds-that-fit" })
            {
                yield return With("addOne", new JsonObject { ["start"] = start, ["stopWhenExhaustive"] = start == "integral", ["increment"] = "1/3", ["onOvershoot"] = overshoot });
            }
        }

        yield return With("ties", new JsonArray("lowest-cost", "highest-votes", "all-outcomes:7"));
        yield return With("ownUtility", new JsonObject { ["rule"] = "tests/divided-attention@1", ["options"] = new JsonObject() });

        JsonObject With(string option, JsonNode value)
        {
            var document = (JsonObject)defaults.DeepClone();
            document[option] = value;
            return document;
        }
    }

    private sealed class OwnUtilities : IRuleSource
    {
        public IEnumerable<RuleDefinition> Rules =>
            [new("tests/divided-attention@1", typeof(IUtility), "A ballot divides its attention.", (_, _) => new DividedAttention())];
    }
}
