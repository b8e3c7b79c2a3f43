using CivicTech.Consensus.Tallying;
using CivicTech.Consensus.Tallying.Iterated;
using CivicTech.Ties;

namespace CivicTech.Tests.Consensus.Tallying.Iterated;

public sealed class IterationEndTests
{
    public static TheoryData<IteratedStv> Rules =>
    [
        new MeekStv { Ties = TieChain.ListedOrder },
        new MeekStv { Decimals = 12, Ties = TieChain.ListedOrder },
        new MeekStv { Rounding = KeptRounding.Down, Ties = TieChain.ListedOrder },
        new MeekStv { IterationEnd = IterationEnd.SurplusStays, Ties = TieChain.ListedOrder },
        MeekRules.NewZealand(TieKey.ListedOrder),
        MeekRules.Reference(TieKey.ListedOrder),
        new WarrenStv { Ties = TieChain.ListedOrder },
    ];

    // All votes that count are C's and can go to nobody else: with each iteration C keeps a quarter of the part before, down to a few units, where
    // rounding up twice could raise it again.
    [Theory]
    [MemberData(nameof(Rules))]
    public void Count_SurplusThatGoesToNobody_Ends(IteratedStv rule)
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        var result = rule.Count(Ballots.Contest("A B C D E", 3, "7: C"), new TallyRequest { CancellationToken = stop.Token });

        Assert.Equal("C", result.Elected[0]);
        Assert.Equal(3, result.Elected.Length);
        Assert.All(result.Rounds, round => Assert.Equal(7, round.Total));
    }
}
