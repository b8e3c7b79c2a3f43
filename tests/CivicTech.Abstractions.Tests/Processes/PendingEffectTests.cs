using CivicTech.Processes;
using NodaTime;

namespace CivicTech.Abstractions.Tests.Processes;

public sealed class PendingEffectTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 3, 21, 12, 0);

    [Fact]
    public void Started_AgainAndAgain_WaitsTwiceAsLongUpTo64Times()
    {
        var effect = new PendingEffect<string> { Key = "k", Effect = "charge", Due = Noon };
        var waits = new List<double>();
        for (var i = 1; i <= 9; i++)
        {
            effect = effect.Started(Noon, Duration.FromMinutes(1));
            Assert.Equal(i, effect.Tries);
            waits.Add((effect.Due - Noon).TotalMinutes);
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64, 64, 64], waits);
        Assert.Equal(("k", "charge"), (effect.Key, effect.Effect));
    }
}
