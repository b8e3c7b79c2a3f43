using CivicTech.Ballots;
using CivicTech.Consensus.Formats;
using CivicTech.Consensus.Tallying;
using static CivicTech.Tests.Consensus.Formats.Ballots;

namespace CivicTech.Tests.Consensus.Formats;

public sealed class CvotesTests
{
    // Shaped like the example of the specification.
    private const string Example =
        """
        # A beautiful election
        #/Candidates: Ann ; Bob;Cy
        #/Number of Seats: 2
        #/Implicit ranking: true
        #/weight Allowed: true
        #/Voting Methods: Schulze ; Minimax

        Ann > Bob > Cy * 42
        a@b.example , signature:55 || Ann > Bob > Cy # as above
        Cy > Ann = Bob ^7 * 8
        Bob=Ann>Cy
        Cy # alone
        /EMPTY_RANKING/ * 3
        """;

    [Fact]
    public void Read_Example_GivesTheContest()
    {
        var reading = Cvotes.Read(Utf8(Example));
        Assert.Equal(["1: Ann=Bob > Cy", "1: Cy", "3: ", "43: Ann > Bob > Cy", "56: Cy > Ann=Bob"], Of(reading));
        Assert.Equal((2, 104L), (reading.Contest.Seats, reading.Contest.Profile.Voters));
        Assert.Equal("Schulze ; Minimax", reading.Attributes["Voting Methods"]);
        Assert.Empty(reading.Remarks);
    }

    [Fact]
    public void Read_WeightsNotAllowed_CountOne() =>
        Assert.Equal(["2: A > B"], Of(Cvotes.Read(Utf8("#/Candidates: A;B\nA > B ^7 *2\n"))));

    [Fact]
    public void Read_UnknownCandidates_AreLeftOutWithARemark()
    {
        var reading = Cvotes.Read(Utf8("#/Candidates: A;B\nX > A = Y > Z > B\nX\nX > A\n"));
        Assert.Equal(["1: ", "1: A", "1: A > B"], Of(reading));
        Assert.Equal(["X", "Y", "Z"], reading.Remarks.Select(remark => remark.Message.Split('\'')[1]));
        Assert.Equal((2L, 1), (reading.Remarks[0].Line, reading.Remarks[0].Column));
    }

    [Fact]
    public void Read_NoList_CandidatesAreThoseOfTheVotesInAnyOrder()
    {
        var one = Cvotes.Read(Utf8("B > C\nA = C\n")).Contest;
        var other = Cvotes.Read(Utf8("A = C\nB > C\n")).Contest;
        Assert.Equal(["A", "B", "C"], one.Candidates);
        Assert.Equal((1, one.Profile.Digest), (one.Seats, other.Profile.Digest));
    }

    [Fact]
    public void Read_ExplicitRanking_IsSaid()
    {
        var reading = Cvotes.Read(Utf8("#/Candidates: A;B\n#/Implicit Ranking: FALSE\nA"));
        Assert.Equal("false", reading.Attributes["Implicit Ranking"]);
        Assert.Contains("Implicit Ranking is false", Assert.Single(reading.Remarks).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#/Candidates: A;B # c\nA", "line 1, column 1: found # in a parameter")]
    [InlineData("#/Candidates: A;;B\nA", "line 1, column 1: expected candidates separated by semicolons")]
    [InlineData("#/Candidates: A;A\nA", "line 1, column 1: expected candidates separated by semicolons")]
    [InlineData("#/Candidates A\nA", "line 1, column 1: found the parameter 'Candidates A'; expected a colon")]
    [InlineData("#/Number of Seats: 0\nA", "line 1, column 1: found '0' seats")]
    [InlineData("#/Implicit Ranking: maybe\nA", "line 1, column 1: found 'maybe'; expected true or false")]
    [InlineData("#/Weight Allowed: true\n#/weight allowed: true\nA", "line 2, column 1: the parameter 'weight allowed' stands in the file twice")]
    [InlineData("A\n#/Number of Seats: 2\n", "line 2, column 1: found a parameter behind votes")]
    [InlineData("A > B > A", "line 1, column 8: a candidate stands in the ranking twice")]
    [InlineData("A = A", "line 1, column 4: a candidate stands in the ranking twice")]
    [InlineData("A < B > C", "line 1, column 3: found 'A < B'")]
    [InlineData("A > > B", "line 1, column 5: expected the name of a candidate")]
    [InlineData("A >", "line 1, column 4: expected the name of a candidate")]
    [InlineData("t ||", "line 1, column 5: expected the name of a candidate")]
    [InlineData("A > B * 8 ^7", "line 1, column 9: found '8 ^7'; expected a whole number as quantity")]
    [InlineData("A * x", "line 1, column 5: found 'x'; expected a whole number as quantity")]
    [InlineData("A ^-1", "line 1, column 4: found '-1'; expected a whole number as weight")]
    [InlineData("A > /EMPTY_RANKING/", "line 1, column 5: found '/EMPTY_RANKING/'")]
    [InlineData("A\0", "line 1, column 2: found a zero byte")]
    [InlineData("A * 9223372036854775807\nB", "line 2, column 1: there are more ballots")]
    [InlineData("#/Weight Allowed: true\nA ^9223372036854775807 * 9223372036854775807", "line 2, column 1: there are more ballots")]
    public void TryRead_Broken_SaysWhere(string file, string problem) => Assert.StartsWith(problem, Problem(Cvotes.TryRead, file), StringComparison.Ordinal);

    [Fact]
    public void Write_Contest_IsReadBack()
    {
        var contest = Cvotes.Read(Utf8(Example)).Contest;
        var again = Cvotes.Read(Cvotes.Write(contest)).Contest;
        Assert.Equal((contest.Profile.Digest, contest.Seats), (again.Profile.Digest, again.Seats));
    }

    [Fact]
    public void Write_NoPlaceForIt_IsRefused()
    {
        var ballots = new OrdinalProfileBuilder(new CandidateList("A", "B"));
        ballots.Add([0, 1], [1, 3], 1);
        Assert.Throws<ArgumentException>(() => Cvotes.Write(new Contest(ballots.Build())));
        Assert.Throws<ArgumentException>(() => Cvotes.Write(new Contest(ballots.Build()) { Withdrawn = ["A"] }));
        Assert.Throws<ArgumentException>(() => Cvotes.Write(new Contest(new OrdinalProfileBuilder(new CandidateList("A;B")).Build())));
        Assert.Throws<ArgumentException>(() => Cvotes.Write(new Contest(new ApprovalProfileBuilder(new CandidateList("A")).Build())));
    }
}
