using CivicTech.Budgeting.Cycles;

namespace CivicTech.Budgeting.Tests.Cycles;

public sealed class WholeCyclePropertyTests
{
    private const int Seeds = 40;
    private const int Steps = 150;

    [Fact]
    public async Task Cycles_AtRandomFromThePlanToTheEnd_KeepEveryPromise()
    {
        var reached = new SortedSet<CycleStatus>();
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            var walk = new RandomCycle(seed);
            try
            {
                await walk.PlayAsync(Steps);
            }
            catch (Exception exception)
            {
                Assert.Fail($"Seed {seed}, step {walk.Step}, {walk.Last}: {exception}");
            }

            reached.UnionWith(walk.Reached);
        }

        Assert.Equal(Enum.GetValues<CycleStatus>().Order(), reached);
    }
}
