using CivicTech.Amounts;
using CivicTech.Crowdfunding.Collection;
using CivicTech.TestKit.Gateways;
using NodaTime;

namespace CivicTech.Crowdfunding.Tests.Gateways;

// What goes wrong is scripted or drawn.
public sealed partial class SimulatedGatewayTests
{
    [Fact]
    public async Task Script_StepsAreUsedUpInOrder_ThenTheOddsDecide()
    {
        var gateway = Scripted("ann", Mishap.None, Mishap.Declined);

        foreach (var key in new[] { "a", "b", "c" })
        {
            await gateway.SendAsync(Charge(key));
        }

        Assert.Equal(
            [ProviderEventKind.Captured, ProviderEventKind.Failed, ProviderEventKind.Captured], gateway.TakeEvents().Select(e => e.Kind));
    }

    [Fact]
    public async Task TakeEvents_BadPost_DelaysRepeatsAndReordersTheSameEvents()
    {
        var behaviour = new GatewayBehaviour { MessageDelay = Duration.FromHours(6), RepeatedMessages = 50, KeepsOrder = false };
        var gateway = new SimulatedGateway(_clock, 42, behaviour);
        var keys = Enumerable.Range(0, 40).Select(i => $"a{i:D2}").ToList();
        foreach (var key in keys)
        {
            await gateway.SendAsync(Charge(key));
        }

        Assert.True(gateway.TakeEvents().Count < 5);
        var late = gateway.TakeEvents(_clock.GetCurrentInstant() + Duration.FromHours(6)).Select(e => e.AttemptKey).ToList();

        Assert.InRange(late.Count, 45, 75);
        Assert.NotEqual(late.Order(), late);
        Assert.Equal(40, late.Distinct().Count());
    }

    [Theory]
    [InlineData(100, 0, 0)]
    [InlineData(50, 10, 30)]
    public async Task TakeEvents_LostMessages_NeverComeButCanBeAskedFor(int lost, int least, int most)
    {
        var gateway = new SimulatedGateway(_clock, 42, new GatewayBehaviour { LostMessages = lost, RepeatedMessages = 100 });
        for (var i = 0; i < 40; i++)
        {
            await gateway.SendAsync(Charge($"a{i}"));
        }

        Assert.InRange(gateway.TakeEvents(_clock.GetCurrentInstant() + Duration.FromDays(9)).Select(e => e.EventId).Distinct().Count(), least, most);
        Assert.Equal(ProviderEventKind.Captured, Assert.Single(Assert.IsType<GatewayAnswer.Known>(await gateway.AskAsync("a1")).Events).Kind);
    }

    [Fact]
    public async Task Send_Concurrently_HasTheSameLuckForEachKey()
    {
        var expected = await RunAsync(parallel: false);

        Assert.Equal(expected, await RunAsync(parallel: true));
        Assert.True(expected.Distinct().Count() > 3);

        async Task<List<string>> RunAsync(bool parallel)
        {
            var gateway = new SimulatedGateway(_clock, 5, GatewayBehaviour.Hostile);
            var results = new string[200];
            await Parallel.ForAsync(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = parallel ? 4 : 1 }, async (i, cancellationToken) =>
            {
                try
                {
                    var answer = await gateway.SendAsync(Charge($"key-{i}") with { Backer = $"b{i}" }, cancellationToken);
                    results[i] = string.Join(",", ((GatewayAnswer.Known)answer).Events.Select(e => e.Kind));
                }
                catch (TimeoutException exception)
                {
                    results[i] = exception.Message;
                }
            });
            return [.. results];
        }
    }

    [Fact]
    public async Task Send_AnotherSeed_HasOtherLuck()
    {
        var lucks = new List<int>();
        for (var seed = 0UL; seed < 5; seed++)
        {
            var gateway = new SimulatedGateway(_clock, seed, new GatewayBehaviour { Odds = GatewayBehaviour.Honest.Odds.Add(Mishap.Declined, 50) });
            for (var i = 0; i < 100; i++)
            {
                await gateway.SendAsync(Charge($"key-{i}"));
            }

            lucks.Add(gateway.TakenFromAll(Eur).Payments);
        }

        Assert.All(lucks, count => Assert.InRange(count, 30, 70));
        Assert.True(lucks.Distinct().Count() > 1);
    }

    [Fact]
    public async Task Send_CancelledToken_DoesNothing()
    {
        var gateway = new SimulatedGateway(_clock);
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await gateway.SendAsync(Charge("a"), new CancellationToken(canceled: true)));

        Assert.IsType<GatewayAnswer.NotKnown>(await gateway.AskAsync("a"));
    }

    [Fact]
    public void Odds_BeyondAHundredOrNegative_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new GatewayBehaviour { Odds = GatewayBehaviour.Honest.Odds.Add(Mishap.Declined, 101) });
        Assert.Throws<ArgumentException>(() => new GatewayBehaviour { Odds = GatewayBehaviour.Honest.Odds.Add(Mishap.Declined, -1) });
    }
}
