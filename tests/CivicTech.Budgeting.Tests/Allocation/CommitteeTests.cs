using CivicTech.Ballots;
using CivicTech.Budgeting.Allocation;
using CivicTech.Numerics;
using CivicTech.Ties;

namespace CivicTech.Tests.Budgeting;

public sealed class CommitteeTests
{
    private static readonly MaximinSupport AllWays = new() { Ties = TieChain.AllOutcomes };

    [Fact]
    public void AllocateCommittee_Profile_IsABudgetOfSeats()
    {
        var allocation = new Greedy().AllocateCommittee(Ballots("A B C", "3*A,B", "C"), 2);
        Assert.Equal(2, allocation.Election.BudgetLimit);
        Assert.All(allocation.Election.Projects, project => Assert.Equal(1, project.Cost));
        Assert.Equal("A B", Made.Funded(allocation));
        Assert.Empty(allocation.Trace);
    }

    [Fact]
    public void AllocateCommittee_Traced_TellsTheRounds() =>
        Assert.Equal(2, new MaximinSupport().AllocateCommittee(Ballots("A B C", "A,B"), 2, new() { Trace = true }).Trace.Length);

    [Fact]
    public void AllocateCommittee_FewerSupportedCandidates_LeavesSeatsEmpty() =>
        Assert.Equal("A", Made.Funded(new MaximinSupport().AllocateCommittee(Ballots("A B", "A"), 2)));

    [Fact]
    public void AllocateCommittee_NoSeats_ElectsNobody() => Assert.Empty(new Greedy().AllocateCommittee(Ballots("A", "A"), 0).Funded);

    [Fact]
    public void AllocateCommittee_NegativeSeats_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Greedy().AllocateCommittee(Ballots("A", "A"), -1));

    // The published examples of Sánchez-Fernández, Fernández-García, Fisteus and Brill, arXiv:1609.05370.
    [Fact]
    public void MaximinSupport_PaperExample41_ElectsTheCommitteeOfThePaper()
    {
        var profile = Ballots("a b c d e f g", "100*a,b", "60*a,c", "40*b", "55*c", "95*d", "30*e", "50*e,f,g");
        var allocation = AllWays.AllocateCommittee(profile, 3);
        Assert.Equal(["a c d"], Sets(allocation));

        // The 215 voters of a and c give each of them 107.5; d, with 95, is the least supported.
        var traced = new MaximinSupport().AllocateCommittee(profile, 3, new() { Trace = true });
        Assert.Equal(new Rational(1, 95), traced.Trace[^1].HighestLoad);
    }

    [Fact]
    public void MaximinSupport_PaperExample51_FailsExtendedJustifiedRepresentation()
    {
        var profile = Ballots(
            "a b c d e f g", "5*a,b,c,d,e", "4*f,b,c,d,e", "3*g,b,c,d,e", "2*a", "f", "g");
        Assert.Equal(["a b f g", "a c f g", "a d f g", "a e f g"], Sets(AllWays.AllocateCommittee(profile, 4)));
    }

    [Fact]
    public void MaximinSupport_PaperExample53_MoreSupportForTwoMembersMayCostOneItsSeat()
    {
        const string Candidates = "a b c d e f g";
        Assert.Equal(["a b c d e f"], Sets(AllWays.AllocateCommittee(Ballots(Candidates, "13*b,c,d,e,f", "2*a,g", "2*a", "g"), 6)));
        Assert.Contains("a b c d e g", Sets(AllWays.AllocateCommittee(Ballots(Candidates, "13*b,c,d,e,f", "2*a,g", "2*a", "g", "a,b,c,d,e,f"), 6)));
    }

    [Fact]
    public void MaximinSupport_PartyLists_IsTheMethodOfDHondt()
    {
        var compared = 0;
        for (var n = 0; n < 100; n++)
        {
            var random = new SplitMix64((ulong)n + 77_000_000);
            int[] votes = [.. Enumerable.Range(0, random.Between(2, 5)).Select(_ => random.Between(1, 400))];
            var seats = random.Between(1, 9);
            var parties = Enumerable.Range(0, votes.Length).Select(party => Enumerable.Range(0, seats).Select(i => $"{(char)('a' + party)}{i}").ToArray()).ToArray();
            var profile = Ballots(string.Join(' ', parties.SelectMany(list => list)), [.. parties.Select((list, party) => $"{votes[party]}*{string.Join(',', list)}")]);

            var quotients = votes.SelectMany((count, party) => Enumerable.Range(1, seats).Select(i => (Party: party, Quotient: new Rational(count, i))))
                .OrderByDescending(one => one.Quotient)
                .ToList();
            if (quotients[seats - 1].Quotient == quotients[seats].Quotient)
            {
                continue;
            }

            compared++;
            var expected = quotients.Take(seats).CountBy(one => one.Party).OrderBy(one => one.Key).Select(one => (one.Key, one.Value));
            var elected = new MaximinSupport().AllocateCommittee(profile, seats).Funded.CountBy(project => project.Id[0] - 'a').OrderBy(one => one.Key);
            Assert.Equal(expected, elected.Select(one => (one.Key, one.Value)));
        }

        Assert.True(compared > 80);
    }

    private static IEnumerable<string> Sets(CivicTech.Budgeting.Allocation.Allocation allocation)
    {
        Assert.True(allocation.IsComplete);
        return allocation.Outcomes
            .Select(outcome => string.Join(' ', outcome.Funded.Select(project => project.Id).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal);
    }

    private static Profile Ballots(string candidates, params string[] ballots) =>
        Made.Approval(0, string.Join(' ', candidates.Split(' ').Select(candidate => candidate + ":1")), ballots).Profile;
}
