using System.Collections.Frozen;
using System.Text;
using CivicTech.Ballots;
using CivicTech.Budgeting.Elections;
using CivicTech.Budgeting.Formats;
using CivicTech.Numerics;

namespace CivicTech.Tests.Budgeting;

public sealed class PabulibWriterTests
{
    [Fact]
    public void From_ElectionWithEverything_IsReadBackAsItWas()
    {
        var read = Pb.Strict(Pb.File(
            "voter_id;vote;points\n1;B,A;2,1.5\n2;;\n3;A;-1\n",
            "project_id;cost;votes;score;name;category;selected;district\nA;10.25;2;0.5;\"x;\"\"y\"\"\";green,roads;1;N\nB;0;1;2;;;0;\n\"C;d\";999999999;0;0;z;;;\n",
            "scoring",
            "max_length;3\nmin_points;-5\n"));
        var again = PabulibDocument.From(read).ReadElection(PabulibReadOptions.Strict).Election;
        Assert.Equal(read.Profile.Digest, again.Profile.Digest);
        Assert.Equal(read.ProjectsDigest, again.ProjectsDigest);
        Assert.Equal(read.Meta.OrderBy(pair => pair.Key, StringComparer.Ordinal), again.Meta.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        Assert.Equal(read.Projects.Select(project => (project.Name, project.Selected)), again.Projects.Select(project => (project.Name, project.Selected)));
        Assert.Equal(PabulibDocument.From(read).ToBytes(), PabulibDocument.From(again).ToBytes());
    }

    [Fact]
    public void From_Election_WritesOneLineAVoter() => Assert.EndsWith(
        "PROJECTS\nproject_id;cost\nA;1.5\nB;2\nVOTES\nvoter_id;vote\n1;A,B\n2;A,B\n3;\n",
        Encoding.UTF8.GetString(PabulibDocument.From(Made.Approval(3, "A:1.5 B:2", "2*A,B", "")).ToBytes()),
        StringComparison.Ordinal);

    [Fact]
    public void From_ScoresByFallingPoints_AsTheFormatAsks() => Assert.EndsWith(
        "voter_id;vote;points\n1;B,A;5,2\n",
        Encoding.UTF8.GetString(PabulibDocument.From(Made.Cardinal(3, "A:1 B:2", 0, "A=2,B=5")).ToBytes()),
        StringComparison.Ordinal);

    [Fact]
    public void From_BallotsThatTheFormatHasNoPlaceFor_IsRefused()
    {
        CandidateList candidates = new("A", "B");
        var graded = new GradedProfileBuilder(candidates, "bad", "good");
        graded.Add([0], [1], 1);
        var signed = new SignedProfileBuilder(candidates);
        signed.Add([0], [1], 1);
        var equal = new OrdinalProfileBuilder(candidates);
        equal.Add([0, 1], [1, 1], 1);
        var skipped = new OrdinalProfileBuilder(candidates);
        skipped.Add([0, 1], [1, 3], 1);
        foreach (var profile in new Profile[] { graded.Build(), signed.Build(), equal.Build(), skipped.Build() })
        {
            Assert.Throws<ArgumentException>(() => PabulibDocument.From(new Election(1, Made.Projects("A:1 B:1"), profile)));
        }
    }

    [Fact]
    public void From_AmountsThatAreNoDecimals_IsRefused()
    {
        var exception = Assert.Throws<ArgumentException>(() => PabulibDocument.From(Made.Approval(new Rational(1, 3), "A:1", "A")));
        Assert.Contains("1/3", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b")]
    [InlineData(" a")]
    [InlineData("None")]
    public void From_IdThatAVoteCannotName_IsRefused(string id)
    {
        var builder = new ApprovalProfileBuilder(new CandidateList(id, "B"));
        builder.Add(0);
        var exception = Assert.Throws<ArgumentException>(() => PabulibDocument.From(new Election(1, [new Project(id, 1), new Project("B", 1)], builder.Build())));
        Assert.Contains($"'{id}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void From_WithdrawnProject_StaysWithdrawn()
    {
        Project[] projects = [new("A", 1), new("B", Pabulib.WithdrawnCost) { IsWithdrawn = true }];
        Assert.True(PabulibDocument.From(Made.Approval(5, projects, "A,B")).ReadElection(PabulibReadOptions.Lenient).Election["B"].IsWithdrawn);

        // Any other withdrawal would be lost: the format knows it by its cost alone.
        Project[] lost = [new("A", 1) { IsWithdrawn = true }];
        Assert.Throws<ArgumentException>(() => PabulibDocument.From(Made.Approval(5, lost, "A")));
    }

    [Fact]
    public void From_WhatAColumnCannotHold_IsRefused()
    {
        Project[] projects =
        [
            new("a", 1) { Attributes = new Dictionary<string, string> { ["cost"] = "7" } },
            new("a", 1) { Attributes = new Dictionary<string, string> { ["District"] = "North" } },
            new("a", 1) { Categories = ["x,y"] },
        ];
        foreach (var project in projects)
        {
            var refused = Assert.Throws<ArgumentException>(() => PabulibDocument.From(Made.Approval(5, [project], "a")));
            Assert.Contains("'a'", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void From_MetaOfAnotherElection_DoesNotChangePoints()
    {
        var election = Made.Ordinal(5, "a:1 b:2", maxBallotLength: null, "a,b");
        var stale = new Election(election.BudgetLimit, election.Projects, election.Profile)
        {
            Meta = new Dictionary<string, string> { ["max_length"] = "9", ["default_score"] = "2" }.ToFrozenDictionary(),
        };

        Assert.Equal(election.CountPoints(), PabulibDocument.From(stale).ReadElection(PabulibReadOptions.Lenient).Election.CountPoints());
    }
}
