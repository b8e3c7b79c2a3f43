using CivicTech.Consensus.Formats;
using static CivicTech.Tests.Consensus.Formats.Ballots;

namespace CivicTech.Tests.Consensus.Formats;

public sealed class AbcYamlTests
{
    internal const string Instance =
        "description: \"a profile, id={'x': 2},\n  on two lines\"\nprofile: [[3], {1, 0},\n  [], [0,1]]\nnum_cand: 5 # all\ncommitteesize: 2\nvoter_weights: [1, 2, 3, 4]\n\n# next\ncompute:\n- rule_id: av\n  result: [[1, 2]]\n";

    [Fact]
    public void Read_Instance_GivesApprovals()
    {
        var reading = AbcYaml.Read(Utf8(Instance));
        Assert.Equal(["1: 3", "3: ", "6: 0,1"], Of(reading));
        Assert.Equal((5, 2), (reading.Contest.Candidates.Count, reading.Contest.Seats));
        Assert.Equal("a profile, id={'x': 2}, on two lines", reading.Attributes["description"]);
    }

    [Fact]
    public void Read_NumbersLeftOut_AreTakenFromTheProfile()
    {
        var contest = AbcYaml.Read(Utf8("profile: [{2}, {0}]")).Contest;
        Assert.Equal(["0", "1", "2"], contest.Candidates);
        Assert.Equal(1, contest.Seats);
    }

    [Theory]
    [InlineData("num_cand: 2\n", "line 2, column 1: the file ends; expected the key profile")]
    [InlineData("profile: [[0]]\nprofile: [[0]]\n", "line 2, column 1: the key 'profile' stands in the file twice")]
    [InlineData("profile: [[2]]\nnum_cand: 2\n", "line 1, column 11: the ballot names candidate 2; expected candidates from 0 to 1")]
    [InlineData("profile: [[1,1]]\n", "line 1, column 11: the ballot names a candidate twice")]
    [InlineData("profile: [[1]\n", "line 1, column 10: the list is not closed; expected ]")]
    [InlineData("profile: [[1} ]\n", "line 1, column 13: expected a comma or ]")]
    [InlineData("profile: [1]\n", "line 1, column 11: expected a list in brackets or a set in braces")]
    [InlineData("profile: [[0]] x\n", "line 1, column 16: expected the end of the line")]
    [InlineData("profile: [[0]]\nvoter_weights: [1.3]\n", "line 2, column 17: found '1.3'; expected a whole number from 1")]
    [InlineData("profile: [[0]]\nvoter_weights: [1, 1]\n", "voter_weights has 2 weights; the profile has 1 ballots")]
    [InlineData("profile: [[0], [0]]\nvoter_weights: [9223372036854775807, 1]\n", "line 1, column 16: there are more voters")]
    [InlineData("profile: [[-1]]\n", "line 1, column 12: found '-1'")]
    [InlineData("num_cand: 1000000000\n", "line 1, column 11: found '1000000000'; expected a whole number from 1 to 100000")]
    [InlineData("profile: [[999999999]]\n", "line 1, column 12: found '999999999'")]
    [InlineData("committeesize: 0\n", "line 1, column 16: found '0'")]
    [InlineData("colour: 1\n", "line 1, column 1: found the key 'colour'")]
    [InlineData("- a\n", "line 1, column 1: expected a key and a colon")]
    public void TryRead_Broken_SaysWhere(string file, string problem) => Assert.StartsWith(problem, Problem(AbcYaml.TryRead, file), StringComparison.Ordinal);
}
